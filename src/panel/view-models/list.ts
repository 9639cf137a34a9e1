import type { Navigation } from '../../messages/messages.ts';
import { strings } from '../strings.ts';
import type { ArrangedRows, Arrangement } from './arranged-rows.ts';
import type { ListLines } from './list-lines.ts';
import { type KindCounts, ROW_KINDS, type RowKind } from './row.ts';

export interface ListVM {
  readonly items: ListLines;
  /** How the rows are arranged: another object when the user wants it otherwise. */
  readonly arrangement: Arrangement;
  /** Oldest first; what the rows' times are told from. */
  readonly navigations: readonly Navigation[];
  /** Requests that the filter lets through, in collapsed groups too. */
  readonly shown: number;
  /** Rows by verdict, over all that the text filter lets through. */
  readonly counts: KindCounts;
  readonly total: number;
}

/**
 * The list in its order: oldest first unless it is sorted; in groups, those with a failure before those without.
 *
 * @param collapsed keys of the groups that the user closed
 * @param navigations oldest first
 */
export function toList(
  arranged: ArrangedRows,
  collapsed: ReadonlySet<string>,
  navigations: readonly Navigation[],
): ListVM {
  const { arrangement, log, counts, shown } = arranged;
  const items = arranged.lines(collapsed, navigations);
  return { items, arrangement, navigations, shown, counts, total: log.rows.length };
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
