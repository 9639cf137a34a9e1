import { containsHeader } from '../../model/header-list.ts';
import { isAskedByScript } from '../asked-by-script.ts';
import { mdn } from '../links.ts';
import type { AdviceFound, AdviceRule, EvaluatedExchange } from './advice.ts';
import { siteOf } from './origin-kind.ts';

/** A request that any page can make the browser send. */
export const corsIsNoProtection: AdviceRule = {
  id: 'cors-is-no-protection',
  topic: 'security',
  words: {
    title: 'CORS doesn’t keep these requests out',
    headline:
      '`{host}` executed a `POST` from another site with the user’s cookies; any website can send such a request.',
    explanation:
      'CORS decides who may read the response, not who may send the request: this one needs no preflight, and by the time that a browser checks a header, it has been executed. If it changes anything, something else has to tell your pages from others.',
    evidence:
      'Such requests that got a response of success: {count}. Whether the server checks more than can be seen here is unknown.',
    'action-check-origin':
      'For requests that change something, let `{host}` check `Origin` or `Sec-Fetch-Site`, or a CSRF token; set `SameSite` on the cookie, or take only `application/json`, which needs a preflight.',
  },
  links: [
    mdn('Cross-site request forgery', 'Security/Attacks/CSRF'),
    mdn('Fetch metadata', 'HTTP/Guides/Fetch_metadata'),
  ],
  find({ exchanges }): AdviceFound | null {
    const shownBy = exchanges.filter(isForgeable);
    if (shownBy.length === 0) return null;
    return {
      data: {},
      severity: 'info',
      confidence: 'possible',
      shownBy,
      actions: [{ id: 'check-origin', data: {} }],
    };
  },
};

/** Whether a page of any site could have made the browser send it, and it was executed as the user's. */
function isForgeable({ exchange, evaluation }: EvaluatedExchange): boolean {
  const last = exchange.hops.length - 1;
  const hop = exchange.hops[last];
  if (hop?.method !== 'POST' || hop.request === undefined || hop.response === undefined) return false;
  if (hop.response.status < 200 || hop.response.status > 399 || !isAskedByScript(exchange)) return false;
  if (evaluation.preflights[last]?.needed !== 'no') return false;
  return containsHeader(hop.request.headers, 'cookie') && siteOf(hop.url) !== siteOf(exchange.initiator);
}
