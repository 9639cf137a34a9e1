import { Fragment } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { helpStrings } from '../help-strings.ts';
import type { HelpGroupVM, HelpLineVM } from '../view-models/help.ts';
import { does } from '../view-models/keys.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly groups: readonly HelpGroupVM[];
  readonly onClose: () => void;
}

/** The keys, in a dialog over the panel. The browser gives the focus back to where it was. */
export function HelpSheet({ groups, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    const onKeyDown = (event: KeyboardEvent) => {
      const closes = does('close', event) || does('help', event);
      if (!closes && event.key !== 'Tab') return;
      // In DevTools, Escape would open the console drawer, and Tab lead from the only button in here into their toolbar.
      event.stopPropagation();
      event.preventDefault();
      if (closes) element?.close();
    };
    // Wherever the focus is: a click on the words in here takes it from the button.
    document.addEventListener('keydown', onKeyDown, true);
    return () => {
      document.removeEventListener('keydown', onKeyDown, true);
      // Taken off the page while it is open, it would take the focus with it.
      element?.close();
    };
  }, []);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: keys are heard wherever the focus is.
    <dialog
      class="help-sheet"
      ref={dialog}
      aria-labelledby={id}
      onClose={onClose}
      onClick={(event) => {
        // What is inside is the child's: only the backdrop is the dialog's own.
        if (event.target === event.currentTarget) dialog.current?.close();
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
            {index > 0 && <span class="or">{helpStrings.or}</span>}
            {stroke.map((key, place) => (
              <Fragment key={key}>
                {place > 0 && '+'}
                <kbd>{key}</kbd>
              </Fragment>
            ))}
          </span>
        ))}
      </dt>
      <dd>{line.text}</dd>
    </div>
  );
}
