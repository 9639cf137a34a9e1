import type { BackgroundMessage } from '../../messages/messages.ts';
import type { Exchange } from '../../model/exchange.ts';
import { sizeOf } from '../../model/exchange-size.ts';
import { lastSeenAt } from '../../model/last-seen.ts';
import { MAX_CHARACTERS_IN_PANEL, MAX_EXCHANGES_IN_PANEL } from '../../model/limits.ts';

/** The exchanges of the tab as the panel knows them, by id and in the order in which they started. */
export interface ExchangeLog {
  readonly byId: ReadonlyMap<string, Exchange>;
  readonly ordered: readonly Exchange[];
  /** Of all of them together. */
  readonly characters: number;
}

export const EMPTY_LOG: ExchangeLog = { byId: new Map(), ordered: [], characters: 0 };

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
      return EMPTY_LOG;
  }
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
  const newer = changed
    .filter((exchange) => supersedes(exchange, log.byId.get(exchange.id)))
    .map((exchange) => keepingReadability(exchange, log.byId.get(exchange.id)));
  const gone = removed.filter((id) => log.byId.has(id));
  if (newer.length === 0 && gone.length === 0) return log;
  const byId = new Map(log.byId);
  let { characters } = log;
  for (const exchange of newer) {
    characters += sizeOf(exchange) - sizeIn(byId, exchange.id);
    byId.set(exchange.id, exchange);
  }
  for (const id of removed) {
    characters -= sizeIn(byId, id);
    byId.delete(id);
  }
  return withinLimits({ byId, ordered: [...byId.values()].sort(byStart), characters });
}

/** Without the oldest, as far as there are too many. */
function withinLimits(log: ExchangeLog): ExchangeLog {
  let { characters } = log;
  let first = 0;
  while (
    log.ordered.length - first > MAX_EXCHANGES_IN_PANEL ||
    (characters > MAX_CHARACTERS_IN_PANEL && log.ordered.length - first > 1)
  ) {
    characters -= sizeIn(log.byId, log.ordered[first]?.id ?? '');
    first += 1;
  }
  if (first === 0) return log;
  const ordered = log.ordered.slice(first);
  return { byId: new Map(ordered.map((exchange) => [exchange.id, exchange])), ordered, characters };
}

function sizeIn(byId: ReadonlyMap<string, Exchange>, id: string): number {
  const exchange = byId.get(id);
  return exchange === undefined ? 0 : sizeOf(exchange);
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

function byStart(a: Exchange, b: Exchange): number {
  return a.startedAt - b.startedAt || (a.id < b.id ? -1 : 1);
}
