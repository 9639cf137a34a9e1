import { NOT_SENT } from '../execution.ts';
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
    explanation: `With credentials, \`*\` in \`Access-Control-Allow-Headers\` means a header of that very name. ${NOT_SENT}`,
  },
  links: [
    mdnHeader('Access-Control-Allow-Headers'),
    mdnError('CORSMissingAllowHeaderFromPreflight'),
    CORS_PREFLIGHT_FETCH,
  ],
  explains: ['preflight-headers'],
  find({ fault, hopIndex }): Found | null {
    if (fault?.check !== 'preflight-headers' || !fault.allowed.includes('*')) return null;
    return {
      data: { headers: fault.missing.join(', ') },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'preflight' },
      actions: [{ id: 'leave-credentials-out', data: {} }],
    };
  },
};
