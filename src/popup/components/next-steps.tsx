import { Fragment } from 'preact';
import { strings } from '../strings.ts';

interface Props {
  readonly isMac: boolean;
  readonly countOnButton: boolean;
  readonly onOpen: () => void;
  readonly onCountOnButton: (on: boolean) => void;
}

const words = strings.open;

/** Where the rest is, and what the button shows. */
export function NextSteps({ isMac, countOnButton, onOpen, onCountOnButton }: Props) {
  return (
    <footer class="next-steps">
      <h2>{words.heading}</h2>
      <p>
        {words.before}
        {(isMac ? words.keys.mac : words.keys.other).map((key, index) => (
          <Fragment key={key}>
            {index > 0 && words.or}
            <kbd>{key}</kbd>
          </Fragment>
        ))}
        {words.between}
        <b>{words.panel}</b>
        {words.after}
      </p>
      <div class="next-steps-end">
        <label>
          <input
            type="checkbox"
            checked={countOnButton}
            onChange={(event) => onCountOnButton(event.currentTarget.checked)}
          />
          {strings.setting}
        </label>
        <button type="button" class="button" data-action="open-in-tab" onClick={onOpen}>
          {words.inTab}
        </button>
      </div>
    </footer>
  );
}
