import { NOT_SENT } from '../execution.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { CORS_PREFLIGHT_FETCH, mdnError } from '../links.ts';
import { preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** The server's one spelling of the URL differs from the page's by a trailing slash. */
export const preflightRedirectedSlash: Rule = {
  id: 'preflight-redirected-slash',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected for a trailing slash ({code})',
    headline:
      'The page calls `{url}`, but the server wants `{to}`: the URLs differ by a trailing slash, and the preflight was redirected ({status}).',
    explanation: `A browser follows redirects of a request, but never those of a preflight. With the server’s own spelling of the URL there is no redirect. ${NOT_SENT}`,
    'action-turn-slash-redirect-off':
      'Or turn the redirect off on the server: `APPEND_SLASH` in Django, `redirect_slashes=False` in FastAPI, `trailingSlash` in Next.js.',
  },
  links: [mdnError('CORSExternalRedirectNotAllowed'), CORS_PREFLIGHT_FETCH],
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const redirect = preflightRedirect(context);
    if (redirect?.kind !== 'slash' || redirect.to === null) return null;
    const { status, code, to } = redirect;
    return {
      data: { status, code, to },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [
        { id: 'call-url-directly', data: { to } },
        { id: 'turn-slash-redirect-off', data: {} },
      ],
    };
  },
};
