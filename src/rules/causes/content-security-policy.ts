import type { RequestType } from '../../model/exchange.ts';
import { parseUrl } from '../../model/url.ts';
import { mdnHeader } from '../links.ts';
import { networkRule } from '../network-rule.ts';
import { redirectTarget } from '../redirect-target.ts';

/** The page's own Content Security Policy forbids the request. */
export const contentSecurityPolicy = networkRule({
  id: 'content-security-policy',
  problems: ['content-security-policy', 'redirect-refused'],
  links: [mdnHeader('Content-Security-Policy'), mdnHeader('Content-Security-Policy/connect-src')],
  words: {
    title: 'Blocked by the page’s Content Security Policy',
    headline:
      'This isn’t CORS: the Content Security Policy of the page at `{origin}` doesn’t allow requests to `{to}`.',
    explanation:
      'The page’s own server sends that policy, in a header or a `meta` element of the page. The browser stops what it doesn’t list, whatever headers the other server has.',
    'evidence-redirect':
      '`{host}` redirected to `{to}`, every check of CORS passed, and the browser reported `{error}`; that is how Firefox ends a redirect that a policy forbids, but it names no policy.',
    'action-extend-policy':
      'Add `{to}` to `{directive}` in the `Content-Security-Policy` of the page. If that policy has no `{directive}`, add one with what `default-src` lists.',
  },
  details: ({ exchange, fault, hop }, error) => {
    const redirect = hop.response === undefined ? null : redirectTarget(hop, hop.response);
    const to = parseUrl(redirect ?? hop.url)?.origin ?? hop.url;
    const actions = [{ id: 'extend-policy', data: { to, directive: DIRECTIVES[exchange.type] } }];
    const isSaid = fault !== null && 'problem' in fault && fault.problem === 'content-security-policy';
    if (isSaid) return { data: { to }, actions };
    // What ends a request of Firefox at a redirect without an error of its own, once CORS has nothing against it.
    if (error !== 'NS_ERROR_NET_ON_RECEIVING_FROM' || redirect === null) return null;
    return { data: { to }, confidence: 'likely', actions, variant: { evidence: 'evidence-redirect' } };
  },
});

/** @see https://w3c.github.io/webappsec-csp/#directives-fetch */
const DIRECTIVES: Readonly<Record<RequestType, string>> = {
  xmlhttprequest: 'connect-src',
  beacon: 'connect-src',
  other: 'connect-src',
  script: 'script-src',
  stylesheet: 'style-src',
  image: 'img-src',
  font: 'font-src',
  media: 'media-src',
};
