import { groupBy } from '../group-by.ts';
import { strings } from '../strings.ts';
import type { RowPredicate } from './filter.ts';
import { ROW_KINDS, type RowKind, type RowVM, targetLabel } from './row.ts';

export type KindCounts = Readonly<Record<RowKind, number>>;

/** A line of the list: a request, or the heading of the requests to one origin. All are equally high. */
export type ListItem =
  | { readonly type: 'row'; readonly key: string; readonly row: RowVM }
  | {
      readonly type: 'group';
      readonly key: string;
      readonly label: string;
      readonly summary: string;
      readonly collapsed: boolean;
    };

export interface ListVM {
  readonly items: readonly ListItem[];
  readonly grouped: boolean;
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
  readonly grouped: boolean;
  /** Keys of the groups that the user closed. */
  readonly collapsed: ReadonlySet<string>;
}

/** The list in its order: oldest first; in groups, those with a failure before those without. */
export function toList(rows: readonly RowVM[], options: ListOptions): ListVM {
  const matching = rows.filter(options.matches);
  const shown = matching.filter((row) => isShown(row, options));
  return {
    items: options.grouped ? inGroups(shown, options.collapsed) : shown.map(toItem),
    grouped: options.grouped,
    shown: shown.length,
    counts: countKinds(matching),
    total: rows.length,
  };
}

export function countKinds(rows: readonly RowVM[]): KindCounts {
  const counts = { blocked: 0, failed: 0, advice: 0, allowed: 0, opaque: 0, open: 0 };
  for (const row of rows) counts[row.kind] += 1;
  return counts;
}

function isShown(row: RowVM, { kinds, showOpaque }: ListOptions): boolean {
  if (row.kind === 'opaque') return showOpaque;
  return kinds.size === 0 || kinds.has(row.kind);
}

function toItem(row: RowVM): ListItem {
  return { type: 'row', key: row.id, row };
}

function inGroups(rows: readonly RowVM[], collapsed: ReadonlySet<string>): readonly ListItem[] {
  const groups = groupBy(rows, ({ target }) => target);
  const ordered = [...groups].sort(([, a], [, b]) => Number(hasFailure(b)) - Number(hasFailure(a)));
  return ordered.flatMap(([target, members]): ListItem[] => {
    const key = groupKey(target);
    const closed = collapsed.has(key);
    const heading: ListItem = {
      type: 'group',
      key,
      label: targetLabel(target),
      summary: strings.list.groupSummary(countKinds(members)),
      collapsed: closed,
    };
    return closed ? [heading] : [heading, ...members.map(toItem)];
  });
}

/** Can't be an exchange's id: those have no space. */
function groupKey(target: string): string {
  return `group ${target}`;
}

function hasFailure(rows: readonly RowVM[]): boolean {
  return rows.some((row) => row.kind === 'blocked' || row.kind === 'failed');
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
