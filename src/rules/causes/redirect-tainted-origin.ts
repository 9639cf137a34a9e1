import { taintingOfHops } from '../../fetch/request-tainting.ts';
import { containsHeader } from '../../model/header-list.ts';
import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import { displayUrl } from '../display-url.ts';
import { ALLOW_ORIGIN } from '../explainable.ts';
import { displayStatus, faultyAnswer } from '../faulty-answer.ts';
import { HTTP_REDIRECT_FETCH, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';
import { hasWildcard } from '../wrong-allow-origin.ts';

/** A redirect to yet another origin: from there on the browser no longer says who asks. */
export const redirectTaintedOrigin: Rule = {
  id: 'redirect-tainted-origin',
  severity: 'error',
  words: {
    title: 'Origin: null after a redirect',
    headline:
      '`{from}` redirects to another origin, so the browser sends `Origin: null` to `{host}`, which doesn’t allow it.',
    'headline-error':
      '`{from}` redirects to another origin, where the request, now with `Origin: null`, ended with {status}.',
    explanation:
      'When a request from `{origin}` is redirected from one foreign origin to another, the browser hides who asked. The final server sees `null`, which it can’t tell from a stranger, and must not allow. Calling the final URL directly keeps your origin.',
    evidence: 'After the redirect from `{from}`, the request to `{host}` carried `Origin: null`.',
    'evidence-not-shown':
      'The headers of the request to `{host}` weren’t shown, but after a redirect like that of `{from}` browsers send `Origin: null`.',
  },
  links: [
    mdn('Origin', 'HTTP/Reference/Headers/Origin#null'),
    mdnError('CORSAllowOriginNotMatchingOrigin'),
    HTTP_REDIRECT_FETCH,
  ],
  explains: ALLOW_ORIGIN,
  find(context): Found | null {
    const { exchange, fault, hop, hopIndex } = context;
    const taintedAt = taintingOfHops(exchange).findIndex(({ tainted }) => tainted);
    if (taintedAt === -1 || hopIndex < taintedAt || exchange.initiator === OPAQUE_ORIGIN) return null;
    if (fault?.check !== 'allow-origin' && fault?.check !== 'preflight-allow-origin') return null;
    if (fault.origin !== OPAQUE_ORIGIN || (fault.problem === 'multiple' && hasWildcard(fault.value ?? '')))
      return null;
    const answer = faultyAnswer(context);
    if (answer === null) return null;
    const failed = answer.response.status >= 400;
    const request = answer.on === 'preflight' ? hop.preflight?.request : hop.request;
    const shown = containsHeader(request?.headers ?? [], 'origin');
    return {
      data: {
        from: displayUrl(exchange.hops[taintedAt - 1]?.url ?? exchange.hops[0].url),
        ...(failed ? { status: displayStatus(answer.response) } : {}),
      },
      confidence: shown ? 'certain' : 'likely',
      at: { hop: hopIndex, on: answer.on },
      actions: [
        { id: 'call-url-directly', data: { to: displayUrl(hop.url), url: displayUrl(exchange.hops[0].url) } },
        ...(fault.problem === 'wildcard-with-credentials' ? [{ id: 'leave-credentials-out', data: {} }] : []),
      ],
      variant: {
        ...(failed ? { headline: 'headline-error' } : {}),
        ...(shown ? {} : { evidence: 'evidence-not-shown' }),
      },
    };
  },
};
