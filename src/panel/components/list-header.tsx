import { useRef, useState } from 'preact/hooks';
import { listStrings } from '../list-strings.ts';
import type { ColumnId, Columns } from '../view-models/columns.ts';
import type { Sort } from '../view-models/sort-rows.ts';
import { Icon } from './icons.tsx';

interface Props {
  readonly columns: Columns;
  readonly sort: Sort;
  readonly onSort: (column: ColumnId) => void;
}

/** The names of the columns, which sort by them. One stop of the Tab key; the arrow keys go from name to name. */
export function ListHeader({ columns, sort, onSort }: Props) {
  const row = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState<ColumnId>('verdict');
  const stopIndex = Math.max(0, columns.ids.indexOf(stop));

  function onKeyDown(event: KeyboardEvent): void {
    const to = headerStop(event.key, stopIndex, columns.ids.length);
    if (to === null) return;
    event.preventDefault();
    row.current?.querySelectorAll('button').item(to).focus();
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: table rows can't be placed by a virtual list.
    <div class="list-header" role="rowgroup">
      {/* biome-ignore lint/a11y/useFocusableInteractive: its buttons are what has the focus. */}
      {/* biome-ignore lint/a11y/useSemanticElements: table rows can't be placed by a virtual list. */}
      <div class="list-columns" role="row" aria-rowindex={1} ref={row} onKeyDown={onKeyDown}>
        {columns.ids.map((id, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: its button is what has the focus.
          // biome-ignore lint/a11y/useSemanticElements: table cells can't be placed by a virtual list.
          <div
            class={`column column-${id}`}
            key={id}
            role="columnheader"
            aria-sort={sort.column === id ? sort.direction : 'none'}
          >
            <button
              type="button"
              tabIndex={index === stopIndex ? 0 : -1}
              title={listStrings.columnHints[id]}
              onFocus={() => setStop(id)}
              onClick={() => onSort(id)}
            >
              <span class={id === 'verdict' ? 'visually-hidden' : 'column-name'}>
                {listStrings.columns[id]}
              </span>
              {sort.column === id && <Icon name={sort.direction === 'ascending' ? 'up' : 'down'} />}
            </button>
          </div>
        ))}
      </div>
    </div>
  );
}

function headerStop(key: string, index: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return Math.min(count - 1, index + 1);
    case 'ArrowLeft':
      return Math.max(0, index - 1);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
