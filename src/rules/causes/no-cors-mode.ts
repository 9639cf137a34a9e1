import { displayStatus } from '../faulty-answer.ts';
import { fetchStandard, mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** Nothing is wrong, and nothing can be read. */
export const noCorsMode: Rule = {
  id: 'no-cors-mode',
  severity: 'info',
  words: {
    title: 'Sent without CORS: the response is opaque',
    headline:
      'This request to `{host}` was sent in `no-cors` mode, so script gets an opaque response: no status, headers or body.',
    'headline-element':
      'The page loads `{url}` without CORS: it may be shown or run, but script can’t look into it.',
    explanation:
      '`mode: "no-cors"` doesn’t solve a CORS error; it gives up reading the response. The server answered {status}. Remove the mode to see what CORS says, and let the server send CORS headers.',
    'explanation-element':
      'That is how images, scripts and styles from other origins are loaded by default, and nothing is wrong with it. It answered {status}.',
    'action-remove-no-cors': 'Remove `mode: "no-cors"` from the `fetch` call.',
  },
  links: [
    mdn('Request: mode', 'API/Request/mode'),
    fetchStandard('opaque filtered response', 'concept-filtered-response-opaque'),
  ],
  explains: ['no-fault'],
  find({ evaluation, exchange, hop, hopIndex }): Found | null {
    if (evaluation.verdict !== 'opaque') return null;
    const byScript = exchange.type === 'xmlhttprequest' || exchange.type === 'other';
    return {
      data: { status: displayStatus(hop.response) },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'request' },
      ...(byScript
        ? { actions: [{ id: 'remove-no-cors', data: {} }] }
        : { variant: { headline: 'headline-element', explanation: 'explanation-element' } }),
    };
  },
};
