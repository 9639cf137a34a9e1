import { NOT_SENT } from '../execution.ts';
import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** Something answers OPTIONS with success, but it isn't the CORS layer. */
export const preflightWithoutCorsHeaders: Rule = {
  id: 'preflight-without-cors-headers',
  severity: 'error',
  words: {
    title: 'Preflight answered without CORS headers',
    headline:
      '`{host}` answered the preflight for `{url}` with {status}, but without CORS headers, so `{origin}` may not send its {method} request.',
    explanation: `Many servers answer \`OPTIONS\` by themselves with a list of methods. To a browser only \`Access-Control-Allow-Origin\` and its companions count. The CORS layer is missing, or it doesn’t see \`OPTIONS\` requests. ${NOT_SENT}`,
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
    return {
      data: { status: displayStatus(answer.response) },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [
        { id: 'add-options-to-cors', data: {} },
        { id: 'use-own-server', data: {} },
      ],
    };
  },
};
