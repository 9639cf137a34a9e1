import { isAskedByScript } from '../asked-by-script.ts';
import { displayStatus } from '../faulty-answer.ts';
import { fetchStandard, mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** `mode: 'no-cors'` as a remedy: the error is gone, and so is the response. */
export const noCorsMode: Rule = {
  id: 'no-cors-mode',
  severity: 'warning',
  words: {
    title: 'Sent without CORS: the response is opaque',
    headline:
      'This request to `{host}` was sent in `no-cors` mode, so script gets an opaque response: no status, headers or body.',
    explanation:
      '`mode: "no-cors"` doesn’t solve a CORS error; it gives up reading the response. The server answered {status}. Remove the mode to see what CORS says, and let the server send CORS headers.',
    evidence: 'The request’s mode is `no-cors`, and a script made it.',
    'action-remove-no-cors': 'Remove `mode: "no-cors"` from the `fetch` call.',
  },
  links: [
    mdn('Request: mode', 'API/Request/mode'),
    fetchStandard('opaque filtered response', 'concept-filtered-response-opaque'),
  ],
  explains: ['no-fault'],
  find({ evaluation, exchange, hop, hopIndex }): Found | null {
    if (evaluation.verdict !== 'opaque' || !isAskedByScript(exchange)) return null;
    return {
      data: { status: displayStatus(hop.response) },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'request' },
      actions: [{ id: 'remove-no-cors', data: {} }],
    };
  },
};
