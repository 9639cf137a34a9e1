import { getHeader } from '../../model/header-list.ts';
import { decisiveAnswer } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH, mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';
import { isTokenHeader } from '../token-headers.ts';

/**
 * Whoever looks at a refused preflight finds no token in it, and goes looking for the mistake in the client. That is only
 * told where something asks the preflight who it is, by status or by a redirect: everywhere else it would be true and of
 * no use.
 */
export const tokenNotInPreflight: Rule = {
  id: 'token-not-in-preflight',
  severity: 'info',
  words: {
    title: 'No preflight carries the token',
    headline:
      'The preflight names `{header}`, but never carries its value: that isn’t a mistake in your code.',
    explanation:
      'The value goes along with the `{method}` itself, once the preflight has passed. The server has to answer the preflight without it.',
    evidence:
      '`Access-Control-Request-Headers` of the preflight is `{asked}`, and it was answered with {status}.',
  },
  links: [
    mdn('Access-Control-Request-Headers', 'HTTP/Reference/Headers/Access-Control-Request-Headers'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: [
    'preflight-allow-origin',
    'preflight-allow-credentials',
    'preflight-redirect',
    'preflight-status',
  ],
  find(context): Found | null {
    const { hop, hopIndex } = context;
    const status = decisiveAnswer(context)?.status;
    const asked = getHeader(hop.preflight?.request.headers ?? [], 'access-control-request-headers') ?? '';
    const header = asked
      .split(',')
      .map((name) => name.trim())
      .find(isTokenHeader);
    if (status === undefined || header === undefined || !asksWhoItIs(status)) return null;
    return {
      data: { header, asked, status: String(status) },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
    };
  },
};

/** Not signed in, not allowed, not signed in at the proxy, or off to where one signs in. */
function asksWhoItIs(status: number): boolean {
  return status === 401 || status === 403 || status === 407 || status === 302 || status === 303;
}
