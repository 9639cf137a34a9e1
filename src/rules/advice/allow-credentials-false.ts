import { combine, linesOf } from '../../fetch/header-lines.ts';
import { mdnHeader } from '../links.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { nameSome } from './name-some.ts';

/** The header knows one word. */
export const allowCredentialsFalse: AdviceRule = {
  id: 'allow-credentials-false',
  topic: 'hygiene',
  words: {
    title: 'Access-Control-Allow-Credentials isn’t true',
    headline:
      '`{host}` sends `Access-Control-Allow-Credentials: {values}`, and browsers know no value there but `true`.',
    explanation:
      'Anything else counts as if the header weren’t there. If the server means to allow credentials, requests that include them fail; if it doesn’t, leaving the header out says so.',
    evidence:
      'In {count} of the recorded requests, the header is there, but isn’t exactly `true`, once and in lower case.',
    'action-true-or-nothing':
      'Send exactly `true` if pages need cookies from `{host}`; otherwise remove the header.',
  },
  links: [mdnHeader('Access-Control-Allow-Credentials')],
  find({ accepted }): AdviceFound | null {
    const answers = accepted.filter((answer) => !answer.credentials && valueIn(answer) !== null);
    if (answers.length === 0) return null;
    return {
      data: { values: nameSome(new Set(answers.map((answer) => valueIn(answer) ?? ''))) },
      severity: 'info',
      confidence: 'certain',
      shownBy: exchangesOf(answers),
      actions: [{ id: 'true-or-nothing', data: {} }],
    };
  },
};

/** All lines together, as browsers compare them: `true` twice isn't `true`. */
function valueIn({ headers }: AcceptedAnswer): string | null {
  return combine(linesOf(headers, 'access-control-allow-credentials'));
}
