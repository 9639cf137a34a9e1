import type { Steps } from '../../model/steps.ts';
import { type Changes, type Order, withChanges } from '../in-order.ts';
import { forEachInSteps } from '../steps.ts';
import { type Grouping, type Heading, hasFailure, headingOf, NO_ROWS, recount } from './groups.ts';
import type { KindCounts, RowVM } from './row.ts';
import { isInTime, orderOf, type Sort, sortRows } from './sort-rows.ts';

/** The rows of one group while they come and go: in the order of time, in the one that is shown, and counted. */
export class RowGroup {
  readonly #order: Order<RowVM>;
  readonly #sort: Sort;
  #inTime: readonly RowVM[] = [];
  #sorted: readonly RowVM[] = [];
  #counts: KindCounts = NO_ROWS;
  readonly #targets = new Map<string, number>();
  #heading: Heading | undefined;

  constructor(sort: Sort) {
    this.#sort = sort;
    this.#order = orderOf(sort);
  }

  /** Begins with these rows, oldest first. */
  *fill(rows: readonly RowVM[]): Steps<void> {
    this.#inTime = rows;
    this.#sorted = yield* sortRows(rows, this.#sort);
    const counts = { ...NO_ROWS };
    yield* forEachInSteps(rows, ({ kind, target }) => {
      counts[kind] += 1;
      this.#count(target, 1);
    });
    this.#counts = counts;
  }

  change(changes: Changes<RowVM>): void {
    this.#heading = undefined;
    this.#inTime = withChanges(this.#inTime, changes);
    this.#sorted = isInTime(this.#sort) ? this.#inTime : withChanges(this.#sorted, changes, this.#order);
    this.#counts = recount(this.#counts, changes);
    for (const { target } of changes.come) this.#count(target, 1);
    for (const { target } of changes.gone) this.#count(target, -1);
  }

  /** In the order that is shown. */
  get rows(): readonly RowVM[] {
    return this.#sorted;
  }

  get hasFailure(): boolean {
    return hasFailure(this.#counts);
  }

  /** The one that began first; undefined if there is none. */
  get first(): RowVM | undefined {
    return this.#inTime[0];
  }

  /** What is said of them: made once, as long as nothing changes. */
  heading(grouping: Exclude<Grouping, 'none'>): Heading | null {
    const { first } = this;
    if (first === undefined) return null;
    this.#heading ??= headingOf({ first, counts: this.#counts, targets: this.#targets }, grouping);
    return this.#heading;
  }

  #count(target: string, by: 1 | -1): void {
    const count = (this.#targets.get(target) ?? 0) + by;
    if (count === 0) this.#targets.delete(target);
    else this.#targets.set(target, count);
  }
}
