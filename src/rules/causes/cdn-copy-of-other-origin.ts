import { ALLOW_ORIGIN } from '../explainable.ts';
import { CORS_CHECK, mdnError, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';
import { sharedCacheHit, variesByOrigin } from '../shared-cache.ts';
import type { WrongAllowOrigin } from '../wrong-allow-origin.ts';

/** A shared cache that keeps one copy for all origins, and gives out the one that was made for another. */
export const cdnCopyOfOtherOrigin: Rule = {
  id: 'cdn-copy-of-other-origin',
  severity: 'error',
  words: {
    title: 'A cache served another origin’s copy',
    headline:
      'The response of `{host}` is a cached copy that allows `{value}`, but your page is on `{origin}`.',
    'headline-named':
      'A cache in front of `{host}` served the copy made for `{value}`, but your page is on `{origin}`.',
    explanation:
      'Without `Vary: Origin` the cache gives every origin the same copy, and whoever asks first decides for whom it works.',
    evidence:
      '`{cacheHeader}: {cacheValue}` shows a cached copy, and it lacks `Vary: Origin`; a server that always names `{value}` would look the same.',
    'evidence-named':
      '`{cacheHeader}: {cacheValue}` shows a cached copy without `Vary: Origin`, and the server named `{other}` in another response.',
    'action-vary-by-origin':
      'Send `Vary: Origin` with every response for `{url}`, and let the cache keep copies apart by `Origin` (in CloudFront, put `Origin` into the cache policy).',
  },
  links: [mdnHeader('Vary'), mdnError('CORSAllowOriginNotMatchingOrigin'), CORS_CHECK],
  explains: ALLOW_ORIGIN,
  find(context): Found | null {
    const wrong = context.wrongAllowOrigin;
    if (wrong?.on !== 'response' || !NAMES_AN_ORIGIN.includes(wrong.difference)) return null;
    const { headers } = wrong.response;
    const hit = variesByOrigin(headers) ? null : sharedCacheHit(headers);
    if (hit === null) return null;
    const [cacheHeader, cacheValue] = hit;
    const { hopIndex, otherAnswers } = context;
    const other = otherAnswers.find(({ asker, named }) => named === asker && named !== wrong.value);
    const data = { value: wrong.value, cacheHeader, cacheValue };
    return {
      data: other === undefined ? data : { ...data, other: other.named },
      confidence: other === undefined ? 'possible' : 'likely',
      at: { hop: hopIndex, on: 'response' },
      actions: [
        { id: 'vary-by-origin', data: {} },
        { id: 'purge-the-cache', data: {} },
      ],
      ...(other === undefined ? {} : { variant: { headline: 'headline-named', evidence: 'evidence-named' } }),
    };
  },
};

/** A proper origin in its proper spelling, so that it may have been right for somebody. */
const NAMES_AN_ORIGIN: readonly WrongAllowOrigin['difference'][] = [
  'other',
  'scheme',
  'port',
  'www',
  'loopback-name',
];
