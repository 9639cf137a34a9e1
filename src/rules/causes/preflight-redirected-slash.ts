import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { PREFLIGHT_REDIRECT_LINKS, preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** The server's one spelling of the URL differs from the page's by a trailing slash. */
export const preflightRedirectedSlash: Rule = {
  id: 'preflight-redirected-slash',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected for a trailing slash ({code})',
    headline:
      'The page calls `{url}`, but the server wants `{call}`: because of the trailing slash it redirects the preflight ({status}), which no browser follows.',
    explanation:
      'A browser follows redirects of a request, but never those of a preflight. With the server’s own spelling of the URL there is no redirect.',
    evidence:
      '`{host}` answered `OPTIONS` with {status} and a `Location`, `{to}`, in which only the slash at the end is another.',
    'evidence-https-lost':
      '`{host}` answered `OPTIONS` with {status} and a `Location`, `{to}`, in which the slash at the end is another, and https is lost besides.',
    'action-turn-slash-redirect-off':
      'Or turn the redirect off on the server: `APPEND_SLASH` in Django, `redirect_slashes=False` in FastAPI, for example.',
  },
  links: PREFLIGHT_REDIRECT_LINKS,
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const redirect = preflightRedirect(context);
    if (redirect?.kind !== 'slash' || redirect.to === null) return null;
    const { status, code, to, call } = redirect;
    const httpsLost = to !== call;
    return {
      data: { status, code, to, call },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [
        { id: 'call-url-directly', data: { to: call } },
        { id: 'turn-slash-redirect-off', data: {} },
        ...(httpsLost ? [{ id: 'keep-https-in-redirects', data: {} }] : []),
      ],
      ...(httpsLost ? { variant: { evidence: 'evidence-https-lost' } } : {}),
    };
  },
};
