import { NOT_SENT } from '../execution.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { CORS_PREFLIGHT_FETCH, mdnError } from '../links.ts';
import { preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** A preflight that was redirected for another reason: a host that moved, a region, a locale. */
export const preflightRedirectedElsewhere: Rule = {
  id: 'preflight-redirected-elsewhere',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected ({code})',
    headline:
      '`{host}` redirects the preflight for `{url}` to `{to}` ({status}), and a preflight must not be redirected.',
    'headline-nowhere':
      '`{host}` answers the preflight for `{url}` with a redirect ({status}), and a preflight must not be redirected.',
    explanation: `A browser follows redirects of a request, but never those of a preflight, whatever headers they have. ${NOT_SENT}`,
    'action-answer-before-redirect':
      'Let the server answer `OPTIONS` for `{url}` itself, before it redirects: with 204 and the CORS headers.',
  },
  links: [mdnError('CORSExternalRedirectNotAllowed'), CORS_PREFLIGHT_FETCH],
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const redirect = preflightRedirect(context);
    if (redirect?.kind !== 'elsewhere') return null;
    const { status, code, to } = redirect;
    const base = { confidence: 'certain', at: { hop: context.hopIndex, on: 'preflight' } } as const;
    if (to === null) {
      return {
        ...base,
        data: { status, code },
        actions: [{ id: 'answer-before-redirect', data: {} }],
        variant: { headline: 'headline-nowhere' },
      };
    }
    return { ...base, data: { status, code, to }, actions: [{ id: 'call-url-directly', data: { to } }] };
  },
};
