import { linesOf } from '../../fetch/header-lines.ts';
import { isAskedByScript } from '../asked-by-script.ts';
import { unreadableForScripts } from '../headers-for-scripts.ts';
import { fetchStandard, mdnHeader } from '../links.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';

/** Of one response, what is said about it is enough. */
const MANY = 3;

/** Headers that are sent for scripts, which can't see them. */
export const exposeHeadersIncomplete: AdviceRule = {
  id: 'expose-headers-incomplete',
  topic: 'hygiene',
  words: {
    title: 'Headers for scripts stay hidden',
    headline: 'Scripts can’t read `{headers}` in responses of `{host}`, because it doesn’t expose them.',
    'headline-wildcard':
      'Scripts can’t read `{headers}` in responses of `{host}`, because it exposes headers with `*` and allows credentials.',
    explanation:
      'Across origins a script sees only a few response headers, unless the server names others in `Access-Control-Expose-Headers`. Reading another gives `null`, without an error.',
    'explanation-wildcard':
      'In `Access-Control-Expose-Headers`, `*` means all headers, but for a request with credentials only a header of that very name. Reading another gives `null`, without an error.',
    evidence:
      'In {count} of the recorded requests, the response has such a header; whether a script wants it can’t be seen.',
    'action-expose-headers':
      'If your scripts need them, let the server send `Access-Control-Expose-Headers: {headers}`.',
  },
  links: [
    mdnHeader('Access-Control-Expose-Headers'),
    fetchStandard('CORS-safelisted response-header name', 'cors-safelisted-response-header-name'),
  ],
  find({ accepted }): AdviceFound | null {
    const shown = accepted.filter((answer) => unreadableIn(answer).length > 0);
    if (shown.length < MANY) return null;
    const headers = [...new Set(shown.flatMap(unreadableIn))].join(', ');
    const wildcard = shown.some((answer) =>
      linesOf(answer.headers, 'access-control-expose-headers').some((value) => value.trim() === '*'),
    );
    return {
      data: { headers },
      severity: 'info',
      confidence: 'possible',
      shownBy: exchangesOf(shown),
      actions: [{ id: 'expose-headers', data: { headers } }],
      variant: wildcard ? { headline: 'headline-wildcard', explanation: 'explanation-wildcard' } : {},
    };
  },
};

function unreadableIn({ on, by: { exchange, evaluation }, response }: AcceptedAnswer): readonly string[] {
  if (on === 'preflight' || evaluation.readable === null || !isAskedByScript(exchange)) return [];
  return unreadableForScripts(evaluation.readable, response.status);
}
