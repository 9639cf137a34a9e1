import { getHeaderLines } from '../../model/header-list.ts';
import { cancelledEvidence, credentialsEvidence, credentialsProof } from '../credentials-evidence.ts';
import { ALLOW_CREDENTIALS } from '../explainable.ts';
import { faultyAnswer } from '../faulty-answer.ts';
import { CORS_CHECK, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule, RuleContext } from '../rule.ts';

const SEEN = '`{host}` answered with `Access-Control-Allow-Credentials: {value}`';

/** Credentials are allowed in a word that browsers don't know, or once too often. */
export const allowCredentialsMisspelt: Rule = {
  id: 'allow-credentials-misspelt',
  severity: 'error',
  words: {
    title: 'Allow-Credentials isn’t exactly true',
    'title-twice': 'Allow-Credentials is sent twice',
    headline:
      '`{host}` sends `Access-Control-Allow-Credentials: {value}`, and browsers accept only `true`, once and in lower case.',
    'headline-empty':
      '`{host}` sends `Access-Control-Allow-Credentials` without a value, and browsers accept only `true`.',
    'headline-twice':
      '`{host}` sends `Access-Control-Allow-Credentials` more than once (`{value}`), and browsers accept only a single `true`.',
    explanation:
      'Any other value counts as no: `True`, `1`, `"true"` or `false`. This request is sent with credentials, so `{origin}` may not read the response.',
    'explanation-twice':
      'Two layers each add it, usually the app and a proxy, gateway or CDN in front of it, and browsers read both lines as one value.',
    ...credentialsEvidence(SEEN),
    ...cancelledEvidence(SEEN),
    'evidence-lines-or-list': `${SEEN}, where this browser shows two lines and one line with a list alike; neither is exactly \`true\`.`,
  },
  links: [mdnError('CORSMissingAllowCredentials'), mdnHeader('Access-Control-Allow-Credentials'), CORS_CHECK],
  explains: ALLOW_CREDENTIALS,
  find(context): Found | null {
    const { fault } = context;
    if (fault?.check !== 'allow-credentials' && fault?.check !== 'preflight-allow-credentials') return null;
    const { value } = fault;
    if (value === null) return null;
    const { data, variant } = credentialsProof(context);
    const found = {
      data: { ...data, value },
      confidence: 'certain',
      at: { hop: context.hopIndex, on: faultyAnswer(context)?.on ?? 'response' },
    } as const;
    const lines = linesOf(context);
    if (lines === 'one') {
      return {
        ...found,
        variant: value === '' ? { ...variant, headline: 'headline-empty' } : variant,
        actions: [{ id: 'leave-credentials-out', data: {} }],
      };
    }
    const actions = [{ id: 'keep-one-layer', data: {} }];
    if (lines === 'several') return { ...found, variant: { ...variant, ...TWICE }, actions };
    return {
      ...found,
      data: { value },
      confidence: 'likely',
      variant: { ...TWICE, evidence: 'evidence-lines-or-list' },
      actions,
    };
  },
};

const TWICE = { title: 'title-twice', headline: 'headline-twice', explanation: 'explanation-twice' } as const;

/** How many lines were sent. Where the browser joins lines, a list likely means several: nobody writes one. */
function linesOf(context: RuleContext): 'one' | 'several' | 'joined' {
  const response = faultyAnswer(context)?.response;
  const lines = getHeaderLines(response?.headers ?? [], 'access-control-allow-credentials');
  if (lines.length > 1) return 'several';
  return response?.lines === 'joined' && lines[0]?.includes(', ') === true ? 'joined' : 'one';
}
