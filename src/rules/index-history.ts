import { serverOf } from '../fetch/url-parts.ts';
import type { Exchange } from '../model/exchange.ts';
import type { History } from './history.ts';

/** What one diagnosis may look back on, and ahead to: a bound on its time, far above what a cause needs. */
const MOST_BEFORE = 150;
const MOST_EXCHANGES = 200;

/**
 * Indexes exchanges (oldest first) by the origin that their last hop went to, once; what comes out gives each
 * exchange its view of the others: those around it, most of them earlier. One that isn't among them counts as the newest.
 */
export function indexHistory(exchanges: readonly Exchange[]): (exchange: Exchange) => History {
  let index: Index | undefined;
  return (exchange) => ({
    ofTarget: (origin) => {
      index ??= indexOf(exchanges);
      const { positions, groups } = index;
      const all = groups.get(origin) ?? [];
      const position = positions.get(exchange) ?? exchanges.length;
      const before = countWhile(all, (other) => (positions.get(other) ?? 0) < position);
      return viewOfGroup(exchange, all, before);
    },
  });
}

/**
 * What an exchange sees of those that went to one origin (oldest first).
 *
 * @param before how many of them are earlier than it
 */
export function viewOfGroup(
  exchange: Exchange,
  all: readonly Exchange[],
  before: number,
): readonly Exchange[] {
  const start = Math.max(0, Math.min(before - MOST_BEFORE, all.length - MOST_EXCHANGES - 1));
  return all.slice(start, start + MOST_EXCHANGES + 1).filter((other) => other.id !== exchange.id);
}

interface Index {
  readonly positions: ReadonlyMap<Exchange, number>;
  readonly groups: ReadonlyMap<string, readonly Exchange[]>;
}

function indexOf(exchanges: readonly Exchange[]): Index {
  const positions = new Map<Exchange, number>();
  const groups = new Map<string, Exchange[]>();
  for (const exchange of exchanges) {
    positions.set(exchange, positions.size);
    const target = targetOf(exchange);
    const group = groups.get(target);
    if (group === undefined) groups.set(target, [exchange]);
    else group.push(exchange);
  }
  return { positions, groups };
}

/** How many of the first items have a property that none has after one that hasn't: by halving. */
function countWhile<T>(items: readonly T[], has: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    if (item !== undefined && has(item)) low = middle + 1;
    else high = middle;
  }
  return low;
}

const targets = new WeakMap<Exchange, string>();

/** The origin that an exchange's last hop went to. Parsed once: of thousands it is asked several times a second. */
export function targetOf(exchange: Exchange): string {
  const known = targets.get(exchange);
  if (known !== undefined) return known;
  const target = serverOf((exchange.hops.at(-1) ?? exchange.hops[0]).url);
  targets.set(exchange, target);
  return target;
}
