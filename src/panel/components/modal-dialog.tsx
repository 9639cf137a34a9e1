import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { helpStrings } from '../help-strings.ts';
import { does, type KeyDeed } from '../view-models/keys.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly heading: string;
  /** A class of its own. */
  readonly name: string;
  /** What closes it besides Escape. */
  readonly closedBy?: KeyDeed;
  /** What has the focus at first, as a selector; the first that takes it unless this says otherwise. */
  readonly focusOn?: string;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** What Tab leads to. Of radio buttons, the browser takes the one that is chosen. */
const TAKES_FOCUS =
  'button:not(:disabled), input:not(:disabled, [hidden], [type="radio"]:not(:checked)), select, summary, a[href], [tabindex="0"]';

/**
 * A dialog over the panel. The browser gives the focus back to where it was. In DevTools, Escape would open the console
 * drawer, and Tab lead from its last button into their toolbar: it keeps both.
 */
export function ModalDialog({ heading, name, closedBy, focusOn, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    if (focusOn !== undefined) element?.querySelector<HTMLElement>(focusOn)?.focus();
    const onKeyDown = (event: KeyboardEvent) => {
      const closes = does('close', event) || (closedBy !== undefined && does(closedBy, event));
      const wraps = !closes && event.key === 'Tab' && element !== null && wrapFocus(element, event.shiftKey);
      if (!closes && !wraps) return;
      event.stopPropagation();
      event.preventDefault();
      if (closes) element?.close();
    };
    // Wherever the focus is: a click on the words in here takes it from the buttons.
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      // Taken off the page while it is open, it would take the focus with it.
      element?.close();
    };
  }, [closedBy, focusOn]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard wherever the focus is.
    <dialog
      class={`modal ${name}`}
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        // What is inside is the child's: only the backdrop is the dialog's own.
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
    >
      <div class="modal-body">
        <header class="modal-head">
          <h2 id={id}>{heading}</h2>
          <button
            type="button"
            class="tool icon-only"
            data-action="close"
            aria-label={helpStrings.close}
            title={helpStrings.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="cross" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

/** From the last to the first, and back; whether it was at an end. */
function wrapFocus(dialog: HTMLElement, isBackwards: boolean): boolean {
  const stops = [...dialog.querySelectorAll<HTMLElement>(TAKES_FOCUS)].filter(
    (each) => each.closest('[hidden]') === null,
  );
  const end = isBackwards ? stops[0] : stops.at(-1);
  const isInside = document.activeElement !== dialog && dialog.contains(document.activeElement);
  if (end === undefined || (isInside && document.activeElement !== end)) return false;
  (isBackwards ? stops.at(-1) : stops[0])?.focus();
  return true;
}
