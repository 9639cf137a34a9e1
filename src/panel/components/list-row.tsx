import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { ColumnId, Columns } from '../view-models/columns.ts';
import { displayTook, toBegan } from '../view-models/page-loads.ts';
import { splitPath } from '../view-models/path-ends.ts';
import { type RowVM, targetLabel } from '../view-models/row.ts';
import type { SelectKind } from '../view-models/selection.ts';
import { VerdictIcon } from './icons.tsx';

/** Where a line of the list is. */
export interface Place {
  readonly id: string;
  readonly index: number;
  /** From 1, over the whole list and its header. */
  readonly rowIndex: number;
  /** In pixels. */
  readonly top: number;
}

interface RowProps extends Place {
  readonly row: RowVM;
  readonly columns: Columns;
  readonly grouped: boolean;
  readonly selected: boolean;
  /** The keyboard stands here. */
  readonly active: boolean;
  /** When its page began to load, in milliseconds since the epoch; null where that isn't known. */
  readonly loadedAt: number | null;
  readonly onSelect: (index: number, how: SelectKind) => void;
}

/** While requests come in the list is drawn several times a second, and most rows are as they were. */
export function ListRow(props: RowProps) {
  const { id, index, rowIndex, top, row, columns, grouped, selected, active, loadedAt, onSelect } = props;
  return useMemo(
    () => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and handles the keys of all rows.
      // biome-ignore lint/a11y/useFocusableInteractive: the grid names its active row (aria-activedescendant).
      // biome-ignore lint/a11y/useSemanticElements: table rows can't be placed by a virtual list.
      <div
        class={`list-row list-columns kind-${row.kind}${active ? ' active' : ''}`}
        data-exchange-id={row.id}
        id={id}
        role="row"
        aria-rowindex={rowIndex}
        aria-selected={selected}
        {...(grouped ? { 'aria-level': 2 } : {})}
        style={{ transform: `translateY(${top}px)` }}
        onClick={(event) => onSelect(index, clickKind(event))}
      >
        {columns.ids.map((column) => (
          <RowCell key={column} column={column} {...{ row, columns, loadedAt }} />
        ))}
      </div>
    ),
    [id, index, rowIndex, top, row, columns, grouped, selected, active, loadedAt, onSelect],
  );
}

function clickKind({ ctrlKey, metaKey, shiftKey }: MouseEvent): SelectKind {
  if (shiftKey) return 'range';
  return ctrlKey || metaKey ? 'toggle' : 'only';
}

interface RowCellProps extends Pick<RowProps, 'row' | 'columns' | 'loadedAt'> {
  readonly column: ColumnId;
}

function RowCell({ column, row, columns, loadedAt }: RowCellProps) {
  switch (column) {
    case 'verdict':
      return (
        <Cell name="verdict" title={strings.kinds[row.kind].hint}>
          <VerdictIcon kind={row.kind} isUnknown={row.verdict === 'unknown'} />
        </Cell>
      );
    case 'method':
      return (
        <Cell name="method" title={row.method}>
          {row.method}
        </Cell>
      );
    case 'target':
      return (
        <Cell name="target" title={row.target}>
          {targetLabel(row.target)}
        </Cell>
      );
    case 'path':
      return <PathCell row={row} columns={columns} />;
    case 'cause':
      return (
        <Cell name="cause" title={row.title}>
          {row.title}
        </Cell>
      );
    case 'status':
      return (
        <Cell name={row.statusIsError ? 'status status-error' : 'status'}>
          {row.status || strings.list.noStatus}
        </Cell>
      );
    case 'initiator':
      return (
        <Cell name="initiator" title={row.initiator}>
          {row.script === '' ? row.typeLabel : row.script}
        </Cell>
      );
    case 'began': {
      const { text, title } = toBegan(row.startedAt, loadedAt);
      return (
        <Cell name="time" title={title}>
          {text}
        </Cell>
      );
    }
    case 'took':
      return <Cell name="time">{displayTook(row.duration)}</Cell>;
  }
}

function PathCell({ row, columns }: Pick<RowProps, 'row' | 'columns'>) {
  const { start, end } = splitPath(row.path);
  return (
    <Cell name="path" title={row.url}>
      <span class="path-start">
        {columns.targetInPath && <span class="cell-host">{targetLabel(row.target)}</span>}
        {start}
      </span>
      <span class="path-end">{end}</span>
    </Cell>
  );
}

interface CellProps {
  readonly name: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

export function Cell({ name, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid names its active row (aria-activedescendant).
    // biome-ignore lint/a11y/useSemanticElements: table cells can't be placed by a virtual list.
    <span class={`cell cell-${name}`} role="gridcell" {...(title === undefined ? {} : { title })}>
      {children}
    </span>
  );
}
