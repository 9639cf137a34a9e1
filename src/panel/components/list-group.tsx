import { apiStrings } from '../api-strings.ts';
import { quantity } from '../language/formats.ts';
import { listStrings } from '../list-strings.ts';
import type { GroupHeading } from '../view-models/list-lines.ts';
import type { LoadMark } from '../view-models/page-loads.ts';
import { Icon, VerdictIcon, VerdictSign } from './icons.tsx';
import { Cell, type Place } from './list-row.tsx';

interface GroupProps extends Place {
  readonly group: GroupHeading;
  /** The keyboard stands here. */
  readonly active: boolean;
  /** There is no room for words besides its name. */
  readonly narrow: boolean;
  /** With the Alt key, all groups are meant. */
  readonly onToggle: (group: GroupHeading, all: boolean) => void;
  readonly onApi: (target: string) => void;
}

/** The heading of a group. */
export function ListGroup({ id, rowIndex, top, group, active, narrow, onToggle, onApi }: GroupProps) {
  const { target } = group;
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
      onClick={({ altKey }) => onToggle(group, altKey)}
    >
      <Cell name="group" title={group.label}>
        <Icon name={group.collapsed ? 'right' : 'down'} />
        {group.kind !== null && <VerdictIcon kind={group.kind} />}
        <b>{group.label}</b>
        {narrow ? <Numbers group={group} /> : <span class="group-summary">{group.summary}</span>}
        {target !== null && (
          <button
            type="button"
            class="tool icon-only group-api"
            // The grid is one stop of the Tab key, and has a key of its own for this.
            tabIndex={-1}
            aria-label={apiStrings.open}
            title={apiStrings.open}
            onClick={(event) => {
              event.stopPropagation();
              onApi(target);
            }}
          >
            <Icon name="servers" />
          </button>
        )}
      </Cell>
    </div>
  );
}

function Numbers({ group: { summary, numbers } }: Pick<GroupProps, 'group'>) {
  return (
    <>
      <span class="visually-hidden">{summary}</span>
      <span class="group-numbers" aria-hidden="true" title={summary}>
        {numbers.map(({ kind, count }) => (
          <span key={kind}>
            {kind !== null && <VerdictSign kind={kind} />}
            {quantity(count)}
          </span>
        ))}
      </span>
    </>
  );
}

interface LoadProps extends Place {
  readonly mark: LoadMark;
}

/** Where another page began to load. */
export function ListLoad({ id, rowIndex, top, mark }: LoadProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: nothing can be done with it.
    // biome-ignore lint/a11y/useSemanticElements: table rows can't be placed by a virtual list.
    <div
      class="list-load"
      id={id}
      role="row"
      aria-rowindex={rowIndex}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Cell name="load" title={mark.url}>
        {listStrings.pageLoad({ time: mark.time, url: mark.label })}
      </Cell>
    </div>
  );
}
