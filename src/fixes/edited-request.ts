import { ENGINES } from '../fetch/engines.ts';
import { type HopTainting, taintingOfHops } from '../fetch/request-tainting.ts';
import type { Exchange, Hop, Preflight } from '../model/exchange.ts';
import { containsHeader, deleteHeader, type HeaderList, setHeader } from '../model/header-list.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import { isSameQuestion, type PageRequest, pageHeaders, preflightQuestion } from './page-request.ts';
import { type PreflightQuestion, questionOf } from './preflight-question.ts';

/** A hop that is about to be asked for otherwise than it was. */
export interface HopToAsk {
  readonly hop: Hop;
  /** The hops before it, as they are now. */
  readonly before: readonly Hop[];
  /** Whether this very hop was recorded; else a redirect that nobody saw leads there. */
  readonly isRecorded: boolean;
  /** Names of headers whose values weren't to be seen. */
  readonly unshown: ReadonlySet<string>;
  /** Whether something besides the request calls for a preflight: an upload listener, or a body that is a stream. */
  readonly hasListener: boolean;
}

/**
 * The hop as it is when the page asks for `request` there: with that method, those headers, and the preflight that it
 * needs then. The answers that there were stay.
 *
 * @param exchange with its mode settled
 */
export function withRequest(exchange: Exchange, request: PageRequest, toAsk: HopToAsk): Hop {
  const { cors, tainted } = taintingOf(exchange, toAsk);
  const isCors = cors && exchange.mode.value === 'cors';
  const origin = tainted ? OPAQUE_ORIGIN : exchange.initiator;
  const { unsentRequest: _, preflight: __, ...rest } = toAsk.hop;
  const headers = [...addedByBrowser(toAsk, isCors ? origin : null), ...request.headers];
  const preflight = isCors ? preflightFor(exchange, request, toAsk, tainted) : undefined;
  return {
    ...rest,
    method: request.method,
    request: { headers },
    ...(preflight === undefined ? {} : { preflight }),
  };
}

function taintingOf(exchange: Exchange, { hop, before }: HopToAsk): HopTainting {
  const [first = hop, ...others] = [...before, hop];
  const tainting = taintingOfHops({ ...exchange, hops: [first, ...others] }).at(-1);
  return tainting ?? { cors: true, tainted: false, ownOrigin: false };
}

/** What the browser put into the request besides; `origin` is what it sends under the CORS protocol. */
function addedByBrowser({ hop, isRecorded }: HopToAsk, origin: string | null): HeaderList {
  const set = new Set(pageHeaders(hop).map(([name]) => name.toLowerCase()));
  const added = (hop.request?.headers ?? []).filter(([name]) => !set.has(name.toLowerCase()));
  const isSent = isRecorded && containsHeader(added, 'origin');
  return origin === null || isSent ? added : setHeader(added, 'Origin', origin);
}

/** The preflight that the request needs; undefined if none, or if the browser has the answer to the same question. */
function preflightFor(
  exchange: Exchange,
  request: PageRequest,
  { hop, isRecorded, unshown, hasListener }: HopToAsk,
  tainted: boolean,
): Preflight | undefined {
  const profile = ENGINES[exchange.observedIn.engine];
  const needed = preflightQuestion(request, unshown, profile);
  const question = needed ?? (hasListener ? { method: request.method, headers: [] } : null);
  if (question === null) return undefined;
  const { preflight } = isRecorded ? hop : { preflight: undefined };
  if (preflight !== undefined) {
    return isSameQuestion(questionOf(preflight), question) ? preflight : askingFor(preflight, question);
  }
  const asBefore = preflightQuestion({ method: hop.method, headers: pageHeaders(hop) }, unshown, profile);
  if (isRecorded && isSameQuestion(asBefore, question)) return undefined;
  const sendsNull = tainted && profile.preflightOriginWhenTainted === 'null';
  const unasked: Preflight = {
    request: { headers: [['Origin', sendsNull ? OPAQUE_ORIGIN : exchange.initiator]] },
    startedAt: hop.startedAt,
    endedAt: hop.startedAt,
    pairing: { confidence: 'certain', candidates: 1 },
  };
  return askingFor(unasked, question);
}

function askingFor(preflight: Preflight, { method, headers: names }: PreflightQuestion): Preflight {
  const list = 'Access-Control-Request-Headers';
  const headers = setHeader(preflight.request.headers, 'Access-Control-Request-Method', method);
  const asked = names.length === 0 ? deleteHeader(headers, list) : setHeader(headers, list, names.join(','));
  return { ...preflight, request: { headers: asked } };
}
