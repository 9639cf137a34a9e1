import { ENGINES } from '../fetch/engines.ts';
import { evaluate } from '../fetch/evaluate.ts';
import { taintingOfHops } from '../fetch/request-tainting.ts';
import { settleMode } from '../fetch/settle-mode.ts';
import type { Exchange, Hop, Preflight } from '../model/exchange.ts';
import { deleteHeader, getHeaderLines, type Header, type HeaderList } from '../model/header-list.ts';
import { originOf } from '../model/origin.ts';
import { settledCredentials, withOutcomeOfChange } from './outcome-of-change.ts';
import { pageHeaders, preflightQuestion, unshownNames } from './page-request.ts';
import type { PreflightQuestion } from './preflight-question.ts';
import { ASSUMED_STATUS, answered, preflightAnswered } from './unseen-answer.ts';
import { unseenHopAfter } from './unseen-hop.ts';

/** What a server allows to pages of other origins. */
export interface Policy {
  /** Serialised; never `null`, never `*`. */
  readonly origins: readonly string[];
  /** Those that aren't CORS-safelisted. */
  readonly methods: readonly string[];
  /** Names of request headers, lower case. */
  readonly headers: readonly string[];
  readonly credentials: boolean;
  /** Names of response headers that script may read. */
  readonly exposed: readonly string[];
  /** For how many seconds browsers may keep the answers to preflights; null where there are none. */
  readonly maxAge: number | null;
}

/**
 * The exchange as it would be if the server of an origin answered by a policy: preflights with 204, and those too whose
 * answers the browser had kept; everything else as it did. The outcome is the one that follows, as with `applyFix`.
 *
 * @param target the server's serialised origin
 */
export function applyPolicy(recorded: Exchange, policy: Policy, target: string): Exchange {
  const exchange: Exchange = { ...settleMode(recorded), credentials: settledCredentials(recorded) };
  const taintings = taintingOfHops(exchange);
  const last = exchange.hops.length - 1;
  const hops = exchange.hops.map((hop, index) => {
    const whole = index === last ? answered(hop) : hop;
    const isAsked = originOf(hop.url) === target && taintings[index]?.cors === true;
    return isAsked ? answeredBy(policy, withPreflight(exchange, whole, index), exchange.initiator) : whole;
  });
  const next = beyond(hops.at(-1), target);
  const all = next === null ? hops : [...hops, answeredBy(policy, next, exchange.initiator)];
  return withOutcomeOfChange(exchange, all);
}

/** The hop behind a redirect that wasn't followed. */
function beyond(last: Hop | undefined, target: string): Hop | null {
  const next = last === undefined ? null : unseenHopAfter(last);
  return next === null || originOf(next.url) !== target ? null : answered(next);
}

/** The hop with the preflight that it needs, also if the browser had an answer to it. */
function withPreflight(exchange: Exchange, hop: Hop, index: number): Hop {
  if (hop.preflight !== undefined || exchange.mode.value !== 'cors') return hop;
  const need = evaluate(exchange).preflights[index];
  const question = need?.needed === 'yes' ? questionOfRequest(exchange, hop) : null;
  return question === null ? hop : { ...hop, preflight: asking(exchange, hop, question) };
}

/** What the preflight of a hop asks for, or would ask for; null if it needs none. */
export function questionOfRequest(exchange: Exchange, hop: Hop): PreflightQuestion | null {
  const request = { method: hop.method, headers: pageHeaders(hop) };
  return preflightQuestion(request, new Set(unshownNames(hop)), ENGINES[exchange.observedIn.engine]);
}

function asking(exchange: Exchange, hop: Hop, { method, headers: names }: PreflightQuestion): Preflight {
  const headers: Header[] = [
    ['Origin', exchange.initiator],
    ['Access-Control-Request-Method', method],
  ];
  if (names.length > 0) headers.push(['Access-Control-Request-Headers', names.join(',')]);
  return {
    request: { headers },
    startedAt: hop.startedAt,
    endedAt: hop.startedAt,
    pairing: { confidence: 'certain', candidates: 1 },
  };
}

function answeredBy(policy: Policy, asked: Hop, initiator: string): Hop {
  const hop = preflightAnswered(asked);
  const { preflight, response } = hop;
  const allowed = (request: HeaderList | undefined) =>
    originLines(policy, getHeaderLines(request ?? [], 'origin')[0] ?? initiator);
  return {
    ...hop,
    ...(preflight?.response === undefined
      ? {}
      : {
          preflight: {
            ...preflight,
            response: {
              ...preflight.response,
              status: ASSUMED_STATUS.preflight,
              headers: [...allowed(preflight.request.headers), ...preflightLines(policy)],
            },
          },
        }),
    ...(response === undefined
      ? {}
      : {
          response: {
            ...response,
            headers: [
              ...withoutPolicy(response.headers),
              ...allowed(hop.request?.headers),
              ...listLine('Access-Control-Expose-Headers', policy.exposed),
            ],
          },
        }),
  };
}

function originLines({ origins, credentials }: Policy, origin: string): HeaderList {
  if (!origins.includes(origin)) return [];
  const allowOrigin: HeaderList = [['Access-Control-Allow-Origin', origin]];
  return credentials ? [...allowOrigin, ['Access-Control-Allow-Credentials', 'true']] : allowOrigin;
}

/** What an answer to a preflight has besides. */
function preflightLines({ methods, headers, maxAge }: Policy): HeaderList {
  return [
    ...listLine('Access-Control-Allow-Methods', methods),
    ...listLine('Access-Control-Allow-Headers', headers),
    ...listLine('Access-Control-Max-Age', maxAge === null ? [] : [String(maxAge)]),
  ];
}

function listLine(name: string, items: readonly string[]): HeaderList {
  return items.length === 0 ? [] : [[name, items.join(', ')]];
}

const SET_BY_POLICY = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
] as const;

function withoutPolicy(headers: HeaderList): HeaderList {
  return SET_BY_POLICY.reduce<HeaderList>((left, name) => deleteHeader(left, name), headers);
}
