import { ENGINES } from '../../fetch/engines.ts';
import { getHeader, type HeaderList } from '../../model/header-list.ts';
import { answerWithoutAllowOrigin } from '../faulty-answer.ts';
import { otherExchanges } from '../history.ts';
import { CORS_CHECK, mdnError, mdnHeader } from '../links.ts';
import { namedElsewhere } from '../named-elsewhere.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';
import { sharedCacheHit, variesByOrigin } from '../shared-cache.ts';

/** A copy that was made for a request without an Origin, and is used for one that has it. */
export const cachedWithoutCorsHeaders: Rule = {
  id: 'cached-without-cors-headers',
  severity: 'error',
  words: {
    title: 'Cached response without CORS headers',
    headline:
      'The browser’s cache answered for `{url}` with a copy that has no CORS headers, so `{origin}` may not read it.',
    'headline-shared':
      'A cache in front of `{host}` answered for `{url}` with a copy that has no CORS headers, so `{origin}` may not read it.',
    'headline-loaded-before':
      'The browser may have answered for `{url}` with its cached copy, which was loaded without CORS and has no CORS headers.',
    explanation:
      'The copy is usually from an earlier request that didn’t ask for CORS, such as an image or a link. Without `Vary: Origin`, the browser uses it for this request too.',
    'explanation-shared':
      'The copy was made for a request without `Origin`, and without `Vary: Origin` the cache gives it to everyone.',
    evidence:
      'The browser took the response from its cache, and it has neither `Access-Control-Allow-Origin` nor `Vary: Origin`; whether the server still answers so wasn’t seen.',
    'evidence-named':
      'The browser took the response from its cache, without `Access-Control-Allow-Origin`, while another response for this URL has that header.',
    'evidence-loaded-before':
      'The same URL was loaded without CORS just before, and the response has neither `Access-Control-Allow-Origin` nor `Vary: Origin`; whether it is the cached copy the browser doesn’t say.',
    'evidence-shared':
      '`{cacheHeader}: {cacheValue}` shows a cached copy without `Access-Control-Allow-Origin` or `Vary: Origin`, while another response for this URL names an origin.',
    'action-bypass-cache':
      'To see whether it is the cache, request it once with `cache: "reload"`; if it works then, it was.',
    'action-send-cors-headers-always':
      'Send `Access-Control-Allow-Origin` and `Vary: Origin` with every response for this URL, also to requests without `Origin`.',
    'action-load-with-crossorigin':
      'Or give the element that loads `{url}` the `crossorigin` attribute, so that the copy is made with CORS.',
  },
  links: [mdnHeader('Vary'), mdnError('CORSMissingAllowOrigin'), CORS_CHECK],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer?.on !== 'response' || answer.response.status >= 300) return null;
    const { headers, fromCache } = answer.response;
    if (variesByOrigin(headers)) return null;
    return fromCache === true
      ? browserCopy(context)
      : (sharedCopy(context, headers) ?? copyOfEarlierLoad(context, headers));
  },
};

const IN_BROWSER = [
  { id: 'bypass-cache', data: {} },
  { id: 'send-cors-headers-always', data: {} },
  { id: 'load-with-crossorigin', data: {} },
];
const IN_FRONT = [
  { id: 'send-cors-headers-always', data: {} },
  { id: 'purge-the-cache', data: {} },
];

/** The browser says that it took the response from its cache. */
function browserCopy(context: RuleContext): Found {
  const isNamed = namesOriginForThisUrl(context);
  return {
    data: {},
    confidence: isNamed ? 'certain' : 'likely',
    at: { hop: context.hopIndex, on: 'response' },
    actions: IN_BROWSER,
    ...(isNamed ? { variant: { evidence: 'evidence-named' } } : {}),
  };
}

/** A cache on the way says so. Without another response that names an origin, the server may just not know CORS. */
function sharedCopy(context: RuleContext, headers: HeaderList): Found | null {
  const hit = namesOriginForThisUrl(context) ? sharedCacheHit(headers) : null;
  if (hit === null) return null;
  const [cacheHeader, cacheValue] = hit;
  return {
    data: { cacheHeader, cacheValue },
    confidence: 'likely',
    at: { hop: context.hopIndex, on: 'response' },
    actions: IN_FRONT,
    variant: {
      headline: 'headline-shared',
      explanation: 'explanation-shared',
      evidence: 'evidence-shared',
    },
  };
}

/** Nobody says so, but the URL was loaded without CORS before, and that response may have been kept. */
function copyOfEarlierLoad(context: RuleContext, headers: HeaderList): Found | null {
  const isKept = !/\bno-store\b/i.test(getHeader(headers, 'cache-control') ?? '');
  if (!isKept || !wasLoadedWithoutCors(context)) return null;
  return {
    data: {},
    confidence: 'possible',
    at: { hop: context.hopIndex, on: 'response' },
    actions: IN_BROWSER,
    variant: { headline: 'headline-loaded-before', evidence: 'evidence-loaded-before' },
  };
}

function namesOriginForThisUrl(context: RuleContext): boolean {
  return namedElsewhere(context, ({ asked, url }) => asked !== 'OPTIONS' && url === context.hop.url) !== null;
}

/** Whether the same URL was loaded just before without CORS, so that its cached copy may have been used. */
function wasLoadedWithoutCors({ exchange, history }: RuleContext): boolean {
  const { url } = exchange.hops[0];
  if (!ENGINES[exchange.observedIn.engine].reusesResponsesLoadedWithoutCors) return false;
  return otherExchanges(exchange.id, url, history).some(
    (other) =>
      other.mode.value === 'no-cors' && other.hops[0].url === url && other.startedAt < exchange.startedAt,
  );
}
