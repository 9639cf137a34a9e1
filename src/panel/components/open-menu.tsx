import { compareStrings } from '../compare-strings.ts';
import { reportStrings as words } from '../report-strings.ts';
import { Popover } from './popover.tsx';

export interface OpenMenuProps {
  /** Lets the user choose the file. */
  readonly onOpen: () => void;
  /** Lets them choose what the requests are compared with. */
  readonly onCompare: () => void;
}

/** What is done with the reports of others. */
export function OpenMenu({ onOpen, onCompare }: OpenMenuProps) {
  return (
    <Popover label={words.menu} icon="open" heading={words.menuHeading}>
      {(close) => (
        <>
          <button
            type="button"
            class="button"
            data-action="open-report"
            onClick={() => {
              close();
              onOpen();
            }}
          >
            {words.open}
          </button>
          <p class="note">{words.openWhy}</p>
          <hr />
          <button
            type="button"
            class="button"
            data-action="compare"
            onClick={() => {
              close();
              onCompare();
            }}
          >
            {compareStrings.withReport}
          </button>
          <p class="note">{compareStrings.withReportWhy}</p>
        </>
      )}
    </Popover>
  );
}
