import { CORS_PREFLIGHT_FETCH, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** The preflight's answer doesn't list the method. */
export const methodNotAllowed: Rule = {
  id: 'method-not-allowed',
  severity: 'error',
  words: {
    title: 'Method {requested} not allowed',
    headline: '`{host}` doesn’t allow {requested} across origins: it allows `{allowed}`.',
    'headline-none':
      '`{host}` doesn’t allow {requested} across origins: it sends no `Access-Control-Allow-Methods`.',
    explanation:
      'The preflight’s response has to list every method besides GET, HEAD and POST in `Access-Control-Allow-Methods`.',
    evidence:
      'The preflight asked for `Access-Control-Request-Method: {requested}`; its response has `Access-Control-Allow-Methods: {allowed}`.',
    'evidence-none':
      'The preflight asked for `Access-Control-Request-Method: {requested}`; its response lists no method.',
  },
  links: [mdnError('CORSMethodNotFound'), mdnHeader('Access-Control-Allow-Methods'), CORS_PREFLIGHT_FETCH],
  explains: ['preflight-method'],
  find({ fault, hopIndex }): Found | null {
    if (fault?.check !== 'preflight-method') return null;
    const none = fault.allowed.length === 0;
    return {
      data: { requested: fault.method, ...(none ? {} : { allowed: fault.allowed.join(', ') }) },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
      ...(none ? { variant: { headline: 'headline-none', evidence: 'evidence-none' } } : {}),
    };
  },
};
