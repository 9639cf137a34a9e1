import { getHeader } from '../../model/header-list.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { PREFLIGHT_REDIRECT_LINKS, preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** The page calls http, and the server, or the browser in its name, insists on https by way of a redirect. */
export const preflightRedirectedToHttps: Rule = {
  id: 'preflight-redirected-to-https',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected to https ({code})',
    headline:
      'The page calls `{url}`, but `{host}` redirects to https ({status}), and no browser follows a redirect of a preflight.',
    'headline-hsts':
      'The page calls `{url}`, but the browser only uses https for `{host}` (HSTS) and redirects, which no preflight survives.',
    explanation:
      'A browser follows redirects of a request, but never those of a preflight. With https in the URL there is no redirect.',
    evidence: '`{host}` answered `OPTIONS` with {status} and the `Location` `{to}`: the same host, on https.',
    'evidence-hsts':
      'The response to `OPTIONS` is the browser’s own: {code} with `Non-Authoritative-Reason: HSTS`. Nothing was sent over http.',
  },
  links: PREFLIGHT_REDIRECT_LINKS,
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const redirect = preflightRedirect(context);
    if (redirect?.kind !== 'https' || redirect.to === null) return null;
    const { response, status, code, to } = redirect;
    const isHsts = /^\s*hsts\s*$/i.test(getHeader(response.headers, 'non-authoritative-reason') ?? '');
    return {
      data: isHsts ? { code } : { status, code, to },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [{ id: 'call-url-directly', data: { to } }],
      ...(isHsts ? { variant: { headline: 'headline-hsts', evidence: 'evidence-hsts' } } : {}),
    };
  },
};
