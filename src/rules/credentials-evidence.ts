import type { CredentialsProof } from '../fetch/evaluation.ts';
import type { Found, RuleContext } from './rule.ts';

/** The words of `evidence` for a check that fails only with credentials. */
interface CredentialsEvidence {
  readonly evidence: string;
  readonly 'evidence-inferred': string;
}

/** @param seen what was seen in the response, as the first half of a sentence */
export function credentialsEvidence(seen: string): CredentialsEvidence {
  return {
    evidence: `${seen}, and \`{proof}\` shows that the request is sent with credentials.`,
    'evidence-inferred': `${seen}, and script didn’t get the response, which it would have without credentials.`,
  };
}

/** The same where only the page's Resource Timing says how it ended, which it says of responses, not of preflights. */
export function cancelledEvidence(seen: string): Readonly<Record<'evidence-not-readable', string>> {
  return {
    'evidence-not-readable': `${seen}, and the page’s Resource Timing shows that script didn’t get the response, which it would have without credentials unless it cancelled the request just then.`,
  };
}

/** Which of these words fits, and what fills it: the mode is proven, or it follows from how the exchange ended. */
export function credentialsProof({
  evaluation: { credentials },
}: RuleContext): Required<Pick<Found, 'data' | 'variant'>> {
  if (credentials.value === 'unknown' || credentials.how === 'inferred-from-outcome') {
    const notReadable = credentials.value !== 'unknown' && credentials.by === 'not-readable';
    return { data: {}, variant: { evidence: notReadable ? 'evidence-not-readable' : 'evidence-inferred' } };
  }
  return { data: { proof: PROOFS[credentials.by] }, variant: {} };
}

const PROOFS: Readonly<Record<CredentialsProof, string>> = {
  'cookie-sent': 'Cookie',
  'sec-fetch-storage-access': 'Sec-Fetch-Storage-Access',
  'no-sec-fetch-storage-access': 'Sec-Fetch-Storage-Access',
  stated: 'credentials: "include"',
};
