import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { successesNamingNone } from '../history.ts';
import { CORS_CHECK, mdnError } from '../links.ts';
import { namedElsewhere } from '../named-elsewhere.ts';
import type { Found, Rule } from '../rule.ts';

/** A successful response without CORS headers: the server, or this route, doesn't know CORS. */
export const noCorsHeaders: Rule = {
  id: 'no-cors-headers',
  severity: 'error',
  words: {
    title: 'No CORS headers in the response',
    headline: 'The response of `{host}` has no CORS headers, so `{origin}` may not read it.',
    'headline-elsewhere':
      '`{host}` sends `Access-Control-Allow-Origin` elsewhere, but not with this response of `{url}`, so `{origin}` may not read it.',
    explanation:
      'A browser hands a response from another origin to a script only if its `Access-Control-Allow-Origin` names the page’s origin, or is `*`.',
    'explanation-elsewhere':
      'The server knows CORS, but its configuration doesn’t cover this URL or this kind of response.',
    evidence:
      '`{host}` answered {method} with {status}, and the response has no `Access-Control-Allow-Origin`.',
    'evidence-elsewhere':
      'The response ({status}) has no `Access-Control-Allow-Origin`, while that to `{asked} {otherUrl}` names `{named}`.',
    'evidence-never':
      '`{host}` answered {method} with {status} and without `Access-Control-Allow-Origin`; its other successful responses to this page lack it, too ({others} seen).',
  },
  links: [mdnError('CORSMissingAllowOrigin'), CORS_CHECK],
  explains: ['allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer?.on !== 'response') return null;
    const status = displayStatus(answer.response);
    const found = { confidence: 'certain', at: { hop: context.hopIndex, on: 'response' } } as const;
    const useOwnServer = { id: 'use-own-server', data: {} };
    const elsewhere = namedElsewhere(context);
    if (elsewhere === null) {
      const others = successesNamingNone(context.exchange, context.hop.url, context.history);
      const actions = [useOwnServer];
      if (others === 0) return { ...found, data: { status }, actions };
      const variant = { evidence: 'evidence-never' };
      return { ...found, data: { status, others: String(others) }, actions, variant };
    }
    return {
      ...found,
      data: { ...elsewhere, status },
      actions: [{ id: 'add-cors-to-route', data: {} }, useOwnServer],
      variant: {
        headline: 'headline-elsewhere',
        explanation: 'explanation-elsewhere',
        evidence: 'evidence-elsewhere',
      },
    };
  },
};
