import { useEffect, useId, useRef } from 'preact/hooks';
import { helpStrings } from '../help-strings.ts';
import type { HelpGroupVM, HelpLineVM } from '../view-models/help.ts';
import { does } from '../view-models/keys.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly groups: readonly HelpGroupVM[];
  readonly onClose: () => void;
}

/** The keys, in a dialog over the panel. The browser keeps the focus in it, and gives it back to where it was. */
export function HelpSheet({ groups, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // Taken off the page while it is open, it would take the focus with it.
    return () => element?.close();
  }, []);
  return (
    <dialog
      class="help-sheet"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        // What is inside is the child's: only the backdrop is the dialog's own.
        if (event.target === event.currentTarget) dialog.current?.close();
      }}
      onKeyDown={(event) => {
        if (!does('close', event) && !does('help', event)) return;
        // In DevTools, Escape would open the console drawer.
        event.stopPropagation();
        event.preventDefault();
        dialog.current?.close();
      }}
    >
      <div class="help-body">
        <header class="help-head">
          <h2 id={id}>{helpStrings.heading}</h2>
          <button
            type="button"
            class="tool icon-only"
            aria-label={helpStrings.close}
            title={helpStrings.close}
            onClick={() => dialog.current?.close()}
          >
            <Icon name="cross" />
          </button>
        </header>
        <div class="help-groups">
          {groups.map(({ key, heading, lines }) => (
            <section class="help-group" key={key}>
              <h3>{heading}</h3>
              <dl>
                {lines.map((line) => (
                  <Line key={line.key} line={line} />
                ))}
              </dl>
            </section>
          ))}
        </div>
      </div>
    </dialog>
  );
}

function Line({ line }: { readonly line: HelpLineVM }) {
  return (
    <div class="help-line">
      <dt>
        {line.strokes.map((stroke, index) => (
          // The keys never change their places.
          <span class="stroke" key={index}>
            {index > 0 && <span class="visually-hidden">{helpStrings.or}</span>}
            {stroke.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </span>
        ))}
      </dt>
      <dd>{line.text}</dd>
    </div>
  );
}
