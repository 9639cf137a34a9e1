import { ENGINES } from '../../fetch/engines.ts';
import { EXECUTED } from '../execution.ts';
import { answerWithoutAllowOrigin, displayStatus, hasAllowOrigin } from '../faulty-answer.ts';
import { otherExchanges } from '../history.ts';
import { CORS_CHECK, mdnError } from '../links.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';

/** A successful response without CORS headers: the server, or this route, doesn't know CORS. */
export const noCorsHeaders: Rule = {
  id: 'no-cors-headers',
  severity: 'error',
  words: {
    title: 'No CORS headers in the response',
    'title-cached': 'Cached response without CORS headers',
    headline: '`{host}` sends no CORS headers, so `{origin}` may not read its response.',
    'headline-elsewhere':
      '`{host}` sends CORS headers elsewhere, but not for `{url}`, so `{origin}` may not read the response.',
    'headline-cached':
      'The browser’s cache answered for `{url}` with a copy that has no CORS headers, so `{origin}` may not read it.',
    explanation: `It answered {status}, without \`Access-Control-Allow-Origin\`. A browser hands a response from another origin to a script only if that header names the page’s origin. ${EXECUTED}`,
    'explanation-elsewhere': `It answered {status}, without \`Access-Control-Allow-Origin\`. Other responses of this server have that header, so its CORS configuration doesn’t cover this URL or this kind of response. ${EXECUTED}`,
    'explanation-cached':
      'The copy is from an earlier request that didn’t ask for CORS, such as an image or a link. Without `Vary: Origin`, the browser uses it for this request too. Send the CORS headers and `Vary: Origin` with every response for this URL.',
    'action-bypass-cache':
      'To see whether it is the cache, request it once with `cache: "reload"`; if it works then, it was.',
  },
  links: [mdnError('CORSMissingAllowOrigin'), CORS_CHECK],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer === null || answer.on !== 'response') return null;
    const at = { hop: context.hopIndex, on: answer.on } as const;
    if (answer.response.fromCache === true || wasLoadedWithoutCors(context)) {
      return {
        data: {},
        confidence: answer.response.fromCache === true ? 'certain' : 'possible',
        at,
        actions: [{ id: 'bypass-cache', data: {} }],
        variant: { title: 'title-cached', headline: 'headline-cached', explanation: 'explanation-cached' },
      };
    }
    const elsewhere = hasSentAllowOrigin(context);
    return {
      data: { status: displayStatus(answer.response) },
      confidence: 'certain',
      at,
      actions: [{ id: 'use-own-server', data: {} }],
      ...(elsewhere
        ? { variant: { headline: 'headline-elsewhere', explanation: 'explanation-elsewhere' } }
        : {}),
    };
  },
};

/** Whether the same URL was loaded just before without CORS, so that its cached copy may have been used. */
function wasLoadedWithoutCors({ exchange, history }: RuleContext): boolean {
  const { url } = exchange.hops[0];
  if (!ENGINES[exchange.observedIn.engine].reusesResponsesLoadedWithoutCors) return false;
  return otherExchanges(exchange.id, url, history).some(
    (other) =>
      other.mode.value === 'no-cors' && other.hops[0].url === url && other.startedAt < exchange.startedAt,
  );
}

function hasSentAllowOrigin({ exchange, history, hop }: RuleContext): boolean {
  return otherExchanges(exchange.id, hop.url, history).some((other) =>
    other.hops.some((each) => each.response !== undefined && hasAllowOrigin(each.response)),
  );
}
