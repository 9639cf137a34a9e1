import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { PREFLIGHT_REDIRECT_LINKS, preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** A preflight that was redirected for a reason that its URL doesn't tell. */
export const preflightRedirectedElsewhere: Rule = {
  id: 'preflight-redirected-elsewhere',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected ({code})',
    headline:
      '`{host}` redirects the preflight for `{url}` to `{to}` ({status}), and no browser follows a redirect of a preflight.',
    'headline-nowhere':
      '`{host}` answers the preflight for `{url}` with a redirect ({status}), and no browser follows a redirect of a preflight.',
    explanation:
      'A browser follows redirects of a request, but never those of a preflight, whatever headers they have.',
    evidence: '`{host}` answered `OPTIONS` with {status} and the `Location` `{to}`.',
    'evidence-nowhere':
      '`{host}` answered `OPTIONS` with {status}; where it redirects to isn’t in the response.',
    'action-answer-before-redirect':
      'Let the server answer `OPTIONS` for `{url}` itself, before it redirects: with 204 and the CORS headers.',
  },
  links: PREFLIGHT_REDIRECT_LINKS,
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const redirect = preflightRedirect(context);
    if (redirect?.kind !== 'elsewhere') return null;
    const { status, code, to, call } = redirect;
    const base = { confidence: 'certain', at: { hop: context.hopIndex, on: 'preflight' } } as const;
    if (to === null) {
      return {
        ...base,
        data: { status, code },
        actions: [{ id: 'answer-before-redirect', data: {} }],
        variant: { headline: 'headline-nowhere', evidence: 'evidence-nowhere' },
      };
    }
    return {
      ...base,
      data: { status, code, to },
      actions: [
        { id: 'call-url-directly', data: { to: call } },
        ...(to === call ? [] : [{ id: 'keep-https-in-redirects', data: {} }]),
      ],
    };
  },
};
