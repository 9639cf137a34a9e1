import { useState } from 'preact/hooks';
import { reportStrings } from '../report-strings.ts';
import { strings } from '../strings.ts';
import { FileButton } from './file-button.tsx';
import { Popover } from './popover.tsx';

export type ReportFormat = 'markdown' | 'json';
export type ReportScope = 'failing' | 'selected' | 'all';

export interface ExportMenuProps {
  readonly failing: number;
  readonly total: number;
  /** How many requests are selected. */
  readonly selected: number;
  readonly onOpen: (file: File) => void;
  /** Resolves to what to tell the user. */
  readonly onExport: (format: ReportFormat, scope: ReportScope, how: 'copy' | 'save') => Promise<string>;
}

const words = strings.export;

const SCOPES: readonly ReportScope[] = ['failing', 'selected', 'all'];

const WAYS = [
  { format: 'markdown', how: 'copy', label: 'copyMarkdown' },
  { format: 'markdown', how: 'save', label: 'saveMarkdown' },
  { format: 'json', how: 'copy', label: 'copyJson' },
  { format: 'json', how: 'save', label: 'saveJson' },
] as const;

export function ExportMenu({ failing, selected, total, onOpen, onExport }: ExportMenuProps) {
  const [chosen, setChosen] = useState<ReportScope | null>(null);
  const [result, setResult] = useState('');
  const possible = { failing: failing > 0, selected: selected > 0, all: total > 0 };
  // One is always selected to be read; who selects several has something in mind.
  const wanted = chosen ?? (selected > 1 ? 'selected' : 'failing');
  const scope = [wanted, ...SCOPES].find((each) => possible[each]) ?? wanted;
  const label = {
    failing: words.failing({ count: failing }),
    selected: words.selected({ count: selected }),
    all: words.all({ count: total }),
  };
  return (
    <Popover label={strings.toolbar.export} icon="export" heading={words.heading}>
      {(close) => (
        <>
          <fieldset>
            <legend>{words.which}</legend>
            {SCOPES.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="report-scope"
                  checked={scope === each}
                  disabled={!possible[each]}
                  onChange={() => setChosen(each)}
                />
                {label[each]}
              </label>
            ))}
          </fieldset>
          <div class="button-grid">
            {WAYS.map(({ format, how, label: name }) => (
              <button
                type="button"
                class="button"
                key={name}
                disabled={!possible.all}
                onClick={async () => setResult(await onExport(format, scope, how))}
              >
                {words[name]}
              </button>
            ))}
          </div>
          <p class="note" role="status">
            {result || words.note}
          </p>
          <hr />
          <FileButton
            label={reportStrings.open}
            accept=".json,application/json"
            onFile={(file) => {
              close();
              onOpen(file);
            }}
          />
          <p class="note">{reportStrings.openWhy}</p>
        </>
      )}
    </Popover>
  );
}
