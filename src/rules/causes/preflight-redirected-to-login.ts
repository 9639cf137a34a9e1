import { NOT_SENT } from '../execution.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { CORS_PREFLIGHT_FETCH, mdnError } from '../links.ts';
import { preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** A sign-in gateway in front of the API sends the preflight to its login page. */
export const preflightRedirectedToLogin: Rule = {
  id: 'preflight-redirected-to-login',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected to a sign-in page ({code})',
    headline:
      'A sign-in gateway sends the preflight for `{url}` to `{to}` ({status}); preflights can’t sign in.',
    explanation: `Browsers send preflights without cookies, so the gateway takes each of them for a visitor who isn’t signed in, even if you are. No preflight may be redirected. ${NOT_SENT}`,
    'action-exempt-options':
      'Exempt `OPTIONS` requests from the sign-in gateway (Cloudflare Access calls it “Bypass OPTIONS requests to origin”), so that the API itself answers them.',
  },
  links: [mdnError('CORSExternalRedirectNotAllowed'), CORS_PREFLIGHT_FETCH],
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
