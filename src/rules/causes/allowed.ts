import { taintingOfHops } from '../../fetch/request-tainting.ts';
import { displayStatus } from '../faulty-answer.ts';
import { CORS_GUIDE } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** All is well. */
export const allowed: Rule = {
  id: 'allowed',
  severity: 'info',
  words: {
    title: 'Allowed',
    headline: '`{host}` allows `{origin}` to read this response ({status}).',
    'headline-same-origin': '`{url}` is of the page’s own origin, so CORS doesn’t apply ({status}).',
    explanation: 'Every check of the CORS protocol passed.',
    'explanation-same-origin': 'The page and the URL share scheme, host and port.',
    'explanation-error':
      'Every check of the CORS protocol passed; the status is an error of the server’s own.',
  },
  links: [CORS_GUIDE],
  explains: ['no-fault'],
  find({ evaluation, exchange, hop, hopIndex }): Found | null {
    if (evaluation.verdict !== 'allowed') return null;
    const sameOrigin = taintingOfHops(exchange).every(({ cors }) => !cors);
    const failed = (hop.response?.status ?? 0) >= 400;
    return {
      data: { status: displayStatus(hop.response) },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'response' },
      variant: {
        ...(failed ? { explanation: 'explanation-error' } : {}),
        ...(sameOrigin ? { headline: 'headline-same-origin', explanation: 'explanation-same-origin' } : {}),
      },
    };
  },
};
