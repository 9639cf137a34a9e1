import type { Navigation } from '../../messages/messages.ts';
import type { Steps } from '../../model/steps.ts';
import { groupBy } from '../group-by.ts';
import { byStart, type Changes, changesBetween } from '../in-order.ts';
import { forEachInSteps } from '../steps.ts';
import type { RowPredicate } from './filter.ts';
import { type Grouping, groupOf, NO_ROWS, recount } from './groups.ts';
import { ListLines, type Section } from './list-lines.ts';
import { placeMarks } from './page-loads.ts';
import type { KindCounts, RowKind, RowVM } from './row.ts';
import { RowGroup } from './row-group.ts';
import { isInTime, orderOf, type Sort } from './sort-rows.ts';

/** All rows of a panel. */
export interface RowLog {
  /** Oldest first. */
  readonly rows: readonly RowVM[];
  readonly byId: { readonly size: number; get(id: string): RowVM | undefined };
  /** How many there are of each kind. */
  readonly counts: KindCounts;
}

/** Which rows are listed, and in which order. */
export interface Arrangement {
  readonly matches: RowPredicate;
  /** The verdicts to show; empty for all. */
  readonly kinds: ReadonlySet<RowKind>;
  readonly showOpaque: boolean;
  readonly grouping: Grouping;
  readonly sort: Sort;
}

/**
 * Rows in an arrangement. To arrange thousands takes a while, and can be done in steps; after that, what comes and goes
 * costs what it is, however many there are.
 */
export class ArrangedRows {
  readonly arrangement: Arrangement;
  #log: RowLog = { rows: [], byId: new Map(), counts: NO_ROWS };
  /** Of all rows that the text filter lets through. */
  #counts: KindCounts = NO_ROWS;
  #shown = 0;
  readonly #groups = new Map<string, RowGroup>();

  constructor(arrangement: Arrangement) {
    this.arrangement = arrangement;
  }

  get log(): RowLog {
    return this.#log;
  }

  get counts(): KindCounts {
    return this.#counts;
  }

  /** How many rows are listed, in closed groups, too. */
  get shown(): number {
    return this.#shown;
  }

  /** Begins with these rows. Whatever comes meanwhile is taken in afterwards, by `update`. */
  *fill(log: RowLog): Steps<void> {
    const counts = { ...NO_ROWS };
    const { matches, grouping, sort } = this.arrangement;
    const groups = new Map<string, RowVM[]>();
    yield* forEachInSteps(log.rows, (row) => {
      if (!matches(row)) return;
      counts[row.kind] += 1;
      if (!this.#isListed(row)) return;
      const name = groupOf(row, grouping);
      const group = groups.get(name);
      if (group === undefined) groups.set(name, [row]);
      else group.push(row);
      this.#shown += 1;
    });
    for (const [name, rows] of groups) {
      const group = new RowGroup(sort);
      yield* group.fill(rows);
      this.#groups.set(name, group);
    }
    this.#counts = counts;
    this.#log = log;
  }

  /** Takes in what has changed since the last time. */
  update(log: RowLog): void {
    const { matches, grouping, sort } = this.arrangement;
    const matching = filterChanges(changesBetween(this.#log.rows, log.rows), matches);
    const { come, gone } = filterChanges(matching, (row) => this.#isListed(row));
    const coming = groupBy(come, (row) => groupOf(row, grouping));
    const going = groupBy(gone, (row) => groupOf(row, grouping));
    for (const name of new Set([...coming.keys(), ...going.keys()])) {
      const group = this.#groups.get(name) ?? new RowGroup(sort);
      group.change({ come: coming.get(name) ?? [], gone: going.get(name) ?? [] });
      if (group.rows.length === 0) this.#groups.delete(name);
      else this.#groups.set(name, group);
    }
    this.#counts = recount(this.#counts, matching);
    this.#shown += come.length - gone.length;
    this.#log = log;
  }

  /**
   * The lines as they are now: those of a list that is changed afterwards stay what they are.
   *
   * @param collapsed keys of the groups that the user closed
   * @param navigations oldest first
   */
  lines(collapsed: ReadonlySet<string>, navigations: readonly Navigation[]): ListLines {
    const { grouping } = this.arrangement;
    const { byId } = this.#log;
    const sections = grouping === 'none' ? this.#inOneLine(navigations) : this.#inGroups(grouping, collapsed);
    return new ListLines(sections, {
      rowOf: (id) => byId.get(id),
      groupOf: (row) => groupOf(row, grouping),
      order: orderOf(this.arrangement.sort),
    });
  }

  #isListed({ kind }: RowVM): boolean {
    const { kinds, showOpaque } = this.arrangement;
    if (kind === 'opaque') return showOpaque;
    return kinds.size === 0 || kinds.has(kind);
  }

  /**
   * Page loads are marked in the order of time only: in any other, and in groups, rows of several loads stand side by
   * side, and the mark would come again and again. There, the column of times tells.
   */
  #inOneLine(navigations: readonly Navigation[]): readonly Section[] {
    const rows = this.#groups.get('')?.rows ?? [];
    const marks = isInTime(this.arrangement.sort) ? [...placeMarks(rows, navigations)] : [];
    const starts = [[0, null] as const, ...marks];
    return starts.map(([from, head], index) => ({
      group: '',
      head,
      rows,
      from,
      to: starts[index + 1]?.[0] ?? rows.length,
    }));
  }

  /** Those with a failure before those without, else in the order in which their first rows are, whatever the rows are sorted by. */
  #inGroups(grouping: Exclude<Grouping, 'none'>, collapsed: ReadonlySet<string>): readonly Section[] {
    const groups = [...this.#groups].flatMap(([name, group]) => {
      const { first, hasFailure, rows } = group;
      const heading = group.heading(grouping);
      return first === undefined || heading === null ? [] : [{ name, first, hasFailure, rows, heading }];
    });
    groups.sort((a, b) => Number(b.hasFailure) - Number(a.hasFailure) || byStart(a.first, b.first));
    return groups.map(({ name, heading, rows }) => {
      const key = `group ${name}`;
      const isClosed = collapsed.has(key);
      return {
        group: name,
        head: { type: 'group', key, ...heading, collapsed: isClosed },
        rows,
        from: 0,
        to: isClosed ? 0 : rows.length,
      };
    });
  }
}

function filterChanges({ come, gone }: Changes<RowVM>, keeps: RowPredicate): Changes<RowVM> {
  return { come: come.filter(keeps), gone: gone.filter(keeps) };
}
