import { type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../model/exchange.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import type { History } from '../../rules/history.ts';

export type Diagnose = (exchange: Exchange, history: History) => Diagnosis;

/** The diagnoses of a panel: each exchange object is diagnosed once, and never so many at once that the panel stalls. */
export interface Diagnoses {
  /** Grows whenever more diagnoses are known. */
  readonly version: ReadonlySignal<number>;
  /** How many of the wanted are still to come. */
  readonly waiting: ReadonlySignal<number>;
  known(exchange: Exchange): Diagnosis | undefined;
  /** At once, for what the user is looking at: with all that is known by now, which may tell more than it did then. */
  refresh(exchange: Exchange, history: History): Diagnosis;
  /** Later, in slices. What was wanted before and isn't any more is forgotten. */
  want(exchanges: readonly Exchange[], historyOf: (exchange: Exchange) => History): void;
}

/** A slice leaves most of a 16 ms frame to the browser. */
const SLICE_MS = 8;

export function createDiagnoses(diagnose: Diagnose, later: (task: () => void) => void): Diagnoses {
  const memo = new WeakMap<Exchange, Diagnosis>();
  const version = signal(0);
  const waiting = signal(0);
  let queue: readonly Exchange[] = [];
  let next = 0;
  let historyOf: ((exchange: Exchange) => History) | undefined;
  let scheduled = false;

  function slice(): void {
    scheduled = false;
    const deadline = performance.now() + SLICE_MS;
    while (next < queue.length && performance.now() < deadline) {
      const exchange = queue[next];
      next += 1;
      if (exchange && historyOf) memo.set(exchange, diagnose(exchange, historyOf(exchange)));
    }
    schedule();
    grow();
  }

  function grow(): void {
    version.value += 1;
  }

  function schedule(): void {
    waiting.value = queue.length - next;
    if (scheduled || next >= queue.length) return;
    scheduled = true;
    later(slice);
  }

  return {
    version,
    waiting,
    known: (exchange) => memo.get(exchange),
    refresh: (exchange, history) => {
      const before = memo.get(exchange);
      const diagnosis = diagnose(exchange, history);
      memo.set(exchange, diagnosis);
      // Later, because this is also called while something is computed from the version.
      if (before !== undefined && before.cause?.rule !== diagnosis.cause?.rule) later(grow);
      return diagnosis;
    },
    want: (exchanges, history) => {
      historyOf = history;
      queue = exchanges.filter((exchange) => !memo.has(exchange));
      next = 0;
      schedule();
    },
  };
}
