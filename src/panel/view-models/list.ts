import type { Navigation } from '../../messages/messages.ts';
import { strings } from '../strings.ts';
import type { RowPredicate } from './filter.ts';
import { countKinds, type Group, type Grouping, toGroups } from './groups.ts';
import { type LoadMark, placeMarks } from './page-loads.ts';
import { type KindCounts, ROW_KINDS, type RowKind, type RowVM } from './row.ts';
import { isInTime, type Sort, sortRows } from './sort-rows.ts';

/** A line of the list: a request, the heading of several, or where another page began to load. All are equally high. */
export type ListItem =
  | { readonly type: 'row'; readonly key: string; readonly row: RowVM }
  | GroupHeading
  | LoadMark;

export interface GroupHeading extends Omit<Group, 'members'> {
  readonly type: 'group';
  readonly collapsed: boolean;
}

export interface ListVM {
  readonly items: readonly ListItem[];
  readonly grouping: Grouping;
  readonly sort: Sort;
  /** Oldest first; what the rows' times are told from. */
  readonly navigations: readonly Navigation[];
  /** Requests that the filter lets through, in collapsed groups too. */
  readonly shown: number;
  /** Rows by verdict, over all that the text filter lets through. */
  readonly counts: KindCounts;
  readonly total: number;
}

export interface ListOptions {
  readonly matches: RowPredicate;
  /** The verdicts to show; empty for all. */
  readonly kinds: ReadonlySet<RowKind>;
  readonly showOpaque: boolean;
  readonly grouping: Grouping;
  readonly sort: Sort;
  /** Keys of the groups that the user closed. */
  readonly collapsed: ReadonlySet<string>;
  readonly navigations: readonly Navigation[];
}

/** The list in its order: oldest first unless it is sorted; in groups, those with a failure before those without. */
export function toList(rows: readonly RowVM[], options: ListOptions): ListVM {
  const matching = rows.filter(options.matches);
  const shown = matching.filter((row) => isShown(row, options));
  const { grouping, sort, navigations } = options;
  return {
    items: grouping === 'none' ? inOneLine(shown, options) : inGroups(shown, grouping, options),
    grouping,
    sort,
    navigations,
    shown: shown.length,
    counts: countKinds(matching),
    total: rows.length,
  };
}

function isShown(row: RowVM, { kinds, showOpaque }: ListOptions): boolean {
  if (row.kind === 'opaque') return showOpaque;
  return kinds.size === 0 || kinds.has(row.kind);
}

function toItem(row: RowVM): ListItem {
  return { type: 'row', key: row.id, row };
}

/**
 * Page loads are marked in the order of time only: in any other, and in groups, rows of several loads stand side by
 * side, and the mark would come again and again. There, the column of times tells.
 */
function inOneLine(rows: readonly RowVM[], { sort, navigations }: ListOptions): readonly ListItem[] {
  const items = sortRows(rows, sort).map(toItem);
  if (!isInTime(sort)) return items;
  const marks = placeMarks(rows, navigations);
  if (marks.size === 0) return items;
  const last = marks.get(items.length);
  const marked = items.flatMap((item, index) => {
    const mark = marks.get(index);
    return mark === undefined ? [item] : [mark, item];
  });
  return last === undefined ? marked : [...marked, last];
}

/** Groups keep their places whatever their rows are sorted by. */
function inGroups(
  rows: readonly RowVM[],
  grouping: Exclude<Grouping, 'none'>,
  { collapsed, sort }: ListOptions,
): readonly ListItem[] {
  return toGroups(rows, grouping).flatMap(({ members, ...group }): ListItem[] => {
    const closed = collapsed.has(group.key);
    const heading: ListItem = { type: 'group', ...group, collapsed: closed };
    return closed ? [heading] : [heading, ...sortRows(members, sort).map(toItem)];
  });
}

/** Ids of the rows, as they are listed. */
export function rowKeys(items: readonly ListItem[]): readonly string[] {
  return items.flatMap((item) => (item.type === 'row' ? [item.key] : []));
}

export function groupKeys(items: readonly ListItem[]): readonly string[] {
  return items.flatMap((item) => (item.type === 'group' ? [item.key] : []));
}

export interface ChipVM {
  readonly kind: RowKind;
  readonly label: string;
  readonly hint: string;
  readonly count: number;
  readonly pressed: boolean;
}

/** The chips: those that always say something, and those that have something to say. */
export function toChips(
  counts: KindCounts,
  kinds: ReadonlySet<RowKind>,
  showOpaque: boolean,
): readonly ChipVM[] {
  return ROW_KINDS.filter((kind) => ALWAYS.has(kind) || counts[kind] > 0 || kinds.has(kind)).map((kind) => ({
    kind,
    label: strings.kinds[kind].chip,
    hint: strings.kinds[kind].hint,
    count: counts[kind],
    pressed: kind === 'opaque' ? showOpaque : kinds.has(kind),
  }));
}

const ALWAYS: ReadonlySet<RowKind> = new Set(['blocked', 'failed', 'allowed']);
