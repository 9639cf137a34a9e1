import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons.tsx';

interface Props {
  readonly label: string;
  /** In place of the label where there is no room for it; without one it is a button of the page, not of the toolbar. */
  readonly icon?: IconName;
  /** What the button is for, where its label doesn’t say all of it. */
  readonly hint?: string;
  /** A key that opens it, which whoever uses it listens to. */
  readonly shortcut?: string;
  readonly heading: string;
  readonly disabled?: boolean;
  /** Gets what closes it. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button that opens a small box below itself. Escape and a click elsewhere close it. */
export function Popover(props: Props) {
  const { label, icon, heading, hint = label, shortcut, disabled = false, children } = props;
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  useEffect(() => {
    if (!open) return;
    const closeOutside = (event: Event) => {
      if (event.target instanceof Node && !root.current?.contains(event.target)) setOpen(false);
    };
    document.addEventListener('pointerdown', closeOutside);
    document.addEventListener('focusin', closeOutside);
    return () => {
      document.removeEventListener('pointerdown', closeOutside);
      document.removeEventListener('focusin', closeOutside);
    };
  }, [open]);

  const close = () => {
    setOpen(false);
    button.current?.focus();
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears Escape from the button and box inside it.
    <div
      class="popover"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        // In DevTools, Escape would open the console drawer.
        event.stopPropagation();
        event.preventDefault();
        close();
      }}
    >
      <button
        type="button"
        class={icon === undefined ? 'button' : 'tool'}
        ref={button}
        disabled={disabled}
        title={hint}
        aria-keyshortcuts={shortcut}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        {icon !== undefined && (
          <span class="tool-sign">
            <Icon name={icon} />
          </span>
        )}
        <span class="tool-word">{label}</span>
        <Icon name="down" />
      </button>
      <section class="popover-box" id={id} aria-label={heading} hidden={!open}>
        {open && children(close)}
      </section>
    </div>
  );
}
