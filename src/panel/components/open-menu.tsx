import { reportStrings as words } from '../report-strings.ts';
import { Popover } from './popover.tsx';

export interface OpenMenuProps {
  /** Lets the user choose the file. */
  readonly onOpen: () => void;
}

/** What is done with the reports of others. */
export function OpenMenu({ onOpen }: OpenMenuProps) {
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
        </>
      )}
    </Popover>
  );
}
