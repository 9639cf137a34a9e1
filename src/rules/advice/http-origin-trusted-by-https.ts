import { isDevelopmentOrigin } from '../../model/origin.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { echoedWithCredentials } from './echoed-origins.ts';
import { exchangesOf } from './exchanges-of.ts';
import { nameSome } from './name-some.ts';
import { PORTSWIGGER_CORS } from './security-links.ts';

/** The weakest link is the page without encryption. */
export const httpOriginTrustedByHttps: AdviceRule = {
  id: 'http-origin-trusted-by-https',
  topic: 'security',
  words: {
    title: 'An http page may read with credentials',
    headline:
      '`{host}` lets `{origins}` read responses with the user’s cookies, and that page comes without encryption.',
    explanation:
      'Whoever controls the network that a user is in, such as an open Wi-Fi, can put a script into a page that comes over http. That script may then read from `{host}` as the user, and the https of `{host}` doesn’t help.',
    evidence: 'In {count} of the recorded requests, the server named an http origin and allowed credentials.',
    'action-serve-page-over-https':
      'Serve the page over https, redirect from http, and allow only its https origin on `{host}`.',
  },
  links: [PORTSWIGGER_CORS],
  find({ accepted, target }): AdviceFound | null {
    if (!target.startsWith('https:')) return null;
    const echoed = [...echoedWithCredentials(accepted)].filter(
      ([origin]) => origin.startsWith('http:') && !isDevelopmentOrigin(origin),
    );
    if (echoed.length === 0) return null;
    return {
      data: { origins: nameSome(echoed.map(([origin]) => origin)) },
      severity: 'medium',
      confidence: 'certain',
      shownBy: exchangesOf(echoed.flatMap(([, answers]) => answers)),
      actions: [{ id: 'serve-page-over-https', data: {} }],
    };
  },
};
