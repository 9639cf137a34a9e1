import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { PREFLIGHT_REDIRECT_LINKS, preflightRedirect } from '../preflight-redirect.ts';
import type { Found, Rule } from '../rule.ts';

/** The server lives under another name: with or without www, in another region, after a move. */
export const preflightRedirectedToOtherHost: Rule = {
  id: 'preflight-redirected-to-other-host',
  severity: 'error',
  words: {
    title: 'OPTIONS redirected to another host ({code})',
    headline:
      'The page calls `{url}`, but `{host}` redirects to another host, `{call}` ({status}), and no browser follows a redirect of a preflight.',
    explanation:
      'The server has one name of its own (with or without `www`, of a region, after a move) and sends everyone there. A browser follows redirects of a request, but never those of a preflight, so the page has to call that name.',
    evidence:
      '`{host}` answered `OPTIONS` with {status} and the `Location` `{to}`: the same path on another host.',
  },
  links: PREFLIGHT_REDIRECT_LINKS,
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const redirect = preflightRedirect(context);
    if (redirect?.kind !== 'other-host' || redirect.to === null) return null;
    const { status, code, to, call } = redirect;
    return {
      data: { status, code, to, call },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: 'preflight' },
      actions: [
        { id: 'call-url-directly', data: { to: call } },
        ...(to === call ? [] : [{ id: 'keep-https-in-redirects', data: {} }]),
      ],
    };
  },
};
