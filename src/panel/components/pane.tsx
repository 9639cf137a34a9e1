import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { helpStrings } from '../help-strings.ts';
import { strings } from '../strings.ts';
import { does } from '../view-models/keys.ts';
import type { RowKind } from '../view-models/row.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly label: string;
  readonly name?: string;
  /** It has the focus as soon as it is there, as what has taken another's place does. */
  readonly focused: boolean;
  /** When it changes, it is read from its top. */
  readonly topic?: string;
  /** The verdict that it comes to, for tests. */
  readonly verdict?: RowKind;
  /** Escape leaves it; absent where it can't be left. */
  readonly onLeave?: (() => void) | undefined;
  readonly children: ComponentChildren;
}

/** What stands beside the list, or in its place, and scrolls. */
export function Pane({ label, name = '', focused, topic, verdict, onLeave, children }: Props) {
  const root = useRef<HTMLElement>(null);
  // Something else is read from its top; the same stays where it is when it changes.
  useEffect(() => {
    if (topic !== undefined && root.current) root.current.scrollTop = 0;
  }, [topic]);
  useEffect(() => {
    if (focused) root.current?.focus();
  }, [focused]);
  return (
    <article
      class={`detail ${name}`}
      ref={root}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable for the keyboard.
      tabIndex={0}
      aria-label={label}
      data-verdict={verdict}
      onKeyDown={(event) => {
        if (onLeave === undefined || event.defaultPrevented || !does('close', event)) return;
        // In DevTools, Escape would open the console drawer.
        event.stopPropagation();
        event.preventDefault();
        onLeave();
      }}
    >
      {children}
    </article>
  );
}

interface BackButtonProps {
  readonly label?: string;
  readonly onBack: () => void;
}

export function BackButton({ label = strings.detail.back, onBack }: BackButtonProps) {
  return (
    <button type="button" class="button back" data-action="back" onClick={onBack}>
      <Icon name="back" />
      {label}
    </button>
  );
}

/** Beside the list, which then has all of the room. */
export function LeaveButton({ onLeave }: { readonly onLeave: () => void }) {
  return (
    <button
      type="button"
      class="tool icon-only"
      data-action="leave"
      aria-label={helpStrings.close}
      title={helpStrings.close}
      onClick={onLeave}
    >
      <Icon name="cross" />
    </button>
  );
}

interface HeadProps {
  readonly heading: string;
  /** It has taken the list's place. */
  readonly alone: boolean;
  readonly onLeave: () => void;
}

/** The heading of a pane that is about no single request, and the way out of it. */
export function PaneHead({ heading, alone, onLeave }: HeadProps) {
  return (
    <>
      {alone && (
        <div class="pane-bar">
          <BackButton onBack={onLeave} />
        </div>
      )}
      <header class="pane-head">
        <h2>{heading}</h2>
        {!alone && <LeaveButton onLeave={onLeave} />}
      </header>
    </>
  );
}
