import { useCallback, useEffect, useMemo, useRef } from 'preact/hooks';
import { useVirtualRows } from '../hooks/use-virtual-rows.ts';
import { strings } from '../strings.ts';
import type { ListItem, ListVM } from '../view-models/list.ts';
import { moveInList } from './list-keys.ts';
import { ListGroup, ListRow } from './list-row.tsx';

/** In pixels; as the stylesheet says (--row-height). */
const ROW_HEIGHT = 24;

interface Props {
  readonly list: ListVM;
  readonly selectedId: string | null;
  /** The detail has taken its place; it keeps its own for when it comes back. */
  readonly covered: boolean;
  readonly onSelect: (id: string) => void;
  readonly onToggleGroup: (key: string) => void;
  /** Enter on a row: the user wants to read its detail. */
  readonly onOpen: () => void;
}

const words = strings.list.columns;

/**
 * The list as a grid of which only the rows in view exist. The grid itself has the focus and names the selected row,
 * so that the focus survives rows that scroll away.
 */
export function ExchangeList({ list, selectedId, covered, onSelect, onToggleGroup, onOpen }: Props) {
  const scroller = useRef<HTMLDivElement>(null);
  /** The heading on which the keyboard stands, if it isn't on a row. */
  const activeGroup = useRef<string | null>(null);
  /** Where the keyboard goes on after the detail was closed. */
  const lastSelected = useRef(selectedId);
  if (selectedId !== null) lastSelected.current = selectedId;
  const { items, grouped } = list;
  const keys = useMemo(() => items.map((item) => item.key), [items]);
  const rows = useVirtualRows(scroller, keys, { rowHeight: ROW_HEIGHT, followEnd: !grouped });
  const activeKey = activeGroup.current ?? selectedId ?? lastSelected.current;
  const activeIndex = activeKey === null ? -1 : keys.indexOf(activeKey);
  const activeIsRendered = activeIndex >= rows.start && activeIndex < rows.end;

  const wasCovered = useRef(covered);
  useEffect(() => {
    if (wasCovered.current && !covered) scroller.current?.focus();
    wasCovered.current = covered;
  }, [covered]);

  function activate(index: number): void {
    const item = items[index];
    if (item === undefined) return;
    rows.show(index);
    activeGroup.current = item.type === 'group' ? item.key : null;
    if (item.type === 'row') onSelect(item.key);
    else rows.onScroll();
  }

  const activateNow = useRef(activate);
  activateNow.current = activate;
  /** The same function whenever the list is drawn, so that a row can tell that nothing has changed. */
  const onSelectRow = useCallback((rowIndex: number) => activateNow.current(rowIndex - 1), []);

  function onKeyDown(event: KeyboardEvent): void {
    const active = items[activeIndex];
    const move = moveInList(event.key, { index: activeIndex, count: items.length, perPage: rows.perPage });
    if (move !== null) activate(move);
    else if (active?.type === 'group' && wantsToggle(event.key, active)) onToggleGroup(active.key);
    else if (active?.type === 'row' && event.key === 'Enter') onOpen();
    else return;
    event.preventDefault();
  }

  return (
    <div class="list" inert={covered}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it is a grid in either case. */}
      {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles can be named. */}
      <div
        class="list-scroller"
        ref={scroller}
        role={grouped ? 'treegrid' : 'grid'}
        tabIndex={0}
        aria-label={strings.list.label}
        aria-rowcount={items.length}
        aria-colcount={Object.keys(words).length}
        aria-activedescendant={activeIsRendered ? rowId(activeIndex) : undefined}
        onScroll={rows.onScroll}
        onKeyDown={onKeyDown}
      >
        {/* biome-ignore lint/a11y/useSemanticElements: table rows can't be placed by a virtual list. */}
        <div class="list-rows" role="rowgroup" style={{ height: `${items.length * ROW_HEIGHT}px` }}>
          {items.slice(rows.start, rows.end).map((item, offset) => {
            const index = rows.start + offset;
            const place = { id: rowId(index), rowIndex: index + 1, top: index * ROW_HEIGHT };
            return item.type === 'group' ? (
              <ListGroup
                key={item.key}
                {...place}
                group={item}
                active={activeGroup.current === item.key}
                onToggle={onToggleGroup}
              />
            ) : (
              <ListRow
                key={item.key}
                {...place}
                row={item.row}
                grouped={grouped}
                selected={item.key === selectedId}
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

/** As in a tree: right opens, left closes, Enter and space do either. */
function wantsToggle(key: string, group: Extract<ListItem, { type: 'group' }>): boolean {
  if (key === 'Enter' || key === ' ') return true;
  return key === (group.collapsed ? 'ArrowRight' : 'ArrowLeft');
}
