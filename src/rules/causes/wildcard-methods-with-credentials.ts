import { credentialsEvidence, credentialsProof } from '../credentials-evidence.ts';
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
    explanation:
      'With credentials, `*` in `Access-Control-Allow-Methods` means a method of that very name. List the methods one by one.',
    ...credentialsEvidence('The preflight’s response has `Access-Control-Allow-Methods: {allowed}`'),
  },
  links: [mdnHeader('Access-Control-Allow-Methods'), mdnError('CORSMethodNotFound'), CORS_PREFLIGHT_FETCH],
  explains: ['preflight-method'],
  find(context): Found | null {
    const { fault, hopIndex } = context;
    if (fault?.check !== 'preflight-method' || !fault.allowed.includes('*')) return null;
    const { data, variant } = credentialsProof(context);
    return {
      data: { ...data, requested: fault.method, allowed: fault.allowed.join(', ') },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
      actions: [{ id: 'leave-credentials-out', data: {} }],
      variant,
    };
  },
};
