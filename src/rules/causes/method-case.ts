import { CORS_PREFLIGHT_FETCH, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The right method in the wrong case, on one side or the other. */
export const methodCase: Rule = {
  id: 'method-case',
  severity: 'error',
  words: {
    title: 'Method {requested} differs by letter case',
    headline:
      'Your page sends the method as `{requested}`, but `{host}` allows `{allowed}`, and letter case counts.',
    'headline-server':
      '`{host}` allows `{allowed}` in lower case, but browsers send `{requested}`, and letter case counts.',
    explanation:
      'Browsers put DELETE, GET, HEAD, OPTIONS, POST and PUT into upper case, but send others, such as `patch`, as they are written.',
    'explanation-server':
      'Method names are case-sensitive in HTTP, and browsers compare them letter by letter. List them in upper case.',
    evidence:
      'The preflight asked for `Access-Control-Request-Method: {requested}`; its response lists `{allowed}` in `Access-Control-Allow-Methods`.',
    'action-write-method-in-upper-case': 'Write the method as `{upper}` in your code.',
  },
  links: [mdnError('CORSMethodNotFound'), mdn('Request: method', 'API/Request/method'), CORS_PREFLIGHT_FETCH],
  explains: ['preflight-method'],
  find({ fault, hopIndex }): Found | null {
    if (fault?.check !== 'preflight-method') return null;
    const upper = fault.method.toUpperCase();
    const alike = fault.allowed.filter((each) => each.toUpperCase() === upper);
    if (alike.length === 0) return null;
    const server = fault.method === upper;
    return {
      data: { requested: fault.method, allowed: alike.join(', ') },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
      ...(server
        ? { variant: { headline: 'headline-server', explanation: 'explanation-server' } }
        : { actions: [{ id: 'write-method-in-upper-case', data: { upper } }] }),
    };
  },
};
