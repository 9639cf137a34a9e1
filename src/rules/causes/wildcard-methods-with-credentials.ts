import { NOT_SENT } from '../execution.ts';
import { CORS_PREFLIGHT_FETCH, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** `*` in Access-Control-Allow-Methods is a wildcard only without credentials. */
export const wildcardMethodsWithCredentials: Rule = {
  id: 'wildcard-methods-with-credentials',
  severity: 'error',
  words: {
    title: '* allows no methods with credentials',
    headline:
      '`{host}` allows any method with `*`, but this request is sent with credentials, and then {requested} has to be listed by name.',
    explanation: `With credentials, \`*\` in \`Access-Control-Allow-Methods\` means a method of that very name. ${NOT_SENT}`,
  },
  links: [mdnHeader('Access-Control-Allow-Methods'), mdnError('CORSMethodNotFound'), CORS_PREFLIGHT_FETCH],
  explains: ['preflight-method'],
  find({ fault, hopIndex }): Found | null {
    if (fault?.check !== 'preflight-method' || !fault.allowed.includes('*')) return null;
    return {
      data: { requested: fault.method },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
      actions: [{ id: 'leave-credentials-out', data: {} }],
    };
  },
};
