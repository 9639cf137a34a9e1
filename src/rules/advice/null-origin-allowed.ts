import { isDevelopmentOrigin, OPAQUE_ORIGIN } from '../../model/origin.ts';
import { mdn } from '../links.ts';
import type { AdviceFound, AdviceRule, AdviceSeverity } from './advice.ts';
import { echoedOrigins } from './echoed-origins.ts';
import { exchangesOf } from './exchanges-of.ts';
import { PORTSWIGGER_CORS } from './security-links.ts';

/** `null` is everybody's origin. */
export const nullOriginAllowed: AdviceRule = {
  id: 'null-origin-allowed',
  topic: 'security',
  words: {
    title: 'The origin null is allowed',
    'title-credentials': 'The origin null is allowed, with credentials',
    headline:
      '`{host}` answers `Access-Control-Allow-Origin: null`, and every website can send `Origin: null`.',
    'headline-credentials':
      '`{host}` lets `null` read responses with the user’s cookies, and every website can send `Origin: null`.',
    explanation:
      '`null` isn’t one origin: sandboxed frames, `data:` URLs, local files and some redirects all have it, and any page can make such a frame. To try out a local file, serve it from `http://localhost`.',
    evidence: 'In {count} of the recorded requests, the browser sent `Origin: null` and got it back.',
    'action-remove-null': 'Take `null` off the list of origins that `{host}` allows.',
  },
  links: [PORTSWIGGER_CORS, mdn('Origin', 'HTTP/Reference/Headers/Origin#null')],
  find({ accepted, target }): AdviceFound | null {
    const answers = echoedOrigins(accepted).get(OPAQUE_ORIGIN) ?? [];
    if (answers.length === 0) return null;
    const credentials = answers.some((answer) => answer.credentials);
    return {
      data: {},
      severity: severityOf(credentials, target),
      confidence: 'certain',
      shownBy: exchangesOf(answers),
      actions: [{ id: 'remove-null', data: {} }],
      variant: credentials ? { title: 'title-credentials', headline: 'headline-credentials' } : {},
    };
  },
};

function severityOf(credentials: boolean, target: string): AdviceSeverity {
  // Who tries out a local file on a server of their own knows why.
  if (isDevelopmentOrigin(target)) return 'low';
  return credentials ? 'high' : 'medium';
}
