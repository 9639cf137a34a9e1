import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { PREFLIGHT_REDIRECT_LINKS, preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** A sign-in gateway in front of the API sends the preflight to its login page. */
export const preflightRedirectedToLogin: Rule = {
  id: 'preflight-redirected-to-login',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected to a sign-in page ({code})',
    headline:
      'A sign-in gateway sends the preflight for `{url}` to `{to}` ({status}); preflights can’t sign in.',
    explanation:
      'Browsers send preflights without cookies and tokens, so the gateway takes each of them for a visitor who isn’t signed in, even if you are.',
    evidence:
      '`{host}` answered `OPTIONS` with {status}, and the names in `{to}` are those of a sign-in page; what that page is wasn’t seen.',
    'action-exempt-options':
      'Exempt `OPTIONS` requests from the sign-in gateway, so that the API itself answers them.',
  },
  links: PREFLIGHT_REDIRECT_LINKS,
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const redirect = preflightRedirect(context);
    if (redirect?.kind !== 'login' || redirect.to === null) return null;
    const { status, code, to } = redirect;
    return {
      data: { status, code, to },
      confidence: 'likely',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [{ id: 'exempt-options', data: {} }],
    };
  },
};
