import { cancelledEvidence, credentialsEvidence, credentialsProof } from '../credentials-evidence.ts';
import { ALLOW_ORIGIN } from '../explainable.ts';
import { faultyAnswer } from '../faulty-answer.ts';
import { CORS_CHECK, mdn, mdnError } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

const SEEN = '`{host}` answered with `Access-Control-Allow-Origin: *`';

/** `*` allows everyone, but not with cookies. */
export const wildcardWithCredentials: Rule = {
  id: 'wildcard-with-credentials',
  severity: 'error',
  words: {
    title: '* doesn’t allow credentials',
    headline:
      '`{host}` allows any origin with `*`, but this request is sent with credentials, and then the server has to name `{origin}`.',
    explanation:
      'With cookies or a client certificate in play, browsers don’t accept `*`: any site could read what belongs to the signed-in user. `Access-Control-Allow-Credentials: true` next to `*` doesn’t change that. The response has to name your origin, and allow credentials.',
    ...credentialsEvidence(SEEN),
    ...cancelledEvidence(SEEN),
  },
  links: [
    mdnError('CORSNotSupportingCredentials'),
    mdn('Credentialed requests and wildcards', 'HTTP/Guides/CORS#credentialed_requests_and_wildcards'),
    CORS_CHECK,
  ],
  explains: ALLOW_ORIGIN,
  find(context): Found | null {
    const { fault } = context;
    if (fault?.check !== 'allow-origin' && fault?.check !== 'preflight-allow-origin') return null;
    if (fault.problem !== 'wildcard-with-credentials') return null;
    return {
      ...credentialsProof(context),
      confidence: 'certain',
      at: { hop: context.hopIndex, on: faultyAnswer(context)?.on ?? 'response' },
      actions: [
        { id: 'match-origin-on-server', data: {} },
        { id: 'leave-credentials-out', data: {} },
      ],
    };
  },
};
