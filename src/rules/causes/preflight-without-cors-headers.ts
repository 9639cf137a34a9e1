import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import { namedElsewhere } from '../named-elsewhere.ts';
import type { Found, Rule } from '../rule.ts';

/** Something answers OPTIONS with success, but it isn't the CORS layer. */
export const preflightWithoutCorsHeaders: Rule = {
  id: 'preflight-without-cors-headers',
  severity: 'error',
  words: {
    title: 'Preflight answered without CORS headers',
    headline:
      '`{host}` answered the preflight for `{url}` with {status}, but without CORS headers, so `{origin}` may not send its {method} request.',
    explanation:
      'Many servers answer `OPTIONS` by themselves with a list of methods. To a browser only `Access-Control-Allow-Origin` and its companions count. The CORS layer is missing, or it doesn’t see `OPTIONS` requests.',
    'explanation-elsewhere':
      'The server knows CORS, but something else answers `OPTIONS` before its CORS layer does, often the framework with a list of methods.',
    evidence:
      '`{host}` answered `OPTIONS` with {status}, and the response has no `Access-Control-Allow-Origin`.',
    'evidence-elsewhere':
      'The answer to `OPTIONS` ({status}) has no `Access-Control-Allow-Origin`, while that to `{asked} {otherUrl}` names `{named}`.',
    'action-add-options-to-cors':
      'Let the CORS layer answer `OPTIONS` for this path too, before the framework’s own response.',
  },
  links: [
    mdnError('CORSMissingAllowOrigin'),
    mdn('Preflighted requests', 'HTTP/Guides/CORS#preflighted_requests'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: ['preflight-allow-origin'],
  find(context): Found | null {
    const answer = answerWithoutAllowOrigin(context);
    if (answer?.on !== 'preflight') return null;
    const status = displayStatus(answer.response);
    const found = { confidence: 'certain', at: { hop: context.hopIndex, on: 'preflight' } } as const;
    const addOptions = { id: 'add-options-to-cors', data: {} };
    const elsewhere = namedElsewhere(context, ({ asked }) => asked !== 'OPTIONS');
    if (elsewhere === null) {
      return { ...found, data: { status }, actions: [addOptions, { id: 'use-own-server', data: {} }] };
    }
    return {
      ...found,
      data: { ...elsewhere, status },
      actions: [addOptions],
      variant: { explanation: 'explanation-elsewhere', evidence: 'evidence-elsewhere' },
    };
  },
};
