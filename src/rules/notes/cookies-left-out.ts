import { cookiesNotSent } from '../causes/cookies-not-sent.ts';
import { mdn } from '../links.ts';
import { type MissingCookies, missingCookies } from '../missing-cookies.ts';
import type { Found, Rule } from '../rule.ts';
import { staysOnItsSite } from '../set-cookies.ts';

/** CORS lets everything through, and cookies all the same don't go where the server wants them. */
export const cookiesLeftOut: Rule = {
  id: 'cookies-left-out',
  severity: 'info',
  words: {
    title: 'A cookie gets lost',
    headline:
      'The browser ignores the cookie `{cookie}` that `{host}` sets: the page sent the request without credentials.',
    'headline-refused':
      'The cookie `{cookie}` that `{host}` sets won’t come back from `{origin}`: that is another site, and it isn’t `SameSite=None; Secure`.',
    'headline-not-sent': 'The request includes credentials, but no cookie of `{host}` went along.',
    explanation:
      'It isn’t stored, so the next request doesn’t have it either. `credentials: "include"` or `withCredentials` changes that.',
    'explanation-refused':
      'Browsers keep such a cookie for pages of its own site; most don’t even store it. Only `SameSite=None; Secure` says that other sites may use it.',
    'explanation-not-sent':
      'It may have expired, be meant for another path, or be kept from other sites by `SameSite` or by a block of third-party cookies. The Application or Storage panel shows which are stored.',
    evidence: 'The response has `Set-Cookie: {line}`, and the request’s credentials mode isn’t `include`.',
    'evidence-refused': 'The response has `Set-Cookie: {line}`.',
    'evidence-refused-by-default':
      'The response has `Set-Cookie: {line}`. Without `SameSite`, browsers differ in what they do with it.',
    'evidence-not-sent':
      'The request has no `Cookie`, and an earlier one had, or an earlier response set one. That it still exists isn’t shown.',
  },
  links: [
    mdn('Request: credentials', 'API/Request/credentials'),
    mdn('Set-Cookie: SameSite', 'HTTP/Reference/Headers/Set-Cookie#samesitesamesite-value'),
  ],
  explains: ['no-fault'],
  find(context): Found | null {
    const left = missingCookies(context);
    // Where the response is refused for it, that leads.
    if (left === null || cookiesNotSent.find(context) !== null) return null;
    return setInVain(left, context.hopIndex) ?? notSent(left, context.hopIndex);
  },
};

/** A cookie that this response sets, and that the browser doesn't store, or never sends back from here. */
function setInVain({ asked, crossSite, sets }: MissingCookies, hop: number): Found | null {
  const at = { hop, on: 'response' } as const;
  const [first] = sets;
  if (first === undefined) return null;
  if (asked === 'no') {
    return { data: { cookie: first.name, line: first.line }, confidence: 'certain', at };
  }
  const refused = crossSite ? sets.find(staysOnItsSite) : undefined;
  if (refused === undefined) return null;
  const said = refused.sameSite !== '';
  return {
    data: { cookie: refused.name, line: refused.line },
    confidence: said ? 'likely' : 'possible',
    at,
    variant: {
      headline: 'headline-refused',
      explanation: 'explanation-refused',
      evidence: said ? 'evidence-refused' : 'evidence-refused-by-default',
    },
  };
}

/** A cookie that is known from before, and that should have gone along. */
function notSent({ asked, keptBack, kept, sentBefore }: MissingCookies, hop: number): Found | null {
  const isKnown = keptBack !== null || kept.length > 0 || sentBefore;
  if (asked !== 'yes' || !isKnown) return null;
  return {
    data: {},
    confidence: 'possible',
    at: { hop, on: 'request' },
    variant: {
      headline: 'headline-not-sent',
      explanation: 'explanation-not-sent',
      evidence: 'evidence-not-sent',
    },
  };
}
