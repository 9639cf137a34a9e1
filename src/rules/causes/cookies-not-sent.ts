import type { HttpRequest } from '../../model/exchange.ts';
import type { Action } from '../../model/fix.ts';
import { containsHeader } from '../../model/header-list.ts';
import { displayStatus } from '../faulty-answer.ts';
import { mdn } from '../links.ts';
import { type MissingCookies, missingCookies } from '../missing-cookies.ts';
import type { Found, Rule } from '../rule.ts';
import { isTokenHeader } from '../token-headers.ts';

/** CORS let it through, and the server doesn't know who is asking, because the browser sent no cookie. */
export const cookiesNotSent: Rule = {
  id: 'cookies-not-sent',
  severity: 'warning',
  words: {
    title: 'No cookie was sent, so {code}',
    'title-perhaps': '{code}, and no cookie was sent',
    headline:
      '`{host}` answered {status}, and the request carried no cookie: if you are signed in there, yours didn’t go along.',
    'headline-not-asked':
      '`{host}` answered {status}, and the page on `{origin}` hadn’t asked the browser to send cookies along.',
    'headline-kept-back':
      '`{host}` answered {status}, and the browser kept the cookie `{cookie}` back, because `{origin}` is another site.',
    explanation:
      'CORS passed, so the page can read the refusal. To another origin a browser sends cookies only if the page asks for credentials. To another site it sends only those with `SameSite=None; Secure`, and it may block even these.',
    evidence:
      'The response has `Access-Control-Allow-Credentials: true`, and the request had neither `Cookie` nor a token. Whether you are signed in at `{host}` isn’t shown.',
    'evidence-not-asked':
      'The response has `Access-Control-Allow-Credentials: true`, and the request was sent without credentials. That the server wants a cookie is what the status suggests.',
    'evidence-sent-before':
      'An earlier request of `{origin}` to `{host}` carried a `Cookie`, and this one had neither that nor a token. It may have expired since.',
    'evidence-kept-back':
      'An earlier response of `{host}` has `Set-Cookie: {line}`, and this request had no `Cookie`. That the cookie is the one that is wanted isn’t shown.',
    'evidence-denied':
      'The request has no `Cookie`, and `Sec-Fetch-Storage-Access: none`: here the browser gives `{host}` no cookie that it set on its own site. Whether you are signed in there isn’t shown.',
    'action-include-credentials':
      'If people sign in there with a cookie, send the request with `credentials: "include"` (`fetch`) or `withCredentials = true` (`XMLHttpRequest`). The request that signs in needs it too, or the browser ignores the cookie that it gets.',
    'action-cookie-for-other-sites':
      'Let `{host}` set its cookie with `SameSite=None; Secure`, over `https`.',
    'action-serve-from-one-site':
      'Or serve the page and `{host}` from one site, such as `app.example.com` and `api.example.com`: browsers that block third-party cookies send them there, too.',
  },
  links: [
    mdn('Request: credentials', 'API/Request/credentials'),
    mdn('Set-Cookie: SameSite', 'HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value'),
  ],
  explains: ['no-fault'],
  find(context): Found | null {
    const { request, response } = context.hop;
    if (request === undefined || response === undefined || !MAY_WANT_COOKIES.has(response.status))
      return null;
    if (request.headers.some(([name]) => isTokenHeader(name))) return null;
    // It names what it wants, and that is no cookie.
    if (containsHeader(response.headers, 'www-authenticate')) return null;
    const left = missingCookies(context);
    if (left === null || (response.status === 403 && !hasSession(left, request))) return null;
    const code = String(response.status);
    return {
      ...explain(left, { code, status: displayStatus(response) }),
      at: { hop: context.hopIndex, on: 'request' },
      actions: actionsFor(left),
    };
  },
};

/** Who asks isn't known; 419 is how Laravel says that the session is gone. */
const MAY_WANT_COOKIES: ReadonlySet<number> = new Set([401, 403, 419]);

/** Whether there is a session at all, which 403 alone doesn't say: it also refuses those that it knows. */
function hasSession({ keptBack, kept, sentBefore, sets }: MissingCookies, { headers }: HttpRequest): boolean {
  if (keptBack !== null || kept.length > 0 || sentBefore || sets.length > 0) return true;
  return headers.some(([name]) => /[cx]srf/i.test(name));
}

function explain(
  { asked, keptBack, denied, sentBefore }: MissingCookies,
  data: Found['data'],
): Pick<Found, 'data' | 'confidence' | 'severity' | 'variant'> {
  if (asked === 'no') {
    const variant = {
      title: 'title-perhaps',
      headline: 'headline-not-asked',
      evidence: 'evidence-not-asked',
    };
    return { data, confidence: 'likely', variant };
  }
  if (keptBack !== null) {
    // What browsers do with a cookie that says nothing of other sites isn't the same in all of them.
    const sure = asked === 'yes' && keptBack.sameSite !== '';
    const variant = { headline: 'headline-kept-back', evidence: 'evidence-kept-back' };
    return {
      data: { ...data, cookie: keptBack.name, line: keptBack.line },
      confidence: sure ? 'likely' : 'possible',
      variant: sure ? variant : { ...variant, title: 'title-perhaps' },
    };
  }
  const title = 'title-perhaps';
  if (sentBefore)
    return { data, confidence: 'possible', variant: { title, evidence: 'evidence-sent-before' } };
  // Nothing shows that anybody is signed in there: who isn't gets the same answer, and nothing is wrong with it.
  const evidence = denied ? 'evidence-denied' : 'evidence';
  return { data, confidence: 'possible', severity: 'info', variant: { title, evidence } };
}

function actionsFor({ asked, crossSite }: MissingCookies): readonly Action[] {
  const ids = [
    ...(asked === 'yes' ? [] : ['include-credentials']),
    ...(crossSite ? ['cookie-for-other-sites', 'serve-from-one-site'] : []),
    ...(asked === 'no' ? [] : ['sign-in-again']),
  ];
  return ids.map((id) => ({ id, data: {} }));
}
