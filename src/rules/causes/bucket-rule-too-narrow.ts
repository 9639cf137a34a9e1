import { getHeader } from '../../model/header-list.ts';
import { isSameBucket, objectStore } from '../bucket.ts';
import { BUCKET_LINKS } from '../bucket-links.ts';
import { REFUSED_PREFLIGHT } from '../explainable.ts';
import { displayStatus, hasAllowOrigin, refusedPreflight } from '../faulty-answer.ts';
import { CORS_PREFLIGHT_FETCH } from '../links.ts';
import { namedElsewhere } from '../named-elsewhere.ts';
import type { Found, Rule } from '../rule.ts';

/** The bucket has a CORS rule, which covers other requests and not this one. */
export const bucketRuleTooNarrow: Rule = {
  id: 'bucket-rule-too-narrow',
  severity: 'error',
  words: {
    title: 'The bucket’s CORS rule doesn’t cover this request',
    headline:
      'The bucket behind `{host}` ({store}) has a CORS rule, but none that allows {method} with these headers from `{origin}`.',
    explanation:
      'A rule applies only if it allows the origin, the method and every header of the request. If one of them is missing, the store refuses the whole preflight and doesn’t say which.',
    evidence:
      '{store} refused the preflight with {status}, while its response to `{asked} {otherUrl}` in the same bucket has `Access-Control-Allow-Origin: {named}`.',
    'action-extend-bucket-rule': 'Add {method} to the methods of the bucket’s CORS rule.',
    'action-extend-bucket-rule-with-headers':
      'Add {method} to the methods of the bucket’s CORS rule, and `{headers}` to its headers.',
  },
  links: [...BUCKET_LINKS, CORS_PREFLIGHT_FETCH],
  explains: REFUSED_PREFLIGHT,
  find(context): Found | null {
    const response = refusedPreflight(context);
    const store = objectStore(context.answeredBy);
    if (response === null || store === null || hasAllowOrigin(response)) return null;
    if (response.status >= 300 && response.status !== 403) return null;
    const { hop, hopIndex } = context;
    const elsewhere = namedElsewhere(context, ({ url }) => isSameBucket(hop.url, url));
    if (elsewhere === null) return null;
    const headers = getHeader(hop.preflight?.request.headers ?? [], 'access-control-request-headers');
    return {
      data: { ...elsewhere, store, status: displayStatus(response) },
      confidence: 'likely',
      at: { hop: hopIndex, on: 'preflight' },
      actions: [
        headers === null
          ? { id: 'extend-bucket-rule', data: {} }
          : { id: 'extend-bucket-rule-with-headers', data: { headers } },
      ],
    };
  },
};
