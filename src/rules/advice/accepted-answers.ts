import {
  combine,
  type HeaderLines,
  linesOf,
  pickHeaderLines,
  wantedHeaders,
} from '../../fetch/header-lines.ts';
import { taintingOfHops } from '../../fetch/request-tainting.ts';
import type { Hop, HttpRequest, HttpResponse } from '../../model/exchange.ts';
import { preflightPassed } from '../preflight/cache-events.ts';
import type { EvaluatedExchange } from './advice.ts';

/** An answer that passed every check of the CORS protocol, with what it allows. */
export interface AcceptedAnswer {
  readonly by: EvaluatedExchange;
  readonly on: 'preflight' | 'response';
  /** The hop that it belongs to: the exchange's last. */
  readonly hop: Hop;
  readonly response: HttpResponse;
  /** Its headers, as far as advice looks at them. */
  readonly headers: HeaderLines;
  /** The Origin that was sent. */
  readonly sent: string;
  /** The value of Access-Control-Allow-Origin. */
  readonly allowOrigin: string;
  /** Whether it allows credentials. */
  readonly credentials: boolean;
}

const LOOKED_AT = wantedHeaders(
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-allow-private-network',
  'access-control-expose-headers',
  'access-control-max-age',
  'cache-control',
  'etag',
  'last-modified',
  'set-cookie',
);

/** The answers of an exchange's last hop that the browser accepted across origins: its preflight's, then its own. */
export function acceptedAnswers(by: EvaluatedExchange): readonly AcceptedAnswer[] {
  const { exchange, evaluation } = by;
  const { verdict } = evaluation;
  if (verdict === 'unknown' || verdict === 'opaque') return [];
  if (exchange.mode.value !== 'cors' && exchange.mode.value !== 'unknown') return [];
  const index = exchange.hops.length - 1;
  const hop = exchange.hops[index];
  if (hop === undefined || taintingOfHops(exchange)[index]?.cors !== true) return [];
  const answers: AcceptedAnswer[] = [];
  const { preflight } = hop;
  if (preflight?.response !== undefined && preflightPassed(evaluation, index)) {
    const answer = read({ by, on: 'preflight', hop, response: preflight.response }, preflight.request);
    if (answer !== null) answers.push(answer);
  }
  if (verdict === 'allowed' && hop.response !== undefined) {
    const answer = read({ by, on: 'response', hop, response: hop.response }, hop.request);
    if (answer !== null) answers.push(answer);
  }
  return answers;
}

const ORIGIN = wantedHeaders('origin');

/** Null if the answer allows no origin: an extension or a service worker may have let it pass all the same. */
function read(
  answer: Pick<AcceptedAnswer, 'by' | 'on' | 'hop' | 'response'>,
  request: HttpRequest | undefined,
): AcceptedAnswer | null {
  const { by, on, hop, response } = answer;
  const headers = pickHeaderLines(response.headers, LOOKED_AT);
  const allowOrigin = combine(linesOf(headers, 'access-control-allow-origin'));
  if (allowOrigin === null) return null;
  const [origin] = linesOf(pickHeaderLines(request?.headers ?? [], ORIGIN), 'origin');
  const sent = origin ?? by.exchange.initiator;
  const credentials = combine(linesOf(headers, 'access-control-allow-credentials')) === 'true';
  return { by, on, hop, response, headers, sent, allowOrigin, credentials };
}
