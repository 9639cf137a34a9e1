import { isRedirectStatus } from '../../fetch/http-redirect-fetch.ts';
import { displayUrl } from '../display-url.ts';
import { answerWithoutAllowOrigin, displayStatus } from '../faulty-answer.ts';
import { HTTP_REDIRECT_FETCH, mdnError } from '../links.ts';
import { leadsToLogin, redirectTarget } from '../redirect-target.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';

/** The session is over, and the server sends scripts to the sign-in page as it would send people. */
export const redirectToLogin: Rule = {
  id: 'redirect-to-login',
  severity: 'error',
  words: {
    title: 'Redirected to a sign-in page',
    headline:
      '`{from}` redirects to the sign-in page `{to}` ({status}): the session is probably over, or never began.',
    explanation:
      'A script can’t show a sign-in page, and such pages have no CORS headers for `{origin}`, so the browser reports CORS. The real problem is that the request wasn’t signed in.',
    'action-send-credentials':
      'If you are signed in, check that the request carries its cookie or token: `credentials: "include"`, and a cookie that may be sent across sites.',
  },
  links: [mdnError('CORSMissingAllowOrigin'), HTTP_REDIRECT_FETCH],
  explains: ['allow-origin'],
  find(context): Found | null {
    const login = onTheWayToLogin(context);
    if (login === null) return null;
    return {
      data: login,
      confidence: 'likely',
      at: { hop: context.hopIndex, on: 'response' },
      actions: [
        { id: 'sign-in-again', data: {} },
        { id: 'send-credentials', data: {} },
        { id: 'answer-401-instead', data: {} },
      ],
    };
  },
};

/** The redirect to a sign-in page that the fault is about: on its way there, or having arrived. */
function onTheWayToLogin(context: RuleContext): { from: string; to: string; status: string } | null {
  const { exchange, fault, hop, hopIndex } = context;
  const waiting = answerWithoutAllowOrigin(context);
  if (waiting?.on === 'response' && isRedirectStatus(waiting.response.status)) {
    const target = redirectTarget(hop, waiting.response);
    if (target === null || !leadsToLogin(hop.url, target)) return null;
    return { from: displayUrl(hop.url), to: displayUrl(target), status: displayStatus(waiting.response) };
  }
  const before = exchange.hops[hopIndex - 1];
  if (fault?.check !== 'allow-origin' || before?.response === undefined) return null;
  if (!leadsToLogin(exchange.hops[0].url, hop.url)) return null;
  return { from: displayUrl(before.url), to: displayUrl(hop.url), status: displayStatus(before.response) };
}
