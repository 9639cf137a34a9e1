import { Fragment } from 'preact';
import { helpStrings } from '../help-strings.ts';
import type { HelpGroupVM, HelpLineVM } from '../view-models/help.ts';
import { ModalDialog } from './modal-dialog.tsx';

interface Props {
  readonly groups: readonly HelpGroupVM[];
  readonly onClose: () => void;
}

/** The keys, in a dialog over the panel. */
export function HelpSheet({ groups, onClose }: Props) {
  return (
    <ModalDialog heading={helpStrings.heading} name="help-sheet" closedBy="help" onClose={onClose}>
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
    </ModalDialog>
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
