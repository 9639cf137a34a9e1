import { listStrings } from '../list-strings.ts';
import type { GroupHeading } from '../view-models/list.ts';
import type { LoadMark } from '../view-models/page-loads.ts';
import { Icon, VerdictIcon } from './icons.tsx';
import { Cell, type Place } from './list-row.tsx';

interface GroupProps extends Place {
  readonly group: GroupHeading;
  /** The keyboard stands here. */
  readonly active: boolean;
  /** With the Alt key, all groups are meant. */
  readonly onToggle: (group: GroupHeading, all: boolean) => void;
}

/** The heading of a group. */
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
      onClick={({ altKey }) => onToggle(group, altKey)}
    >
      <Cell name="group" title={group.label}>
        <Icon name={group.collapsed ? 'right' : 'down'} />
        {group.kind !== null && <VerdictIcon kind={group.kind} />}
        <b>{group.label}</b>
        <span class="group-summary">{group.summary}</span>
      </Cell>
    </div>
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
        {listStrings.pageLoad(mark.label, mark.time)}
      </Cell>
    </div>
  );
}
