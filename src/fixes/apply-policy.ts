import { ENGINES } from '../fetch/engines.ts';
import { evaluate } from '../fetch/evaluate.ts';
import { taintingOfHops } from '../fetch/request-tainting.ts';
import { settleMode } from '../fetch/settle-mode.ts';
import type { Exchange, Hop, HttpRequest, Preflight } from '../model/exchange.ts';
import { deleteHeader, getHeaderLines, type Header, type HeaderList } from '../model/header-list.ts';
import { originOf } from '../model/origin.ts';
import { parseUrl } from '../model/url.ts';
import { changedAnswers } from './changed-answers.ts';
import { settledCredentials, withOutcomeOfChange } from './outcome-of-change.ts';
import { pageHeaders, preflightQuestion, unshownNames } from './page-request.ts';
import type { Policy } from './policy.ts';
import type { PreflightQuestion } from './preflight-question.ts';
import { ASSUMED_STATUS, answered, preflightAnswered } from './unseen-answer.ts';
import { unseenHopAfter } from './unseen-hop.ts';

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
    const isAsked = concerns(policy, target, hop.url) && taintings[index]?.cors === true;
    return isAsked ? answeredBy(policy, withPreflight(exchange, whole, index), exchange.initiator) : whole;
  });
  const next = beyond(hops.at(-1), policy, target);
  const all = next === null ? hops : [...hops, answeredBy(policy, next, exchange.initiator)];
  return withOutcomeOfChange(exchange, all);
}

/** The hop behind a redirect that wasn't followed. */
function beyond(last: Hop | undefined, policy: Policy, target: string): Hop | null {
  const next = last === undefined ? null : unseenHopAfter(last);
  return next === null || !concerns(policy, target, next.url) ? null : answered(next);
}

/** Whether the policy of that server is about that URL. */
function concerns({ path }: Policy, target: string, url: string): boolean {
  return originOf(url) === target && (path === null || (parseUrl(url)?.pathname ?? '').startsWith(path));
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
  const allowed = (request: HttpRequest | undefined) =>
    originLines(policy, getHeaderLines(request?.headers ?? [], 'origin')[0] ?? initiator);
  return changedAnswers(hop, (answer, on) =>
    on === 'preflight'
      ? {
          ...answer,
          status: ASSUMED_STATUS.preflight,
          headers: [...allowed(hop.preflight?.request), ...preflightLines(policy)],
        }
      : {
          ...answer,
          headers: [
            ...withoutPolicy(answer.headers),
            ...allowed(hop.request),
            ...listLine('Access-Control-Expose-Headers', policy.exposed),
          ],
        },
  );
}

function originLines({ origins, credentials }: Policy, origin: string): HeaderList {
  if (origins === '*') return [['Access-Control-Allow-Origin', '*']];
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
