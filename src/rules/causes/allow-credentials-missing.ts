import { cancelledEvidence, credentialsEvidence, credentialsProof } from '../credentials-evidence.ts';
import { ALLOW_CREDENTIALS } from '../explainable.ts';
import { faultyAnswer } from '../faulty-answer.ts';
import { CORS_CHECK, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

const SEEN = '`{host}` answered without `Access-Control-Allow-Credentials`';

/** The origin is allowed, but not with cookies. */
export const allowCredentialsMissing: Rule = {
  id: 'allow-credentials-missing',
  severity: 'error',
  words: {
    title: 'Credentials aren’t allowed',
    headline:
      '`{host}` allows `{origin}`, but not with credentials, and this request is sent with them: `Access-Control-Allow-Credentials: true` is missing from its response.',
    'headline-preflight':
      '`{host}` allows `{origin}`, but not with credentials, and this request is sent with them: `Access-Control-Allow-Credentials: true` is missing from the preflight’s response.',
    explanation:
      'A request with `credentials: "include"` or `withCredentials` needs that header in the preflight’s response and in the response itself.',
    ...credentialsEvidence(SEEN),
    ...cancelledEvidence(SEEN),
  },
  links: [mdnError('CORSMissingAllowCredentials'), mdnHeader('Access-Control-Allow-Credentials'), CORS_CHECK],
  explains: ALLOW_CREDENTIALS,
  find(context): Found | null {
    const { fault } = context;
    if (fault?.check !== 'allow-credentials' && fault?.check !== 'preflight-allow-credentials') return null;
    if (fault.value !== null) return null;
    const on = faultyAnswer(context)?.on ?? 'response';
    const { data, variant } = credentialsProof(context);
    return {
      data,
      confidence: 'certain',
      at: { hop: context.hopIndex, on },
      actions: [{ id: 'leave-credentials-out', data: {} }],
      variant: on === 'preflight' ? { ...variant, headline: 'headline-preflight' } : variant,
    };
  },
};
