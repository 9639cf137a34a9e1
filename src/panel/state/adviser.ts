import { type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../model/exchange.ts';
import type { Steps } from '../../model/steps.ts';
import type { Advice, EvaluatedExchange } from '../../rules/advice/advice.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import type { Later } from './pace.ts';
import { createSlices } from './slices.ts';

export type AdviseInSteps = (exchanges: readonly EvaluatedExchange[]) => Steps<readonly Advice[]>;

/** What advice is worked out from. */
export interface AdviceSources {
  readonly adviseInSteps: AdviseInSteps;
  /** The exchanges by the servers that they went to, each oldest first. */
  readonly groups: () => ReadonlyMap<string, readonly Exchange[]>;
  /** Undefined as long as it is on its way. */
  readonly known: (exchange: Exchange) => Diagnosis | undefined;
}

/** The advice of a panel, kept up to date server by server while nobody waits for it. */
export interface Adviser {
  readonly advice: ReadonlySignal<readonly Advice[]>;
  /** Soon, and only for servers of which there is news: of the exchanges that there are by then. */
  want(): void;
  /** For all servers, for somebody who waits for it. */
  inSteps(): Steps<readonly Advice[]>;
}

/** Pages that ask one server all the time must not keep the panel busy with it: at least so long, … */
const REST_MS = 500;

/** … and long enough that working it out takes at most this share of the time. */
const SHARE = 1 / 20;

/** Of one server, the newest: enough to tell from, and what is worked out anew whenever there is one more. */
const MOST_EXCHANGES = 1_000;

interface Server {
  readonly exchanges: readonly EvaluatedExchange[];
  readonly advice: readonly Advice[];
}

export function createAdviser({ adviseInSteps, groups, known }: AdviceSources, later: Later): Adviser {
  const advice = signal<readonly Advice[]>([]);
  let servers: ReadonlyMap<string, Server> = new Map();
  let next = new Map<string, Server>();
  let isScheduled = false;
  /** Milliseconds that it took to work it out last. */
  let took = 0;
  const slices = createSlices<readonly [string, readonly Exchange[]]>(
    later,
    ([target, exchanges]) => lookAt(target, evaluated(exchanges)),
    publish,
  );

  function start(): void {
    if (slices.left() > 0) {
      later(start, REST_MS);
      return;
    }
    isScheduled = false;
    took = 0;
    next = new Map();
    slices.start([...groups()]);
    if (slices.left() === 0) publish();
  }

  function* lookAt(target: string, exchanges: readonly EvaluatedExchange[]): Steps<void> {
    const before = servers.get(target);
    if (before !== undefined && isSame(before.exchanges, exchanges)) next.set(target, before);
    else next.set(target, { exchanges, advice: yield* timed(adviseInSteps(exchanges)) });
  }

  function* timed<T>(steps: Steps<T>): Steps<T> {
    for (;;) {
      const startedAt = performance.now();
      const step = steps.next();
      took += performance.now() - startedAt;
      if (step.done === true) return step.value;
      yield;
    }
  }

  function publish(): void {
    if (slices.left() > 0) return;
    servers = next;
    advice.value = [...servers.values()].flatMap((server) => server.advice);
  }

  function evaluated(exchanges: readonly Exchange[]): readonly EvaluatedExchange[] {
    return exchanges.slice(-MOST_EXCHANGES).flatMap((exchange): EvaluatedExchange[] => {
      const diagnosis = known(exchange);
      return diagnosis === undefined ? [] : [{ exchange, evaluation: diagnosis.evaluation }];
    });
  }

  function* adviseAnew(): Steps<readonly Advice[]> {
    const all: Advice[] = [];
    for (const exchanges of groups().values()) all.push(...(yield* adviseInSteps(evaluated(exchanges))));
    return all;
  }

  return {
    advice,
    want: () => {
      if (isScheduled) return;
      isScheduled = true;
      later(start, Math.max(REST_MS, took * (1 / SHARE - 1)));
    },
    inSteps: adviseAnew,
  };
}

function isSame(some: readonly EvaluatedExchange[], others: readonly EvaluatedExchange[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ exchange, evaluation }, index) => {
      const other = others[index];
      return exchange === other?.exchange && evaluation === other.evaluation;
    })
  );
}
