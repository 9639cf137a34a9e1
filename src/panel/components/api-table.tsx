import { Fragment } from 'preact';
import { useId, useState } from 'preact/hooks';
import { apiStrings as words } from '../api-strings.ts';
import { quantity } from '../language/formats.ts';
import type { ApiCellVM, ApiRowVM, ApiVM } from '../view-models/apis.ts';

interface Props {
  readonly api: ApiVM;
  /** The cell that is open from the start. */
  readonly at: string | null;
  readonly onSelect: (exchangeId: string, cell: string) => void;
}

/** So many rows are read at a glance. */
const FIRST_ROWS = 8;

/** What was asked of a server, by method and path, with numbers that unfold into the requests that they count. */
export function ApiTable({ api, at, onSelect }: Props) {
  const [open, setOpen] = useState(at);
  const [all, setAll] = useState(false);
  const rows = all ? api.rows : api.rows.slice(0, FIRST_ROWS);
  const hidden = api.rows.length - rows.length;
  return (
    <>
      <table class="api-table">
        <thead>
          <tr>
            <th scope="col">{words.columns.request}</th>
            <th scope="col">{words.columns.works}</th>
            <th scope="col">{words.columns.fails}</th>
            {api.hasOther && (
              <th scope="col" title={words.otherHint}>
                {words.columns.other}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <Row
              key={row.key}
              row={row}
              hasOther={api.hasOther}
              open={open}
              onOpen={setOpen}
              onSelect={onSelect}
            />
          ))}
        </tbody>
      </table>
      {hidden > 0 && (
        <button type="button" class="link" onClick={() => setAll(true)}>
          {words.moreRows({ count: hidden })}
        </button>
      )}
    </>
  );
}

interface RowProps {
  readonly row: ApiRowVM;
  readonly hasOther: boolean;
  readonly open: string | null;
  readonly onOpen: (cell: string | null) => void;
  readonly onSelect: Props['onSelect'];
}

function Row({ row, hasOther, open, onOpen, onSelect }: RowProps) {
  const id = useId();
  const cells = hasOther ? [row.works, row.fails, row.other] : [row.works, row.fails];
  const opened = cells.find(({ key }) => key === open);
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <code>
            {row.method} {row.path}
          </code>
          {row.causes !== '' && <small>{row.causes}</small>}
        </th>
        {cells.map((cell) => (
          <td class={cell === row.fails && cell.count > 0 ? 'api-failing' : ''} key={cell.key}>
            {cell.count === 0 ? (
              <span class="muted">{words.none}</span>
            ) : (
              <button
                type="button"
                class="link"
                aria-label={cell.label}
                aria-expanded={cell === opened}
                aria-controls={id}
                onClick={() => onOpen(cell === opened ? null : cell.key)}
              >
                {quantity(cell.count)}
              </button>
            )}
          </td>
        ))}
      </tr>
      <tr class="api-seen" id={id} hidden={opened === undefined}>
        <td colSpan={cells.length + 1}>{opened && <Seen cell={opened} onSelect={onSelect} />}</td>
      </tr>
    </Fragment>
  );
}

function Seen({ cell, onSelect }: { readonly cell: ApiCellVM } & Pick<Props, 'onSelect'>) {
  return (
    <>
      {cell.more !== '' && <p class="muted">{cell.more}</p>}
      <ul>
        {cell.exchanges.map(({ id, label }) => (
          <li key={id}>
            <button
              type="button"
              class="link"
              data-action="show-exchange"
              onClick={() => onSelect(id, cell.key)}
            >
              <code>{label}</code>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
