import { isDevelopmentOrigin } from '../../model/origin.ts';
import { mdnHeader } from '../links.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { FEARLESS_CORS } from './security-links.ts';
import { isWildcard, privateSignOf } from './wildcard.ts';

/** `*` has a bad name that it doesn’t deserve. */
export const wildcardIsFine: AdviceRule = {
  id: 'wildcard-is-fine',
  topic: 'security',
  words: {
    title: 'Open to every origin: fine for public data',
    headline:
      '`{host}` lets every origin read its responses (`Access-Control-Allow-Origin: *`), which is right for what is public.',
    explanation:
      '`*` isn’t a hole by itself, whatever scanners say: no cookies go along with it, so a page reads what anybody could download. It needs no `Vary: Origin`, and one copy in a cache serves all.',
    evidence:
      'In {count} of the recorded requests, the server answered `*`, and nothing in them looks private: no `Authorization`, no `Set-Cookie`, no `Access-Control-Allow-Credentials: true`.',
  },
  links: [mdnHeader('Access-Control-Allow-Origin'), FEARLESS_CORS],
  find({ accepted, target }): AdviceFound | null {
    const open = accepted.filter(isWildcard);
    if (open.length === 0 || isDevelopmentOrigin(target)) return null;
    if (open.some((answer) => answer.credentials || privateSignOf(answer) !== null)) return null;
    return { data: {}, severity: 'info', confidence: 'likely', shownBy: exchangesOf(open) };
  },
};
