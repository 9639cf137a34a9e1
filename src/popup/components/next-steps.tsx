import type { ComponentChildren } from 'preact';
import { helpStrings } from '../../panel/help-strings.ts';
import { strings } from '../strings.ts';

interface Props {
  readonly isMac: boolean;
  readonly countOnButton: boolean;
  readonly onOpen: () => void;
  readonly onReport: () => void;
  readonly onCountOnButton: (on: boolean) => void;
}

const words = strings.open;

/** Where the rest is, and what the button shows. */
export function NextSteps({ isMac, countOnButton, onOpen, onReport, onCountOnButton }: Props) {
  return (
    <footer class="next-steps">
      <h2>{words.heading}</h2>
      <p>{howToOpen(isMac)}</p>
      <div class="next-steps-end">
        <label>
          <input
            type="checkbox"
            checked={countOnButton}
            onChange={(event) => onCountOnButton(event.currentTarget.checked)}
          />
          {strings.setting}
        </label>
        <span class="next-steps-buttons">
          <button
            type="button"
            class="button"
            data-action="open-report"
            title={words.reportWhy}
            onClick={onReport}
          >
            {words.report}
          </button>
          <button type="button" class="button" data-action="open-in-tab" onClick={onOpen}>
            {words.inTab}
          </button>
        </span>
      </div>
    </footer>
  );
}

function howToOpen(isMac: boolean): ComponentChildren {
  // What DevTools call the panel.
  const panel = <b>CORS</b>;
  if (isMac) return words.how({ key: <kbd>Cmd+Option+I</kbd>, panel });
  const { Control, Shift } = helpStrings.keys;
  const otherKey = <kbd>{`${Control}+${Shift}+I`}</kbd>;
  return words.howWithKeys({ key: <kbd>F12</kbd>, otherKey, panel });
}
