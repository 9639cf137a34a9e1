import { linesOf } from '../../fetch/header-lines.ts';
import type { Header, HeaderList } from '../../model/header-list.ts';
import { mdnHeader } from '../links.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';

/** Less isn't worth a line. */
const LEAST_BYTES = 1_000;

/** Every CORS header on every answer, though each counts in one kind only. */
export const preflightHeadersOnResponse: AdviceRule = {
  id: 'preflight-headers-on-response',
  topic: 'hygiene',
  words: {
    title: 'CORS headers where no browser reads them',
    headline:
      'In some responses of `{host}`, browsers ignore `{headers}`: {bytes} bytes in this recording, before compression.',
    explanation:
      '`Access-Control-Allow-Methods`, `Access-Control-Allow-Headers` and `Access-Control-Max-Age` count in responses to preflights only, `Access-Control-Expose-Headers` in all others. Tutorials that add all of them to everything cost some bytes; nothing breaks.',
    evidence: 'In {count} of the recorded requests, one of them is in the wrong kind of response.',
    'action-move-headers':
      'Send each of them only where it counts: in responses to `OPTIONS`, or in those to the requests themselves.',
  },
  links: [mdnHeader('Access-Control-Allow-Methods'), mdnHeader('Access-Control-Expose-Headers')],
  find({ accepted }): AdviceFound | null {
    const shown: AcceptedAnswer[] = [];
    const names = new Set<string>();
    let bytes = 0;
    for (const answer of accepted) {
      const misplaced = misplacedIn(answer);
      if (misplaced.length > 0) shown.push(answer);
      for (const [name, value] of misplaced) {
        names.add(name);
        bytes += `${name}: ${value}\r\n`.length;
      }
    }
    if (bytes < LEAST_BYTES) return null;
    return {
      data: { headers: [...names].join(', '), bytes: String(bytes) },
      severity: 'info',
      confidence: 'certain',
      shownBy: exchangesOf(shown),
      actions: [{ id: 'move-headers', data: {} }],
    };
  },
};

const ONLY_IN = {
  preflight: ['Access-Control-Allow-Methods', 'Access-Control-Allow-Headers', 'Access-Control-Max-Age'],
  response: ['Access-Control-Expose-Headers'],
} as const;

/** The header lines that don't count in this kind of answer. */
function misplacedIn({ on, headers }: AcceptedAnswer): HeaderList {
  return ONLY_IN[on === 'preflight' ? 'response' : 'preflight'].flatMap((name) =>
    linesOf(headers, name.toLowerCase()).map((value): Header => [name, value]),
  );
}
