import { NOT_SENT } from '../execution.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { CORS_PREFLIGHT_FETCH, mdnError } from '../links.ts';
import { preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** The page calls http, and the server insists on https by way of a redirect. */
export const preflightRedirectedToHttps: Rule = {
  id: 'preflight-redirected-to-https',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected to https ({code})',
    headline:
      'The page calls `{url}`, but `{host}` redirects to https ({status}), and a preflight must not be redirected.',
    explanation: `A browser follows redirects of a request, but never those of a preflight. With https in the URL there is no redirect. ${NOT_SENT}`,
  },
  links: [mdnError('CORSExternalRedirectNotAllowed'), CORS_PREFLIGHT_FETCH],
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const redirect = preflightRedirect(context);
    if (redirect?.kind !== 'https' || redirect.to === null) return null;
    const { status, code, to } = redirect;
    return {
      data: { status, code },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [{ id: 'call-url-directly', data: { to } }],
    };
  },
};
