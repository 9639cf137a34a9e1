import type { Exchange, Hop } from '../../src/model/exchange.ts';
import { getHeader } from '../../src/model/header-list.ts';
import type { EngineName } from '../browsers/browser.ts';
import type { Case } from './case.ts';
import { type Chain, type ChainHop, chainsOf } from './chains.ts';
import { CONTEXTS, type ContextId } from './contexts.ts';
import { typeOf } from './kinds.ts';
import type { Logged } from './server.ts';

/** Everything that is known of a case that was played. */
export interface Performance {
  readonly played: Case;
  readonly engine: EngineName;
  /** What the servers received for it, in order. */
  readonly log: readonly Logged[];
  /** What was recorded of it, in order. */
  readonly recorded: readonly Recorded[];
  /** The serialised origin of each context. */
  readonly originOf: (context: ContextId) => string;
  readonly tabId: number;
  /** The path of the page that it was made from. */
  readonly page: string;
}

export interface Recorded {
  readonly exchange: Exchange;
  readonly verdict: string;
}

/** What differs between the servers' log and the recording, in words; nothing if they agree. */
export function differences(performance: Performance): readonly string[] {
  const { played, engine, log, recorded } = performance;
  const { unlogged = 0, outcome } = played;
  if (played.lacks?.[engine] !== undefined) {
    return log.length + recorded.length === 0 ? [] : ['the browser makes this request after all'];
  }
  if (played.isSent === false && log.length > 0) return ['it is sent after all'];
  const taken = recorded.filter(isTaken);
  const wantedTaken = played.taken?.[engine] ?? 0;
  if (taken.length !== wantedTaken) {
    return [`${wantedTaken} of them taken over by a service worker, not ${taken.length}`];
  }
  const own = recorded.filter((each) => !isTaken(each));
  const chains = chainsOf(log);
  if (chains.length + unlogged === 0 && outcome !== 'none') return ['it never reached a server'];
  if (outcome === 'none' || played.unseen?.[engine] !== undefined) {
    return own.length === 0 ? [] : [`something is recorded after all: ${own.map(inWords).join('; ')}`];
  }
  if (own.length !== chains.length + unlogged) {
    const seen = own.map(inWords).join('; ');
    return [`${chains.length + unlogged} of them, but ${own.length} exchanges: ${seen}`];
  }
  return own.flatMap((each, index) => {
    const chain = chains[index];
    return [
      ...(chain === undefined
        ? unloggedDifferences(played, each)
        : chainDifferences(shown(chain, performance), each.exchange)),
      ...factDifferences(performance, each),
    ];
  });
}

/** The page's own account of a request that its service worker goes on with, or answers. */
function isTaken({ exchange: { outcome } }: Recorded): boolean {
  return outcome.state === 'closed' && outcome.reason === 'service-worker';
}

function shown({ hops }: Chain, { played, engine }: Performance): Chain {
  return { hops: hops.slice(0, played.hopsShown?.[engine]) };
}

function chainDifferences({ hops }: Chain, exchange: Exchange): readonly string[] {
  const seen = exchange.hops.map(({ url }) => url).join(' -> ');
  const logged = hops.map(({ url }) => url).join(' -> ');
  if (seen !== logged) return [`the hops are ${logged}, not ${seen}`];
  return hops.flatMap((hop, index) => {
    const recorded = exchange.hops[index];
    return recorded === undefined ? [] : hopDifferences(hop, recorded).map((each) => `hop ${index}: ${each}`);
  });
}

function hopDifferences(
  { method, status, isRevalidated, preflights }: ChainHop,
  { method: seenMethod, response, preflight }: Hop,
): readonly string[] {
  const [asked] = preflights;
  const { headers = [] } = preflight?.request ?? {};
  return unequal([
    ['method', method ?? asked?.asks?.method ?? seenMethod, seenMethod],
    // What a 304 leaves to the cache, browsers show as the response that it stands for.
    ['status', isRevalidated ? 200 : status, response?.status ?? null],
    ['from the cache', isRevalidated, response?.fromCache === true],
    ['number of preflights', preflights.length, preflight === undefined ? 0 : 1],
    [
      'what the preflight asks for',
      asked?.asks?.headers ?? '',
      getHeader(headers, 'Access-Control-Request-Headers') ?? '',
    ],
    ['status of the preflight', asked?.status ?? null, preflight?.response?.status ?? null],
  ]);
}

/** What no server knows of came out of the cache, or could not be sent. */
function unloggedDifferences({ outcome }: Case, { exchange }: Recorded): readonly string[] {
  const [{ response }] = exchange.hops;
  return unequal([['from the cache', outcome === 'read', response?.fromCache === true]]);
}

function factDifferences(
  { played, engine, originOf, tabId, page }: Performance,
  { exchange, verdict }: Recorded,
): readonly string[] {
  const by = played.by?.[engine] ?? played.from;
  const { place } = CONTEXTS[by];
  const hasTab = place !== 'shared';
  const inFrame = hasTab && exchange.frameId !== 0;
  const seenPage = exchange.page?.replace(/\?.*/, '');
  return unequal([
    ['type', typeOf(played.kind, engine), exchange.type],
    ['mode', played.mode ?? 'cors', exchange.mode.value],
    ['initiator', originOf(by), exchange.initiator],
    ['tab', hasTab ? tabId : -1, exchange.tabId],
    ['in a frame', played.mayNameGoneFrame?.[engine] ? inFrame : place === 'frame', inFrame],
    ['page', hasTab ? page : seenPage, seenPage],
    ['pending', false, exchange.outcome.state === 'pending'],
    ['end is concluded', played.isConcluded?.[engine] ?? false, exchange.outcome.state === 'closed'],
    ['verdict', played.hasVerdict === false ? verdict : wantedVerdict(played), verdict],
  ]);
}

function wantedVerdict({ mode, outcome }: Case): string {
  if (mode === 'no-cors') return 'opaque';
  return { read: 'allowed', refused: 'blocked', failed: 'failed', none: '' }[outcome];
}

type Comparison = readonly [what: string, wanted: unknown, seen: unknown];

function unequal(comparisons: readonly Comparison[]): readonly string[] {
  return comparisons.flatMap(([what, wanted, seen]) =>
    wanted === seen ? [] : [`${what}: ${String(wanted)}, not ${String(seen)}`],
  );
}

function inWords({ exchange: { type, hops, outcome, tabId } }: Recorded): string {
  const path = hops.map(({ url, response }) => `${url} (${response?.status ?? 'no answer'})`).join(' -> ');
  return `${type} ${path}, ${outcome.state}, of tab ${tabId}`;
}
