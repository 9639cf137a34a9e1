import { ALLOW_CREDENTIALS } from '../explainable.ts';
import { faultyAnswer } from '../faulty-answer.ts';
import { CORS_CHECK, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** Credentials are allowed in a word that browsers don't know. */
export const allowCredentialsMisspelt: Rule = {
  id: 'allow-credentials-misspelt',
  severity: 'error',
  words: {
    title: 'Allow-Credentials isn’t exactly true',
    headline:
      '`{host}` sends `Access-Control-Allow-Credentials: {value}`, and browsers accept only `true`, once and in lower case.',
    'headline-empty':
      '`{host}` sends `Access-Control-Allow-Credentials` without a value, and browsers accept only `true`.',
    explanation:
      'Any other value counts as no: `True`, `1`, `false`, or `true` sent by two layers. This request is sent with credentials, so `{origin}` may not read the response.',
  },
  links: [mdnError('CORSMissingAllowCredentials'), mdnHeader('Access-Control-Allow-Credentials'), CORS_CHECK],
  explains: ALLOW_CREDENTIALS,
  find(context): Found | null {
    const { fault } = context;
    if (fault?.check !== 'allow-credentials' && fault?.check !== 'preflight-allow-credentials') return null;
    if (fault.value === null) return null;
    const empty = fault.value === '';
    return {
      data: empty ? {} : { value: fault.value },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: faultyAnswer(context)?.on ?? 'response' },
      ...(empty ? { variant: { headline: 'headline-empty' } } : {}),
    };
  },
};
