import { isCorsSafelistedMethod } from '../fetch/cors-safelisted-method.ts';
import {
  isCorsSafelistedResponseHeaderName,
  isForbiddenResponseHeaderName,
} from '../fetch/cors-safelisted-response-header-name.ts';
import { evaluate } from '../fetch/evaluate.ts';
import type { Evaluation } from '../fetch/evaluation.ts';
import { extractHeaderListValues } from '../fetch/extract-header-list-values.ts';
import { taintingOfHops } from '../fetch/request-tainting.ts';
import type { Exchange, Hop } from '../model/exchange.ts';
import { containsHeader, getHeaderLines } from '../model/header-list.ts';
import { originOf } from '../model/origin.ts';
import { finish, type Steps } from '../model/steps.ts';
import { applyPolicy, questionOfRequest } from './apply-policy.ts';
import { isNameable } from './nameable-origin.ts';
import type { AllowListPolicy } from './policy.ts';
import { allowableHeaders, questionOf } from './preflight-question.ts';
import { RECOMMENDED_SECONDS } from './recommended-max-age.ts';

/** An exchange with what the CORS protocol made of it. */
interface Evaluated {
  readonly exchange: Exchange;
  readonly evaluation: Evaluation;
}

export interface TrafficPolicy {
  /** Null if nothing that was seen could be let through by one. */
  readonly policy: AllowListPolicy | null;
  /** Ids of the exchanges that pass with it, each proven by the rules. */
  readonly covered: readonly string[];
  /** Ids of those that fail, and that no policy of this server would let through. */
  readonly beyond: readonly string[];
}

/**
 * The smallest policy with which the traffic passes that was observed to one server: the exact origins, methods and
 * headers that were asked for, credentials if they were included. Pure; takes time in proportion to the traffic.
 *
 * What failed for another reason than CORS, isn't over or is no CORS request asks for nothing. Where the browser doesn't
 * show whether credentials are included, they are taken as not included. Which headers script reads can't be seen: those
 * are exposed that are named and sent today.
 *
 * @param target the server's serialised origin
 */
export function policyFromTraffic(traffic: readonly Evaluated[], target: string): TrafficPolicy {
  return finish(policyFromTrafficInSteps(traffic, target));
}

/** The same, exchange by exchange. */
export function* policyFromTrafficInSteps(
  traffic: readonly Evaluated[],
  target: string,
): Steps<TrafficPolicy> {
  const covered: string[] = [];
  const beyond: string[] = [];
  let union: AllowListPolicy | null = null;
  for (const { exchange, evaluation } of traffic) {
    if (!asksByCors(exchange, evaluation)) continue;
    const proven = provenPolicyFor(exchange, evaluation, target);
    if (proven !== null) {
      covered.push(exchange.id);
      union = union === null ? proven : join(union, proven);
    } else if (evaluation.verdict !== 'allowed') beyond.push(exchange.id);
    yield;
  }
  return { policy: union, covered, beyond };
}

/** Whether it is a request that the CORS protocol decides. */
function asksByCors(exchange: Exchange, { verdict, branches, preflights }: Evaluation): boolean {
  if (verdict !== 'allowed' && verdict !== 'blocked' && !(verdict === 'unknown' && branches.length > 0)) {
    return false;
  }
  const { value } = exchange.mode;
  return (value === 'cors' || value === 'unknown') && preflights.length > 0;
}

interface Proven {
  readonly evaluation: Evaluation;
  readonly target: string;
  readonly policy: AllowListPolicy | null;
}

/** The traffic grows, and what was proven of an exchange stays so. */
const proven = new WeakMap<Exchange, Proven>();

/** What this one exchange needs of the server, if it passes then; else null. */
function provenPolicyFor(exchange: Exchange, evaluation: Evaluation, target: string): AllowListPolicy | null {
  const known = proven.get(exchange);
  if (known !== undefined && known.evaluation === evaluation && known.target === target) return known.policy;
  const own = policyFor(exchange, evaluation, target);
  const passes = own !== null && evaluate(applyPolicy(exchange, own, target)).verdict === 'allowed';
  const policy = passes ? own : null;
  proven.set(exchange, { evaluation, target, policy });
  return policy;
}

/** What this one exchange needs of the server; null if it asks for nothing that a server should allow. */
function policyFor(exchange: Exchange, { credentials }: Evaluation, target: string): AllowListPolicy | null {
  const taintings = taintingOfHops(exchange);
  const asked = exchange.hops.filter(
    (hop, index) => taintings[index]?.cors === true && originOf(hop.url) === target,
  );
  if (asked.length === 0 || !isNameable(exchange.initiator)) return null;
  const questions = asked.flatMap(
    (hop) =>
      (hop.preflight === undefined ? questionOfRequest(exchange, hop) : questionOf(hop.preflight)) ?? [],
  );
  return {
    origins: [exchange.initiator],
    methods: unique(questions.map(({ method }) => method).filter((name) => !isCorsSafelistedMethod(name))),
    headers: unique(questions.flatMap(allowableHeaders)),
    credentials: credentials.value === 'include',
    exposed: exposedBy(asked.at(-1)),
    maxAge: questions.length === 0 ? null : RECOMMENDED_SECONDS,
    path: null,
  };
}

/** The headers that a response has and names as exposed, and that script couldn't read otherwise. */
function exposedBy(hop: Hop | undefined): readonly string[] {
  const headers = hop?.response?.headers ?? [];
  const named = extractHeaderListValues(getHeaderLines(headers, 'access-control-expose-headers'));
  if (!named.ok) return [];
  const names = named.values.map((name) => name.toLowerCase());
  return unique(names).filter(
    (name) =>
      containsHeader(headers, name) &&
      !isCorsSafelistedResponseHeaderName(name) &&
      !isForbiddenResponseHeaderName(name),
  );
}

function join(one: AllowListPolicy, other: AllowListPolicy): AllowListPolicy {
  // Most requests to a server need what others needed before.
  if (one === other || JSON.stringify(one) === JSON.stringify(other)) return one;
  return {
    origins: unique([...one.origins, ...other.origins]),
    methods: unique([...one.methods, ...other.methods]),
    headers: unique([...one.headers, ...other.headers]),
    credentials: one.credentials || other.credentials,
    exposed: unique([...one.exposed, ...other.exposed]),
    maxAge: one.maxAge ?? other.maxAge,
    path: null,
  };
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)].sort();
}
