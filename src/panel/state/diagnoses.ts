import { batch, type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import type { History } from '../../rules/history.ts';
import { changesBetween } from '../in-order.ts';
import { createPace, type Later } from './pace.ts';
import { WaitingList } from './waiting-list.ts';

export type Diagnose = (exchange: Exchange, history: History) => Diagnosis;

/** While more are to come: each growth draws the list anew, and nobody reads faster. */
const GROWTH_INTERVAL_MS = 100;

/** The diagnoses of a panel: each exchange object is diagnosed once, and never so many at once that the panel stalls. */
export interface Diagnoses {
  /** Grows whenever more diagnoses are known. */
  readonly version: ReadonlySignal<number>;
  /** How many of the wanted are still to come. */
  readonly waiting: ReadonlySignal<number>;
  known(exchange: Exchange): Diagnosis | undefined;
  /** At once, for what the user is looking at: with all that is known by now, which may tell more than it did then. */
  refresh(exchange: Exchange, history: History): Diagnosis;
  /** These first, as far as they are wanted: the user sees them. */
  prefer(exchanges: readonly Exchange[]): void;
  /**
   * As many at once as fit in a slice, so that the few that come while a page is used are drawn once, and whole; the
   * rest later, in slices, and whatever comes as long as there is a rest. What was wanted before and isn't any more is
   * forgotten.
   *
   * @param exchanges all that there are, oldest first
   */
  want(exchanges: readonly Exchange[], historyOf: (exchange: Exchange) => History): void;
}

/** @param onChange is told of each exchange that has got a diagnosis, or another */
export function createDiagnoses(
  diagnose: Diagnose,
  later: Later,
  onChange: (exchange: Exchange) => void = () => undefined,
): Diagnoses {
  /** Of all that are wanted. Not a `WeakMap`: of that, collecting garbage looks through all values while everything waits. */
  const memo = new Map<Exchange, Diagnosis | undefined>();
  const version = signal(0);
  const waiting = signal(0);
  let grownAt = Number.NEGATIVE_INFINITY;
  let historyOf: ((exchange: Exchange) => History) | undefined;
  let wanted: readonly Exchange[] = [];
  const queue = new WaitingList<Exchange>();
  const pace = createPace(later, step, () => {
    if (queue.size > 0 && performance.now() - grownAt < GROWTH_INTERVAL_MS) return;
    batch(() => {
      waiting.value = queue.size;
      grow();
    });
  });

  function step(): boolean {
    const exchange = queue.take();
    // What was looked at meanwhile has its diagnosis.
    if (exchange !== undefined && historyOf && memo.get(exchange) === undefined)
      keep(exchange, diagnose(exchange, historyOf(exchange)));
    return queue.size > 0;
  }

  function keep(exchange: Exchange, diagnosis: Diagnosis): void {
    if (memo.has(exchange)) memo.set(exchange, diagnosis);
    onChange(exchange);
  }

  function grow(): void {
    grownAt = performance.now();
    version.value += 1;
  }

  return {
    version,
    waiting,
    known: (exchange) => memo.get(exchange),
    refresh: (exchange, history) => {
      const before = memo.get(exchange);
      const diagnosis = diagnose(exchange, history);
      keep(exchange, diagnosis);
      // Later, because this is also called while something is computed from the version.
      if (before !== undefined && before.lead.rule !== diagnosis.lead.rule) later(grow);
      return diagnosis;
    },
    prefer: (exchanges) => queue.prefer(exchanges),
    want: (exchanges, history) => {
      historyOf = history;
      const { come, gone } = changesBetween(wanted, exchanges);
      wanted = exchanges;
      const isBehind = queue.size > 0;
      for (const exchange of gone) {
        queue.delete(exchange);
        memo.delete(exchange);
      }
      for (const exchange of come) {
        memo.set(exchange, undefined);
        queue.add(exchange);
      }
      if (isBehind) pace.start();
      else if (queue.size > 0) pace.startNow();
      waiting.value = queue.size;
    },
  };
}
