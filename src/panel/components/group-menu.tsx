import { listStrings } from '../list-strings.ts';
import { COLUMN_IDS, type ColumnId } from '../view-models/columns.ts';
import { GROUPINGS, type Grouping } from '../view-models/groups.ts';
import type { Sort } from '../view-models/sort-rows.ts';
import { Popover } from './popover.tsx';

export interface GroupMenuProps {
  readonly grouping: Grouping;
  readonly sort: Sort;
  readonly onGrouping: (grouping: Grouping) => void;
  readonly onSort: (sort: Sort) => void;
  /** Closes all groups, or opens them. */
  readonly onCloseAll: (close: boolean) => void;
}

const words = listStrings.grouping;

/** How the list is grouped and ordered, also where it is too narrow for the names of its columns. */
export function GroupMenu({ grouping, sort, onGrouping, onSort, onCloseAll }: GroupMenuProps) {
  return (
    <Popover label={words.button[grouping]} icon="group" heading={words.heading}>
      {() => (
        <>
          <fieldset>
            <legend>{words.by}</legend>
            {GROUPINGS.map((each) => (
              <label key={each}>
                <input
                  type="radio"
                  name="grouping"
                  value={each}
                  checked={each === grouping}
                  onChange={() => onGrouping(each)}
                />
                {words.choices[each]}
              </label>
            ))}
          </fieldset>
          {grouping !== 'none' && (
            <>
              <div class="button-grid">
                <button type="button" class="button" onClick={() => onCloseAll(true)}>
                  {words.closeAll}
                </button>
                <button type="button" class="button" onClick={() => onCloseAll(false)}>
                  {words.openAll}
                </button>
              </div>
              <p class="note">{words.hint}</p>
            </>
          )}
          <fieldset class="order">
            <legend>{words.order}</legend>
            <select
              aria-label={words.order}
              value={sort.column}
              onChange={({ currentTarget }) => {
                const column = COLUMN_IDS.find((id) => id === currentTarget.value);
                if (column !== undefined) onSort({ ...sort, column });
              }}
            >
              {COLUMN_IDS.map((id: ColumnId) => (
                <option key={id} value={id}>
                  {listStrings.columns[id]}
                </option>
              ))}
            </select>
            <label>
              <input
                type="checkbox"
                checked={sort.direction === 'descending'}
                onChange={({ currentTarget }) =>
                  onSort({ ...sort, direction: currentTarget.checked ? 'descending' : 'ascending' })
                }
              />
              {words.reverse}
            </label>
          </fieldset>
        </>
      )}
    </Popover>
  );
}
