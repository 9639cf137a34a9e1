import { allowsOnlyNull } from '../../fixes/index.ts';
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
      'This request is sent with credentials, and `{host}` doesn’t allow them: `Access-Control-Allow-Credentials: true` is missing from its response.',
    'headline-preflight':
      'This request is sent with credentials, and `{host}` doesn’t allow them: `Access-Control-Allow-Credentials: true` is missing from the preflight’s response.',
    explanation:
      'A request with `credentials: "include"` or `withCredentials` needs that header in the preflight’s response and in the response itself.',
    'explanation-null':
      'It does allow `null`, which any sandboxed frame can send, and with credentials it would hand them the data of whoever is signed in. Leave the credentials out, or let the request have an origin of its own.',
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
      variant: {
        ...variant,
        ...(on === 'preflight' ? { headline: 'headline-preflight' } : {}),
        ...(allowsOnlyNull(context.exchange, context.evaluation, fault)
          ? { explanation: 'explanation-null' }
          : {}),
      },
    };
  },
};
