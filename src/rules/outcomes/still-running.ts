import { ANYTHING } from '../explainable.ts';
import { CORS_GUIDE } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** No end yet. */
export const stillRunning: Rule = {
  id: 'still-running',
  severity: 'info',
  words: {
    title: 'Still running',
    headline: 'The request to `{host}` hasn’t ended yet.',
    'headline-preflight': 'The preflight to `{host}` hasn’t been answered yet.',
    explanation: 'The explanation follows when the response is there, or when the request fails.',
    evidence: 'The browser has reported neither a response nor an error yet.',
  },
  links: [CORS_GUIDE],
  explains: ANYTHING,
  find({ evaluation, hop, hopIndex }): Found | null {
    if (evaluation.verdict !== 'pending') return null;
    const waiting = hop.preflight !== undefined && hop.preflight.response === undefined;
    return {
      data: {},
      confidence: 'certain',
      at: { hop: hopIndex, on: waiting ? 'preflight' : 'request' },
      ...(waiting ? { variant: { headline: 'headline-preflight' } } : {}),
    };
  },
};
