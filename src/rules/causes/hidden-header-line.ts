import { CORS_CHECK, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** Every header that is shown allows it, and script got no answer: what blocked it may not be shown. */
export const hiddenHeaderLine: Rule = {
  id: 'hidden-header-line',
  severity: 'warning',
  words: {
    title: 'Blocked by something that isn’t shown',
    headline:
      'Script couldn’t read the response of `{host}`, though every header that the browser shows allows `{origin}` to.',
    explanation:
      'Firefox leaves an empty second line of a header out of what extensions see, and a second `Access-Control-Allow-Origin` blocks the response even if it is empty. A request that script cancels in the moment of its answer looks the same.',
    evidence:
      'The page’s Resource Timing says that script couldn’t read the response, and no header that is shown explains it.',
    'action-read-raw-headers':
      'Look at the raw response headers in the Network panel: if `Access-Control-Allow-Origin` is there twice, let only one layer of `{host}` set it.',
  },
  links: [mdnError('CORSMultipleAllowOriginNotAllowed'), CORS_CHECK],
  explains: ['no-fault'],
  find({ evaluation, exchange, hop, hopIndex }): Found | null {
    if (evaluation.verdict !== 'unknown' || evaluation.branches.length > 0) return null;
    if (exchange.readableByScript !== false || hop.response?.lines !== 'joined') return null;
    return {
      data: {},
      confidence: 'possible',
      at: { hop: hopIndex, on: 'response' },
      actions: [{ id: 'read-raw-headers', data: {} }],
    };
  },
};
