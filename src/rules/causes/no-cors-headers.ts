import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
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
      '`{host}` sends CORS headers elsewhere, but not for `{url}`, so `{origin}` may not read the response.',
    explanation:
      'A browser hands a response from another origin to a script only if its `Access-Control-Allow-Origin` names the page’s origin, or is `*`.',
    'explanation-elsewhere':
      'The server knows CORS, but its configuration doesn’t cover this URL or this kind of response.',
    evidence:
      '`{host}` answered {method} with {status}, and the response has no `Access-Control-Allow-Origin`.',
    'evidence-elsewhere':
      'The response ({status}) has no `Access-Control-Allow-Origin`, while that to `{asked} {otherUrl}` has one.',
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
    if (elsewhere === null) return { ...found, data: { status }, actions: [useOwnServer] };
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
