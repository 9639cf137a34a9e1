import { isRedirectStatus } from '../../fetch/http-redirect-fetch.ts';
import { displayUrl } from '../display-url.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { answerWithoutAllowOrigin, displayStatus, faultyAnswer, refusedPreflight } from '../faulty-answer.ts';
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
    evidence:
      '`{from}` answered {status}, and the names in `{to}` are those of a sign-in page; whether you are signed in isn’t to be seen.',
    'action-send-credentials':
      'If you are signed in, check that the request carries its cookie or token: `credentials: "include"`, and a cookie that may be sent across sites.',
  },
  links: [mdnError('CORSMissingAllowOrigin'), HTTP_REDIRECT_FETCH],
  explains: ['allow-origin', ...REFUSED_PREFLIGHT],
  find(context): Found | null {
    const login = onTheWayToLogin(context) ?? atLogin(context);
    if (login === null) return null;
    const { on, ...data } = login;
    return {
      data,
      confidence: 'likely',
      at: { hop: context.hopIndex, on },
      actions: [
        { id: 'sign-in-again', data: {} },
        { id: 'answer-401-instead', data: {} },
        { id: 'send-credentials', data: {} },
      ],
    };
  },
};

interface LoginRedirect {
  readonly from: string;
  readonly to: string;
  readonly status: string;
  readonly on: Found['at']['on'];
}

/** The redirect to a sign-in page that the fault is about. */
function onTheWayToLogin(context: RuleContext): LoginRedirect | null {
  const { hop } = context;
  const answer = answerWithoutAllowOrigin(context);
  if (answer?.on !== 'response' || !isRedirectStatus(answer.response.status)) return null;
  const target = redirectTarget(hop, answer.response);
  if (target === null || !leadsToLogin(hop.url, target)) return null;
  const status = displayStatus(answer.response);
  return { from: displayUrl(hop.url), to: displayUrl(target), status, on: answer.on };
}

/** The redirect that led to the sign-in page whose answer, or whose answer to a preflight, the fault is about. */
function atLogin(context: RuleContext): LoginRedirect | null {
  const { exchange, fault, hop, hopIndex } = context;
  const before = exchange.hops[hopIndex - 1];
  const answered = fault?.check === 'allow-origin' || refusedPreflight(context) !== null;
  const answer = answered ? faultyAnswer(context) : null;
  if (before?.response === undefined || answer === null) return null;
  if (!leadsToLogin(exchange.hops[0].url, hop.url)) return null;
  const status = displayStatus(before.response);
  return { from: displayUrl(before.url), to: displayUrl(hop.url), status, on: answer.on };
}
