import { isAskedByScript } from '../asked-by-script.ts';
import { displayStatus } from '../faulty-answer.ts';
import { fetchStandard, mdn } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** An element that loads something from elsewhere as elements do, or a beacon. */
export const loadedWithoutCors: Rule = {
  id: 'loaded-without-cors',
  severity: 'info',
  words: {
    title: 'Loaded without CORS',
    headline: 'The page loads `{url}` without CORS: it may be shown or run, but script can’t look into it.',
    explanation:
      'That is how images, scripts and styles from other origins are loaded by default, and nothing is wrong with it. It answered {status}.',
    'headline-beacon':
      'The page reported something to `{url}` with a beacon, and nobody reads the answer to one.',
    'explanation-beacon':
      'Beacons are sent without CORS, and nothing is wrong with it. It answered {status}.',
    evidence: 'The request’s mode is `no-cors`, and its type is `{type}`.',
  },
  links: [
    mdn('The crossorigin attribute', 'HTML/Reference/Attributes/crossorigin'),
    fetchStandard('opaque filtered response', 'concept-filtered-response-opaque'),
  ],
  explains: ['no-fault'],
  find({ evaluation, exchange, hop, hopIndex }): Found | null {
    if (evaluation.verdict !== 'opaque' || isAskedByScript(exchange)) return null;
    return {
      data: { status: displayStatus(hop.response), type: exchange.type },
      confidence: 'certain',
      at: { hop: hopIndex, on: 'request' },
      ...(exchange.type === 'beacon'
        ? { variant: { headline: 'headline-beacon', explanation: 'explanation-beacon' } }
        : {}),
    };
  },
};
