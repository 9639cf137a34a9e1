import { credentialsEvidence, credentialsProof } from '../credentials-evidence.ts';
import { CORS_PREFLIGHT_FETCH, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** `*` in Access-Control-Allow-Headers is a wildcard only without credentials. */
export const wildcardHeadersWithCredentials: Rule = {
  id: 'wildcard-headers-with-credentials',
  severity: 'error',
  words: {
    title: '* allows no headers with credentials',
    headline:
      '`{host}` allows any header with `*`, but this request is sent with credentials, and then `{headers}` has to be listed by name.',
    explanation:
      'With credentials, `*` in `Access-Control-Allow-Headers` means a header of that very name. List the headers one by one.',
    ...credentialsEvidence('The preflight’s response has `Access-Control-Allow-Headers: {allowed}`'),
  },
  links: [
    mdnHeader('Access-Control-Allow-Headers'),
    mdnError('CORSMissingAllowHeaderFromPreflight'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: ['preflight-headers'],
  find(context): Found | null {
    const { fault, hopIndex } = context;
    if (fault?.check !== 'preflight-headers' || !fault.allowed.includes('*')) return null;
    const { data, variant } = credentialsProof(context);
    return {
      data: { ...data, headers: fault.missing.join(', '), allowed: fault.allowed.join(', ') },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
      actions: [{ id: 'leave-credentials-out', data: {} }],
      variant,
    };
  },
};
