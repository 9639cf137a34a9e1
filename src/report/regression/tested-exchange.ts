import { applyFix, pageHeaders, unshownNames } from '../../fixes/index.ts';
import type { CredentialsMode, Exchange, Hop } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { intendedHeaders } from '../../model/intended-headers.ts';
import { isSafeMethod } from '../../rules/safe-method.ts';
import { groupByCause } from '../cause-groups.ts';
import type { FixSummary, Prose, Report } from '../report.ts';
import { actualRequest, askedForHeaders, preflightRequest } from '../request-headers.ts';
import type { RequestToRepeat } from '../shell/request-to-repeat.ts';

/** A request that fails, and passes once its servers send other headers: what a regression test is about. */
export interface TestedExchange {
  /** The page's method and URL and its origin, such as `PUT https://api.example.com/items from http://localhost:5173`. */
  readonly title: string;
  /** What was wrong, in the report's words. */
  readonly failure: string;
  /** Of the page. */
  readonly origin: string;
  readonly credentials: CredentialsMode;
  /** What the page's script asks for: without what only browsers set. */
  readonly pageRequest: RequestToRepeat;
  /** The cookies that went along; null if none did. */
  readonly cookies: string | null;
  /** Where answers have to change, in their order; never empty. */
  readonly hops: readonly TestedHop[];
}

/** One URL of it, as it is asked without a browser. */
export interface TestedHop {
  /** The origin that this hop sends. */
  readonly origin: string;
  readonly preflight: TestedPreflight | null;
  readonly request: RequestToRepeat;
  /** Whether the test has to send the request itself to see what failed: its preflight, if it has one, was let through. */
  readonly failedAtResponse: boolean;
}

export interface TestedPreflight {
  readonly request: RequestToRepeat;
  /** What it asks for. Names are in lower case. */
  readonly method: string;
  readonly headers: readonly string[];
}

/** The first request of each cause that changes of the servers' headers mend. Yields as `groupByCause` does. */
export function* testedExchanges(report: Report): Generator<'', readonly TestedExchange[]> {
  const { problems } = yield* groupByCause(report);
  return problems.flatMap(({ members: [{ exchange, diagnosis }], cause }) => {
    const { fix, headline } = diagnosis;
    if (!isMendedByServers(exchange, fix)) return [];
    return [testedExchange(exchange, fix, wordsOf(cause?.headline ?? headline))];
  });
}

/** Whether a request may change data on the server. */
export function mayChangeData({ method }: RequestToRepeat): boolean {
  return !isSafeMethod(method);
}

function isMendedByServers({ mode }: Exchange, { proven, changes, statuses }: FixSummary): boolean {
  return proven && mode.value !== 'no-cors' && changes.length + statuses.length > 0;
}

function testedExchange(exchange: Exchange, fix: FixSummary, failure: string): TestedExchange {
  // It leaves out what the page should, settles the credentials mode, and has the hop behind a redirect that failed.
  const mended = applyFix(exchange, { requests: [], ...fix, actions: [] });
  const [first] = mended.hops;
  const { value } = mended.credentials;
  const credentials = value === 'unknown' ? 'same-origin' : value;
  return {
    title: `${first.method} ${first.url} from ${exchange.initiator}`,
    failure,
    origin: exchange.initiator,
    credentials,
    pageRequest: pageRequestOf(exchange, first),
    cookies: credentials === 'include' ? getHeader(intendedHeaders(first), 'Cookie') : null,
    hops: mended.hops.flatMap((hop, index) => {
      const changed = [...fix.changes, ...fix.statuses].filter((each) => each.hop === index);
      if (changed.length === 0) return [];
      return [testedHop(mended, hop, !changed.some(({ on }) => on === 'preflight'))];
    }),
  };
}

function testedHop(exchange: Exchange, hop: Hop, failedAtResponse: boolean): TestedHop {
  const request = actualRequest(exchange, hop);
  const origin = request.headers.find(([name]) => name.toLowerCase() === 'origin')?.[1];
  return {
    origin: origin ?? exchange.initiator,
    preflight: testedPreflight(hop),
    request,
    failedAtResponse,
  };
}

function testedPreflight(hop: Hop): TestedPreflight | null {
  const request = preflightRequest(hop);
  if (request === null) return null;
  const method = request.headers.find(([name]) => name.toLowerCase() === 'access-control-request-method');
  return { request, method: method?.[1] ?? hop.method, headers: askedForHeaders(hop) };
}

function pageRequestOf(exchange: Exchange, hop: Hop): RequestToRepeat {
  const unshown = new Set(unshownNames(hop));
  return {
    ...actualRequest(exchange, hop),
    headers: pageHeaders(hop).map(([name, value]) => [
      name,
      value === '' && unshown.has(name.toLowerCase()) ? null : value,
    ]),
  };
}

function wordsOf(prose: Prose): string {
  return prose.map(({ text }) => text).join('');
}
