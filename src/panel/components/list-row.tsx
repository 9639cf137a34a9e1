import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { strings } from '../strings.ts';
import type { ListItem } from '../view-models/list.ts';
import { type RowVM, targetLabel } from '../view-models/row.ts';
import { Icon, VerdictIcon } from './icons.tsx';

interface Place {
  readonly id: string;
  /** From 1, over the whole list. */
  readonly rowIndex: number;
  /** In pixels. */
  readonly top: number;
}

interface RowProps extends Place {
  readonly row: RowVM;
  readonly grouped: boolean;
  readonly selected: boolean;
  /** With its `rowIndex`. */
  readonly onSelect: (rowIndex: number) => void;
}

/** While requests come in the list is drawn several times a second, and most rows are as they were. */
export function ListRow({ id, rowIndex, top, row, grouped, selected, onSelect }: RowProps) {
  return useMemo(
    () => (
      // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and handles the keys of all rows.
      // biome-ignore lint/a11y/useFocusableInteractive: the grid names its active row (aria-activedescendant).
      // biome-ignore lint/a11y/useSemanticElements: table rows can't be placed by a virtual list.
      <div
        class={`list-row kind-${row.kind}`}
        data-exchange-id={row.id}
        id={id}
        role="row"
        aria-rowindex={rowIndex}
        aria-selected={selected}
        {...(grouped ? { 'aria-level': 2 } : {})}
        style={{ transform: `translateY(${top}px)` }}
        onClick={() => onSelect(rowIndex)}
      >
        <Cell name="verdict">
          <VerdictIcon kind={row.kind} />
        </Cell>
        <Cell name="method">{row.method}</Cell>
        <Cell name="path" title={row.url}>
          {!grouped && <span class="cell-host">{targetLabel(row.target)}</span>}
          {row.path}
        </Cell>
        <Cell name="cause" title={row.title}>
          {row.title}
        </Cell>
        <Cell name={row.statusIsError ? 'status status-error' : 'status'}>
          {row.status || strings.list.noStatus}
        </Cell>
      </div>
    ),
    [id, rowIndex, top, row, grouped, selected, onSelect],
  );
}

interface CellProps {
  readonly name: string;
  readonly title?: string;
  readonly children: ComponentChildren;
}

function Cell({ name, title, children }: CellProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the grid names its active row (aria-activedescendant).
    // biome-ignore lint/a11y/useSemanticElements: table cells can't be placed by a virtual list.
    <span class={`cell cell-${name}`} role="gridcell" {...(title === undefined ? {} : { title })}>
      {children}
    </span>
  );
}

interface GroupProps extends Place {
  readonly group: Extract<ListItem, { type: 'group' }>;
  /** The keyboard stands here. */
  readonly active: boolean;
  readonly onToggle: (key: string) => void;
}

export function ListGroup({ id, rowIndex, top, group, active, onToggle }: GroupProps) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid has the focus and handles the keys of all rows.
    // biome-ignore lint/a11y/useFocusableInteractive: the grid names its active row (aria-activedescendant).
    // biome-ignore lint/a11y/useSemanticElements: table rows can't be placed by a virtual list.
    <div
      class={active ? 'list-group active' : 'list-group'}
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      aria-level={1}
      aria-expanded={!group.collapsed}
      style={{ transform: `translateY(${top}px)` }}
      onClick={() => onToggle(group.key)}
    >
      <Cell name="group">
        <Icon name={group.collapsed ? 'right' : 'down'} />
        <b>{group.label}</b>
        <span class="group-summary">{group.summary}</span>
      </Cell>
    </div>
  );
}
