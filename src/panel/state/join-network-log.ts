import type { CallFrame, Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import { containsHeader, getHeader, type HeaderList } from '../../model/header-list.ts';
import type { NetworkEntry } from '../../platform/network-log.ts';
import { groupBy } from '../group-by.ts';
import type { Enrichment, HopEnrichment } from './enrichment.ts';

/**
 * How far the log's times are off: they are whole milliseconds, and Chromium's preflights begin there up to 3 ms after
 * webRequest has shown them.
 */
export const CLOCK_ERROR_MS = 5;

/** One message of an exchange that the log can tell more of. */
interface Asked {
  readonly exchange: Exchange;
  readonly hop: Hop;
  readonly hopIndex: number;
  readonly startedAt: number;
  /** Infinity while it runs. */
  readonly endedAt: number;
}

/** What an entry tells of a message. `null`: nothing; `undefined`: the entry is another message's. */
type Tell<T> = (entry: NetworkEntry, asked: Asked) => T | null | undefined;

/**
 * Joins what the browser recorded with what DevTools' network log says of the same requests, by exchange id. The log has
 * no ids, and a join that could be another's is not made.
 *
 * A message and its entry have the same URL and method, and run at the same time (measured in both browsers: webRequest
 * shows a message while its entry runs, or in Firefox the other way round). So each such entry can be the one. What
 * they tell counts if all of them tell the same, and if there are enough of them for all messages around: otherwise some
 * are missing (not finished yet, from before DevTools was opened), maybe the right one.
 *
 * @param exchanges all that were recorded of the URLs in question, as recorded, whether they can be joined or not: they
 *   tell whose entries are there
 * @param entries in any order
 */
export function joinNetworkLog(
  exchanges: readonly Exchange[],
  entries: readonly NetworkEntry[],
): ReadonlyMap<string, Enrichment> {
  const requests = entries.filter(({ isPreflight }) => !isPreflight);
  const preflights = entries.filter(({ isPreflight }) => isPreflight);
  const isFirefox = exchanges[0]?.observedIn.engine === 'firefox';
  const found = new Found();
  if (isFirefox) {
    // What got no answer has no lines, and the log leaves out some of it.
    const answered = exchanges.flatMap(messagesOf).filter(({ hop }) => hop.response !== undefined);
    const answeredEntries = requests.filter(({ response }) => response !== null);
    for (const [asked, responseLines] of answersTo(answered, answeredEntries, linesOfResponse)) {
      found.addToHop(asked, { responseLines });
    }
    const asked = exchanges.flatMap(preflightsOf);
    for (const [each, preflightLines] of answersTo(asked, preflights, linesOfPreflight)) {
      found.addToHop(each, { preflightLines });
    }
    return found.byExchange;
  }
  const asked = exchanges.flatMap(messagesOf);
  for (const [each, startedBy] of answersTo(asked, requests, stackOf)) found.addStack(each, startedBy);
  for (const [each, unsent] of answersTo(asked, requests, unsentHeaders)) found.addToHop(each, { unsent });
  for (const [each, error] of answersTo(exchanges.flatMap(preflightsOf), preflights, errorOf)) {
    found.addToHop(each, { preflightError: error });
  }
  return found.byExchange;
}

/** Each hop is a request of its own in the log. */
function messagesOf(exchange: Exchange): readonly Asked[] {
  return exchange.hops.map((hop, hopIndex) => ({
    exchange,
    hop,
    hopIndex,
    startedAt: hop.startedAt,
    endedAt: endOf(exchange, hopIndex),
  }));
}

function preflightsOf(exchange: Exchange): readonly Asked[] {
  return exchange.hops.flatMap((hop, hopIndex): Asked[] => {
    const { preflight } = hop;
    if (preflight === undefined) return [];
    const endedAt = preflight.endedAt ?? endOf(exchange, hopIndex);
    return [{ exchange, hop, hopIndex, startedAt: preflight.startedAt, endedAt }];
  });
}

function endOf({ hops, outcome }: Exchange, hopIndex: number): number {
  return (
    hops[hopIndex + 1]?.startedAt ?? (outcome.state === 'pending' ? Number.POSITIVE_INFINITY : outcome.at)
  );
}

/** Firefox: the lines whose joined form is what webRequest showed, which is a proof of its own. */
function linesOfResponse(entry: NetworkEntry, { hop }: Asked): HeaderList | undefined {
  return linesLike(hop.response, entry);
}

function linesOfPreflight(entry: NetworkEntry, { hop }: Asked): HeaderList | undefined {
  return linesLike(hop.preflight?.response, entry);
}

function linesLike(shown: HttpResponse | undefined, { response }: NetworkEntry): HeaderList | undefined {
  if (shown?.lines !== 'joined' || shown.leftOut !== undefined) return undefined;
  if (response?.status !== shown.status) return undefined;
  return hasSameLines(response.joined, shown.headers) ? response.apart : undefined;
}

function hasSameLines(a: HeaderList, b: HeaderList): boolean {
  return (
    a.length === b.length &&
    a.every(([name, value], index) => name === b[index]?.[0] && value === b[index]?.[1])
  );
}

/** A redirect goes on with what was started at first. */
function stackOf({ stack }: NetworkEntry, { hopIndex }: Asked): readonly CallFrame[] | null {
  return hopIndex === 0 && stack.length > 0 ? stack : null;
}

/** The headers of a request that its preflight kept from being sent: they hold every name that the preflight asked for. */
function unsentHeaders({ unsent }: NetworkEntry, { hop, hopIndex }: Asked): HeaderList | null {
  const { preflight, request, response } = hop;
  if (preflight === undefined || request !== undefined || response !== undefined || hopIndex > 0) return null;
  if (unsent === null) return null;
  const asked = getHeader(preflight.request.headers, 'Access-Control-Request-Headers') ?? '';
  const names = asked.split(',').map((name) => name.trim());
  return names.every((name) => name === '' || containsHeader(unsent, name)) ? unsent : null;
}

/** The error of a preflight that got no answer, where webRequest doesn't tell it. */
function errorOf({ error }: NetworkEntry, { hop: { preflight } }: Asked): string | null {
  if (preflight?.error === undefined || preflight.response !== undefined) return null;
  return error === null || error === preflight.error ? null : error;
}

/** What the entries tell of each message, where that is beyond doubt. */
function answersTo<T>(
  asked: readonly Asked[],
  entries: readonly NetworkEntry[],
  tell: Tell<T>,
): readonly (readonly [Asked, T])[] {
  const entriesOf = groupBy(entries, keyOf);
  return [...groupBy(asked, ({ hop }) => keyOf(hop))].flatMap(([key, messages]) =>
    atTheSameTime(messages, entriesOf.get(key) ?? []).flatMap((moment) => answersAt(moment, tell)),
  );
}

function answersAt<T>({ messages, entries }: Moment, tell: Tell<T>): readonly (readonly [Asked, T])[] {
  if (messages.length > entries.length) return [];
  return messages.filter(canBeJoined).flatMap((asked): (readonly [Asked, T])[] => {
    const told = entries
      .filter((entry) => overlaps(entry, asked))
      .map((entry) => tell(entry, asked))
      .filter((each) => each !== undefined);
    const [first] = told;
    if (first === undefined || first === null || !told.every((each) => isSame(each, first))) return [];
    return [[asked, first]];
  });
}

/** Shared and service workers have logs of their own. */
function canBeJoined({ exchange: { tabId }, endedAt }: Asked): boolean {
  return tabId >= 0 && Number.isFinite(endedAt);
}

function keyOf({ method, url }: { readonly method: string; readonly url: string }): string {
  return `${method} ${url}`;
}

/** Messages and entries that run at the same time as one another, directly or by way of others. */
interface Moment {
  readonly messages: Asked[];
  readonly entries: NetworkEntry[];
}

function atTheSameTime(messages: readonly Asked[], entries: readonly NetworkEntry[]): readonly Moment[] {
  const moments: Moment[] = [];
  let end = Number.NEGATIVE_INFINITY;
  const all = [
    ...messages.map((message) => ({ message, ...message })),
    ...entries.map((entry) => ({ entry, ...entry })),
  ].sort((a, b) => a.startedAt - b.startedAt);
  for (const each of all) {
    let moment = moments.at(-1);
    if (moment === undefined || each.startedAt - end > CLOCK_ERROR_MS) {
      moment = { messages: [], entries: [] };
      moments.push(moment);
    }
    if ('message' in each) moment.messages.push(each.message);
    else moment.entries.push(each.entry);
    end = Math.max(end, each.endedAt);
  }
  return moments;
}

function overlaps(entry: NetworkEntry, asked: Asked): boolean {
  return (
    entry.startedAt - asked.endedAt <= CLOCK_ERROR_MS && asked.startedAt - entry.endedAt <= CLOCK_ERROR_MS
  );
}

/** Both are plain data, made by the same code. */
function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

/** Collects what was found, by exchange and hop. */
class Found {
  readonly byExchange = new Map<string, Enrichment>();

  addStack({ exchange }: Asked, startedBy: readonly CallFrame[]): void {
    this.byExchange.set(exchange.id, { ...this.#of(exchange), startedBy });
  }

  addToHop({ exchange, hopIndex }: Asked, more: HopEnrichment): void {
    const before = this.#of(exchange);
    const hops = new Map(before.hops).set(hopIndex, { ...before.hops.get(hopIndex), ...more });
    this.byExchange.set(exchange.id, { ...before, hops });
  }

  #of({ id }: Exchange): Enrichment {
    return this.byExchange.get(id) ?? { hops: new Map() };
  }
}
