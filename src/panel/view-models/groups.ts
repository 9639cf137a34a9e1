import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import type { Changes } from '../in-order.ts';
import { listStrings } from '../list-strings.ts';
import { strings } from '../strings.ts';
import { type KindCounts, ROW_KINDS, type RowKind, type RowVM, targetLabel } from './row.ts';

/** By what the list's rows are grouped: by the origin of the API, by cause, or not at all. */
export type Grouping = 'api' | 'cause' | 'none';

export const GROUPINGS: readonly Grouping[] = ['api', 'cause', 'none'];

/** What a heading says of the rows below it. */
export interface Heading {
  readonly label: string;
  readonly summary: string;
  /** The numbers in the summary, for where there is no room for its words. */
  readonly numbers: readonly GroupNumber[];
  /** The verdict, where all of them have the same for the same cause. */
  readonly kind: RowKind | null;
  /** The origin of the API to which all of them went; null if they went to several. */
  readonly target: string | null;
}

/** How many rows there are: of a kind, or for null of all kinds. */
export interface GroupNumber {
  readonly kind: RowKind | null;
  readonly count: number;
}

/** What there is to say of rows. */
export interface RowTally {
  readonly first: RowVM;
  readonly counts: KindCounts;
  /** How many rows there are of each target. */
  readonly targets: ReadonlyMap<string, number>;
}

/** The name of a row's group: rows with the same are in one. */
export function groupOf(row: RowVM, grouping: Grouping): string {
  switch (grouping) {
    case 'api':
      return row.target;
    case 'cause':
      // The same rule can have several titles, and each is a cause of its own to whoever reads them.
      return `${row.cause} ${row.title}`;
    case 'none':
      return '';
  }
}

export function headingOf(tally: RowTally, grouping: Exclude<Grouping, 'none'>): Heading {
  return grouping === 'api' ? headingOfApi(tally) : headingOfCause(tally);
}

function headingOfApi({ first, counts }: RowTally): Heading {
  const { target } = first;
  const numbers = ROW_KINDS.flatMap((kind) => (counts[kind] > 0 ? [{ kind, count: counts[kind] }] : []));
  return {
    label: targetLabel(target),
    summary: numbers.map(({ kind, count }) => strings.kindCounts[kind]({ count })).join(' · '),
    numbers,
    kind: null,
    target: apiWith(target),
  };
}

function headingOfCause({ first, counts, targets }: RowTally): Heading {
  const { title, kind, target } = first;
  const total = ROW_KINDS.reduce((sum, each) => sum + counts[each], 0);
  return {
    label: title,
    summary:
      targets.size === 1
        ? listStrings.requestsTo({ count: total, target: targetLabel(target) })
        : listStrings.requestsToApis({ count: total, apis: targets.size }),
    numbers: [{ kind: null, count: total }],
    kind: counts[kind] === total ? kind : null,
    target: targets.size === 1 ? apiWith(target) : null,
  };
}

/** An origin that isn't one names no API. */
export function apiWith(origin: string): string | null {
  return origin === OPAQUE_ORIGIN ? null : origin;
}

export const NO_ROWS: KindCounts = { blocked: 0, failed: 0, advice: 0, allowed: 0, opaque: 0, open: 0 };

/** How many rows of each kind there are after some have come and others gone. */
export function recount(counts: KindCounts, { come, gone }: Changes<RowVM>): KindCounts {
  const next = { ...counts };
  for (const { kind } of come) next[kind] += 1;
  for (const { kind } of gone) next[kind] -= 1;
  return next;
}

export function hasFailure({ blocked, failed }: KindCounts): boolean {
  return blocked + failed > 0;
}
