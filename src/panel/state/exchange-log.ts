import type { BackgroundMessage } from '../../messages/messages.ts';
import type { Exchange } from '../../model/exchange.ts';
import { sizeOf } from '../../model/exchange-size.ts';
import { lastSeenAt } from '../../model/last-seen.ts';
import { MAX_CHARACTERS_IN_PANEL, MAX_EXCHANGES_IN_PANEL } from '../../model/limits.ts';
import { byStart, type Changes, withChanges } from '../in-order.ts';
import { PersistentMap } from './persistent-map.ts';

/** The exchanges of the tab as the panel knows them, by id and in the order in which they started. */
export interface ExchangeLog {
  readonly byId: PersistentMap<Exchange>;
  readonly ordered: readonly Exchange[];
  /** Of all of them together. */
  readonly characters: number;
  /** How much it keeps; of what is beyond the oldest goes. */
  readonly limits: LogLimits;
}

export interface LogLimits {
  readonly exchanges: number;
  readonly characters: number;
}

export const EMPTY_LOG: ExchangeLog = {
  byId: PersistentMap.empty(),
  ordered: [],
  characters: 0,
  limits: { exchanges: MAX_EXCHANGES_IN_PANEL, characters: MAX_CHARACTERS_IN_PANEL },
};

/**
 * The log after a message. Applying a message twice changes nothing.
 *
 * A snapshot is merged, not put in place of what is there: it also comes after the browser has stopped and restarted
 * the background, which may have lost what the user is just reading. Only `cleared` and `removed` take rows away; and
 * the limits, which the background keeps by itself as long as it isn't stopped. What it lost then, it has counted.
 */
export function applyMessage(log: ExchangeLog, message: BackgroundMessage): ExchangeLog {
  switch (message.kind) {
    case 'snapshot':
      return merge(withInterrupted(log, message.exchanges), message.exchanges, []);
    case 'delta':
      return merge(log, message.changed, message.removed);
    case 'cleared':
      return { ...EMPTY_LOG, limits: log.limits };
  }
}

/** The log with exchanges that no background tells of: those of a report. */
export function withExchanges(log: ExchangeLog, exchanges: readonly Exchange[]): ExchangeLog {
  return merge(log, exchanges, []);
}

/** The log with what has been found out about whether script could read the responses (by exchange id). */
export function withReadability(log: ExchangeLog, readable: ReadonlyMap<string, boolean>): ExchangeLog {
  const found = [...readable].flatMap(([id, readableByScript]) => {
    const exchange = log.byId.get(id);
    return exchange === undefined ? [] : [{ ...exchange, readableByScript }];
  });
  return merge(log, found, []);
}

function merge(log: ExchangeLog, changed: readonly Exchange[], removed: readonly string[]): ExchangeLog {
  const come = new Map<string, Exchange>();
  const gone = new Map<string, Exchange>();
  for (const exchange of changed) {
    const before = log.byId.get(exchange.id);
    const known = come.get(exchange.id) ?? before;
    if (!supersedes(exchange, known)) continue;
    come.set(exchange.id, keepingReadability(exchange, known));
    if (before !== undefined) gone.set(exchange.id, before);
  }
  for (const id of removed) {
    const known = log.byId.get(id);
    if (known !== undefined) gone.set(id, known);
    come.delete(id);
  }
  if (come.size === 0 && gone.size === 0) return log;
  const inOrder = (exchanges: ReadonlyMap<string, Exchange>) => [...exchanges.values()].sort(byStart);
  return withinLimits(take(log, { come: inOrder(come), gone: inOrder(gone) }));
}

function take({ byId, ordered, characters, limits }: ExchangeLog, changes: Changes): ExchangeLog {
  const { come, gone } = changes;
  return {
    byId: byId.with(
      come.map((exchange) => [exchange.id, exchange] as const),
      gone.map(({ id }) => id),
    ),
    ordered: withChanges(ordered, changes),
    characters: characters + sizeOfAll(come) - sizeOfAll(gone),
    limits,
  };
}

/** Without the oldest, as far as there are too many. */
function withinLimits(log: ExchangeLog): ExchangeLog {
  const { ordered, limits } = log;
  let { characters } = log;
  let first = 0;
  for (const exchange of ordered) {
    const left = ordered.length - first;
    if (left <= limits.exchanges && (characters <= limits.characters || left <= 1)) break;
    characters -= sizeOf(exchange);
    first += 1;
  }
  return first === 0 ? log : take(log, { come: [], gone: ordered.slice(0, first) });
}

function sizeOfAll(exchanges: readonly Exchange[]): number {
  return exchanges.reduce((sum, exchange) => sum + sizeOf(exchange), 0);
}

/**
 * What runs here and isn't known there any more began in the moment in which the background was stopped. Nobody waits for
 * its end.
 */
function withInterrupted(log: ExchangeLog, snapshot: readonly Exchange[]): ExchangeLog {
  const known = new Set(snapshot.map(({ id }) => id));
  const interrupted = log.ordered.flatMap((exchange): readonly Exchange[] => {
    if (exchange.outcome.state !== 'pending' || known.has(exchange.id)) return [];
    const outcome = { state: 'closed', at: lastSeenAt(exchange), reason: 'recorder-stopped' } as const;
    return [{ ...exchange, outcome }];
  });
  return merge(log, interrupted, []);
}

/**
 * What was restored after a restart can be older than what the panel has seen: an end that the browser reported is never
 * taken back, one that was only concluded is.
 */
function supersedes(exchange: Exchange, known: Exchange | undefined): boolean {
  if (known === undefined || exchange.outcome.state !== 'pending') return true;
  return known.outcome.state === 'pending' || known.outcome.state === 'closed';
}

/** What the page's own timing told only the panel knows: the background sends the exchange without it again. */
function keepingReadability(exchange: Exchange, known: Exchange | undefined): Exchange {
  const readableByScript = exchange.readableByScript ?? known?.readableByScript;
  return readableByScript === undefined ? exchange : { ...exchange, readableByScript };
}
