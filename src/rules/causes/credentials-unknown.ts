import type { Verdict } from '../../fetch/evaluation.ts';
import { CORS_CHECK, mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** It hangs on whether the request was sent with credentials, which no browser tells an extension. */
export const credentialsUnknown: Rule = {
  id: 'credentials-unknown',
  severity: 'warning',
  words: {
    title: 'Depends on the credentials mode',
    headline:
      'Whether `{origin}` may read the response of `{host}` depends on whether the request was sent with credentials.',
    'headline-blocked-or-allowed':
      'Whether `{origin}` may read the response of `{host}` depends on whether the request was sent with credentials: with them it is blocked, without them it isn’t.',
    explanation: 'The browser doesn’t show the credentials mode. Both answers are below.',
    evidence:
      'The request carried nothing that only goes with credentials, such as `Cookie`, and its outcome fits either mode.',
    // What would settle it: `settling-steps.ts` chooses among them.
    'action-look-at-call':
      'Look at the call in the code: `credentials: "include"` of `fetch`, or `withCredentials = true` of `XMLHttpRequest`, includes credentials. Without either, they aren’t included.',
    'action-look-at-element':
      'Look at what loads it: `crossorigin="use-credentials"` includes credentials. With `crossorigin` or `crossorigin="anonymous"`, and for a font that a stylesheet loads, they aren’t included.',
    'action-see-what-script-got':
      'See whether the page got the response. If it did, credentials weren’t included; if the console shows a CORS error instead, they were.',
    'action-read-console':
      'Read the CORS error in the console: it names the check that failed, and that isn’t the same one in both cases.',
    'action-ask-resource-timing':
      'Send it again while the CORS panel is open in the page’s DevTools: there the page’s own Resource Timing can tell whether script could read the response.',
    'action-set-cookie':
      'Set a cookie for `{host}` that other sites’ requests carry too (`SameSite=None; Secure`), and send the request again: if a `Cookie` goes along, credentials are included.',
    'action-open-in-chrome':
      'Send it from the same page in Chrome, and look at it there: Chrome reports a blocked response as an error, so that its outcome tells.',
    'action-open-in-firefox':
      'Send it from the same page in Firefox 153 or later, and look at it there: between sites, its preflights tell whether credentials are included.',
  },
  links: [mdn('Request: credentials', 'API/Request/credentials'), CORS_CHECK],
  explains: ['no-fault'],
  find({ evaluation, exchange: { outcome }, hopIndex }): Found | null {
    const { verdict, branches } = evaluation;
    if (verdict !== 'unknown' || branches.length === 0) return null;
    // What decided wasn't seen: to know the credentials mode would settle nothing.
    if (outcome.state === 'closed' && outcome.reason === 'no-access') return null;
    const ends = new Map<string, Verdict>(branches.map((branch) => [branch.if, branch.verdict]));
    const isBlockedOrAllowed =
      ends.get('credentials-include') === 'blocked' && ends.get('credentials-not-include') === 'allowed';
    return {
      data: {},
      confidence: 'possible',
      at: { hop: hopIndex, on: 'request' },
      ...(isBlockedOrAllowed ? { variant: { headline: 'headline-blocked-or-allowed' } } : {}),
    };
  },
};
