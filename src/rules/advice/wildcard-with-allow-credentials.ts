import { CORS_CHECK, mdnHeader } from '../links.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';

/** Two headers that never work together. */
export const wildcardWithAllowCredentials: AdviceRule = {
  id: 'wildcard-with-allow-credentials',
  topic: 'hygiene',
  words: {
    title: '* and Allow-Credentials contradict each other',
    headline:
      '`{host}` sends `Access-Control-Allow-Credentials: true` next to `Access-Control-Allow-Origin: *`, and with `*` no browser accepts credentials.',
    explanation:
      'It opens nothing, but it will fail as soon as a page sends cookies. Many a server ends up there by two settings that were made apart; the next step is often to echo every origin, and that would be a hole.',
    evidence:
      'In {count} of the recorded requests, both headers are there, and it passed without credentials.',
    'action-drop-allow-credentials':
      'If no page needs cookies from `{host}`, remove `Access-Control-Allow-Credentials`. If one does, name that page’s origin instead of `*`, with `Vary: Origin`.',
  },
  links: [mdnHeader('Access-Control-Allow-Credentials'), CORS_CHECK],
  find({ accepted }): AdviceFound | null {
    const both = accepted.filter(({ allowOrigin, credentials }) => allowOrigin === '*' && credentials);
    if (both.length === 0) return null;
    return {
      data: {},
      severity: 'low',
      confidence: 'certain',
      shownBy: exchangesOf(both),
      actions: [{ id: 'drop-allow-credentials', data: {} }],
    };
  },
};
