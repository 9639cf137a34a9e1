import { isRedirectStatus } from '../../fetch/http-redirect-fetch.ts';
import type { Hop, HttpResponse } from '../../model/exchange.ts';
import type { Action } from '../../model/fix.ts';
import { containsHeader } from '../../model/header-list.ts';
import { parseUrl } from '../../model/url.ts';
import { displayUrl } from '../display-url.ts';
import { HTTP_REDIRECT_FETCH } from '../links.ts';
import { leadsToLogin } from '../redirect-target.ts';
import type { AdviceCost, AdviceFound, AdviceRule, EvaluatedExchange } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';

/** From so many calls on, the redirect is how the server works, and not an accident. */
const MANY = 3;

/** More of them in one list, and nobody reads it. */
const MOST_NAMED = 3;

/** The page calls a URL that always leads to another. */
export const redirectOnEveryCall: AdviceRule = {
  id: 'redirect-on-every-call',
  topic: 'speed',
  words: {
    title: 'Each call is redirected',
    headline: '`{from}` redirects to `{to}` each time: {calls} times in this recording.',
    explanation:
      'A redirect is a request of its own before the real one, and where a preflight is needed, each of the two has its own. If it leads from one server to another, the browser also sends `Origin: null` from there on.',
    evidence: 'Each of these calls got {code} with the same target, and went on to it with the same method.',
    'evidence-temporary':
      'Each of these calls got {code} with the same target; that status calls the redirect temporary, so it may lead elsewhere one day.',
    'action-call-target': 'Call `{to}` instead of `{from}`.',
  },
  links: [HTTP_REDIRECT_FETCH],
  find({ exchanges }): AdviceFound | null {
    const redirected = exchanges.flatMap(redirectsOf);
    const calls = callsByUrl(exchanges);
    const again = [...byRoute(redirected).values()]
      .filter((route) => route.length >= MANY || isEachTime(route, calls))
      .sort((one, other) => other.length - one.length);
    const [most = []] = again;
    const [first] = most;
    if (first === undefined) return null;
    const { from, to, answer } = first;
    const permanent = answer.status === 301 || answer.status === 308;
    const shown = new Set(again.flat());
    return {
      data: { from, to, calls: String(most.length), code: String(answer.status) },
      severity: 'low',
      confidence: permanent ? 'certain' : 'likely',
      shownBy: exchangesOf(redirected.filter((each) => shown.has(each))),
      actions: again.slice(0, MOST_NAMED).flatMap(([each]) => (each === undefined ? [] : [callTarget(each)])),
      cost: costOf([...shown]),
      ...(permanent ? {} : { variant: { evidence: 'evidence-temporary' } }),
    };
  },
};

interface Redirect {
  readonly by: EvaluatedExchange;
  readonly hop: Hop;
  readonly answer: HttpResponse;
  /** URLs without their query, which is the same. */
  readonly from: string;
  readonly to: string;
}

/** The redirects of a call that a server made, and that the page could have spared itself. */
function redirectsOf(by: EvaluatedExchange): readonly Redirect[] {
  if (by.evaluation.verdict !== 'allowed') return [];
  const { hops } = by.exchange;
  return hops.flatMap((hop, index): readonly Redirect[] => {
    const next = hops[index + 1];
    const answer = hop.response;
    if (next === undefined || answer === undefined || !isFromServer(answer)) return [];
    // A form that was sent leads to another page, and a link that was signed for this call to nowhere else.
    if (next.method !== hop.method || parseUrl(next.url)?.search !== parseUrl(hop.url)?.search) return [];
    const from = displayUrl(hop.url);
    const to = displayUrl(next.url);
    return from === to || leadsToLogin(from, to) ? [] : [{ by, hop, answer, from, to }];
  });
}

/** Not if the browser made it itself, or remembered it: that costs nothing. */
function isFromServer({ status, headers, fromCache }: HttpResponse): boolean {
  return (
    isRedirectStatus(status) && fromCache !== true && !containsHeader(headers, 'non-authoritative-reason')
  );
}

function byRoute(redirects: readonly Redirect[]): ReadonlyMap<string, readonly Redirect[]> {
  const routes = new Map<string, Redirect[]>();
  for (const redirect of redirects) {
    const key = `${redirect.from} ${redirect.to}`;
    const known = routes.get(key);
    if (known === undefined) routes.set(key, [redirect]);
    else known.push(redirect);
  }
  return routes;
}

/** How many exchanges went to each URL, without its query. */
function callsByUrl(exchanges: readonly EvaluatedExchange[]): ReadonlyMap<string, number> {
  const calls = new Map<string, number>();
  for (const { exchange } of exchanges) {
    const urls = new Set(exchange.hops.map(({ url }) => displayUrl(url)));
    for (const url of urls) calls.set(url, (calls.get(url) ?? 0) + 1);
  }
  return calls;
}

/** Whether all of several calls went that way. */
function isEachTime(route: readonly Redirect[], calls: ReadonlyMap<string, number>): boolean {
  const [first] = route;
  return first !== undefined && route.length > 1 && calls.get(first.from) === route.length;
}

function callTarget({ from, to }: Redirect): Action {
  return { id: 'call-target', data: { from, to } };
}

/** Up to the redirect's answer, with the preflight that it needed. */
function costOf(redirects: readonly Redirect[]): AdviceCost {
  return redirects.reduce(
    ({ requests, milliseconds }, { hop, answer }) => ({
      requests: requests + (hop.preflight === undefined ? 1 : 2),
      milliseconds: milliseconds + Math.max(0, answer.receivedAt - hop.startedAt),
    }),
    { requests: 0, milliseconds: 0 },
  );
}
