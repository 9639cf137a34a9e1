import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useElementSize } from '../hooks/use-element-size.ts';
import { useVirtualRows } from '../hooks/use-virtual-rows.ts';
import { strings } from '../strings.ts';
import { type ColumnId, columnsFor } from '../view-models/columns.ts';
import type { ListVM } from '../view-models/list.ts';
import type { GroupHeading } from '../view-models/list-lines.ts';
import { loadBefore } from '../view-models/page-loads.ts';
import {
  type Selection,
  type SelectKind,
  selectAll,
  selectionAfter,
  selectOnly,
} from '../view-models/selection.ts';
import { isInTime } from '../view-models/sort-rows.ts';
import { ListGroup, ListLoad } from './list-group.tsx';
import { ListHeader } from './list-header.tsx';
import { type ListCommand, readListKey } from './list-keys.ts';
import { ListRow, type Place } from './list-row.tsx';

/** In pixels; as the stylesheet says (--row-height). */
const ROW_HEIGHT = 24;

interface Props {
  readonly list: ListVM;
  readonly selection: Selection;
  /** The detail has taken its place; it keeps its own for when it comes back. */
  readonly covered: boolean;
  readonly onSelection: (selection: Selection) => void;
  /** Opens these groups if they are closed, or closes them. */
  readonly onToggleGroups: (keys: readonly string[], closed: boolean) => void;
  readonly onSort: (column: ColumnId) => void;
  /** Which rows are in view, by their ids. */
  readonly onView: (ids: readonly string[]) => void;
  /** Enter on a row: the user wants to read its detail. */
  readonly onOpen: () => void;
  /** The user wants to know more of the API with this origin. */
  readonly onApi: (target: string) => void;
}

/**
 * The list as a grid of which only the rows in view exist. The grid itself has the focus and names the row on which the
 * keyboard stands, so that the focus survives rows that scroll away.
 */
export function ExchangeList(props: Props) {
  const { list, selection, covered, onSelection, onToggleGroups, onSort, onOpen, onApi, onView } = props;
  const { items, arrangement } = list;
  const { grouping, sort } = arrangement;
  const { lead } = selection;
  const scroller = useRef<HTMLDivElement>(null);
  /** The heading on which the keyboard stands, until a row is selected. */
  const [heading, setHeading] = useState<{ readonly key: string; readonly lead: string | null } | null>(null);
  /** Where the keyboard goes on after the detail was closed. */
  const lastLead = useRef(lead);
  if (lead !== null) lastLead.current = lead;
  const grouped = grouping !== 'none';
  const columns = columnsFor(useElementSize(scroller).width, grouping);
  const headerRows = columns.hasHeader ? 1 : 0;
  const rows = useVirtualRows(scroller, items, {
    rowHeight: ROW_HEIGHT,
    headerHeight: headerRows * ROW_HEIGHT,
    followEnd: !grouped && isInTime(sort),
    held: lead,
    arrangement,
  });
  const headingIndex = heading?.lead === lead ? items.indexOf(heading.key) : -1;
  const activeIndex = headingIndex >= 0 ? headingIndex : items.indexOf(lastLead.current ?? '');
  const activeIsRendered = activeIndex >= rows.start && activeIndex < rows.end;

  /** The row on which the user stands by their own doing, which is in view. */
  const stoodOn = useRef<string | null>(null);
  const leadIndex = lead === null ? -1 : items.indexOf(lead);
  useLayoutEffect(() => {
    // Selected from elsewhere, it may be out of sight.
    if (leadIndex >= 0 && stoodOn.current !== lead && rows.perPage > 1) {
      rows.show(leadIndex);
      stoodOn.current = lead;
    }
  });
  const shown = items.slice(rows.start, rows.end);
  useEffect(() => onView(shown.flatMap((item) => (item.type === 'row' ? item.key : []))));

  function stand(index: number, how: SelectKind): void {
    const item = items.at(index);
    if (item === undefined || item.type === 'load') return;
    rows.show(index);
    if (item.type === 'row') stoodOn.current = item.key;
    setHeading(item.type === 'group' ? { key: item.key, lead } : null);
    if (item.type === 'row') onSelection(selectionAfter(selection, item.key, how, () => items.rowIds()));
  }

  const standNow = useRef(stand);
  standNow.current = stand;
  /** The same function whenever the list is drawn, so that a row can tell that nothing has changed. */
  const onSelectRow = useCallback((index: number, how: SelectKind) => standNow.current(index, how), []);

  function toggle({ key, collapsed }: GroupHeading, all: boolean): void {
    onToggleGroups(all ? items.groupKeys() : [key], !collapsed);
  }

  function carryOut(command: ListCommand): void {
    switch (command.kind) {
      case 'move':
        stand(command.to, command.extend ? 'range' : 'only');
        return;
      case 'toggle-group':
        toggle(command.group, command.all);
        return;
      case 'select-all':
        setHeading(null);
        onSelection(selectAll(selection, items.rowIds()));
        return;
      case 'select-one':
        onSelection(selectOnly(lead));
        return;
      case 'open':
        onOpen();
        return;
      case 'show-api':
        onApi(command.target);
    }
  }

  function onKeyDown(event: KeyboardEvent): void {
    // The names of the columns have keys of their own.
    if (event.target !== event.currentTarget) return;
    const place = { items, index: activeIndex, perPage: rows.perPage, selected: selection.ids.size };
    const command = readListKey(event, place);
    if (command === null) return;
    event.preventDefault();
    // In DevTools, Escape would open the console drawer.
    event.stopPropagation();
    carryOut(command);
  }

  return (
    <div class="list" inert={covered} style={{ '--columns': columns.template }}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is a grid in either case. */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles can be named. */}
      <div
        class="list-scroller"
        ref={scroller}
        role={grouped ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label={strings.list.label}
        aria-multiselectable
        aria-rowcount={items.length + headerRows}
        aria-colcount={columns.ids.length}
        aria-activedescendant={activeIsRendered ? rowId(activeIndex) : undefined}
        onScroll={rows.onScroll}
        onKeyDown={onKeyDown}
        onMouseDown={(event) => {
          if (!event.shiftKey) return;
          // Shift and a click select rows, not their text.
          event.preventDefault();
          event.currentTarget.focus();
        }}
      >
        {columns.hasHeader && <ListHeader columns={columns} sort={sort} onSort={onSort} />}
        {/* biome-ignore lint/a11y/useSemanticElements: table rows can't be placed by a virtual list. */}
        <div class="list-rows" role="rowgroup" style={{ height: `${items.length * ROW_HEIGHT}px` }}>
          {shown.map((item, offset) => {
            const index = rows.start + offset;
            const rowIndex = index + 1 + headerRows;
            const place: Place = { id: rowId(index), index, rowIndex, top: index * ROW_HEIGHT };
            if (item.type === 'load') return <ListLoad key={item.key} {...place} mark={item} />;
            const active = index === activeIndex;
            if (item.type === 'group') {
              return (
                <ListGroup
                  key={item.key}
                  {...place}
                  group={item}
                  active={active}
                  narrow={!columns.hasHeader}
                  onToggle={toggle}
                  onApi={onApi}
                />
              );
            }
            return (
              <ListRow
                key={item.key}
                {...place}
                {...{ row: item.row, columns, grouped, active }}
                selected={selection.ids.has(item.key)}
                loadedAt={loadBefore(item.row.startedAt, list.navigations)}
                onSelect={onSelectRow}
              />
            );
          })}
        </div>
      </div>
    </div>
  );
}

function rowId(index: number): string {
  return `request-${index}`;
}
