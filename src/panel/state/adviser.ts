import { type ReadonlySignal, signal } from '@preact/signals';
import type { Advice, EvaluatedExchange } from '../../rules/advice/advice.ts';
import { targetOf } from '../../rules/index-history.ts';
import { groupBy } from '../group-by.ts';
import { createSlices, type Later } from './slices.ts';

export type AdviseOn = (exchanges: readonly EvaluatedExchange[]) => readonly Advice[];

/** The advice of a panel, kept up to date server by server while nobody waits for it. */
export interface Adviser {
  readonly advice: ReadonlySignal<readonly Advice[]>;
  /** Soon, and only for servers of which there is news: of the exchanges that there are by then. */
  want(exchanges: () => readonly EvaluatedExchange[]): void;
  /** At once, for all servers. */
  now(exchanges: readonly EvaluatedExchange[]): readonly Advice[];
}

/** Pages that ask one server all the time must not keep the panel busy with it: at least so long, … */
const REST_MS = 500;

/** … and long enough that working it out takes at most this share of the time. */
const SHARE = 1 / 20;

/**
 * Of one server, the newest. Its advice can't be worked out in slices: for 5,000 exchanges it would take a quarter of a
 * second, in which nobody could type.
 */
const MOST_EXCHANGES = 1_000;

interface Server {
  readonly exchanges: readonly EvaluatedExchange[];
  /** Undefined as long as it was not worked out. */
  advice?: readonly Advice[];
}

export function createAdviser(adviseOn: AdviseOn, later: Later): Adviser {
  const advice = signal<readonly Advice[]>([]);
  let servers: ReadonlyMap<string, Server> = new Map();
  let wanted: () => readonly EvaluatedExchange[] = () => [];
  let scheduled = false;
  /** Milliseconds that it took to work it out last. */
  let took = 0;
  const slices = createSlices<Server>(
    later,
    (server) => {
      const startedAt = performance.now();
      server.advice = adviseOn(server.exchanges);
      took += performance.now() - startedAt;
    },
    publish,
  );

  function start(): void {
    scheduled = false;
    took = 0;
    servers = new Map(
      [...byServer(wanted())].map(([target, exchanges]) => [target, serverOf(target, exchanges)]),
    );
    const changed = [...servers.values()].filter((server) => server.advice === undefined);
    slices.start(changed);
    if (changed.length === 0) publish();
  }

  function publish(): void {
    if (slices.left() > 0) return;
    advice.value = [...servers.values()].flatMap((server) => server.advice ?? []);
  }

  function serverOf(target: string, exchanges: readonly EvaluatedExchange[]): Server {
    const known = servers.get(target);
    return known !== undefined && isSame(known.exchanges, exchanges) ? known : { exchanges };
  }

  return {
    advice,
    want: (exchanges) => {
      wanted = exchanges;
      if (scheduled) return;
      scheduled = true;
      later(start, Math.max(REST_MS, took * (1 / SHARE - 1)));
    },
    now: (exchanges) => [...byServer(exchanges).values()].flatMap(adviseOn),
  };
}

function byServer(
  exchanges: readonly EvaluatedExchange[],
): ReadonlyMap<string, readonly EvaluatedExchange[]> {
  const groups = groupBy(exchanges, ({ exchange }) => targetOf(exchange));
  return new Map([...groups].map(([target, group]) => [target, group.slice(-MOST_EXCHANGES)]));
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
