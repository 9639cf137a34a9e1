import { objectStore } from '../bucket.ts';
import { BUCKET_LINKS } from '../bucket-links.ts';
import { OUTSIDE_CORS } from '../explainable.ts';
import { answerOutsideCors, askedMethod, displayStatus, hasAllowOrigin } from '../faulty-answer.ts';
import { CORS_CHECK } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** An object store, in which nobody has set a CORS rule for the bucket, or none that fits. */
export const bucketWithoutCorsRule: Rule = {
  id: 'bucket-without-cors-rule',
  severity: 'error',
  words: {
    title: 'No CORS rule on the storage bucket',
    headline: 'The bucket behind `{host}` ({store}) has no CORS rule that allows `{origin}`.',
    explanation:
      'An object store sends CORS headers only if the bucket has a rule for the origin, the method and the headers of the request. Who may read the object is another setting, and doesn’t count here.',
    'explanation-behind-cdn':
      'An object store sends CORS headers only if the bucket has a rule that fits, and only to requests with `Origin`. The CDN in front has to hand that header on, and `OPTIONS` requests as well.',
    evidence:
      'The headers are those of {store}: it answered `{asked}` with {status} and without `Access-Control-Allow-Origin`; no rule, and a rule that doesn’t fit, look the same.',
    'action-add-bucket-rule':
      'Add a CORS rule to the bucket: origin `{origin}`, method {method}, the headers that the request sends, and to expose what script reads, such as `ETag`.',
    'action-forward-origin':
      'Let the CDN allow `OPTIONS` and hand on `Origin`, `Access-Control-Request-Method` and `Access-Control-Request-Headers` (in CloudFront the origin request policy `CORS-S3Origin`).',
  },
  links: [...BUCKET_LINKS, CORS_CHECK],
  explains: OUTSIDE_CORS,
  find(context): Found | null {
    const answer = answerOutsideCors(context);
    const store = objectStore(context.answeredBy);
    if (answer === null || store === null || hasAllowOrigin(answer.response)) return null;
    const { status } = answer.response;
    // Other errors of the store, such as a missing object, are what they say.
    const isRefusal = answer.on === 'preflight' && (status === 400 || status === 403);
    if (status >= 300 && !isRefusal) return null;
    const isBehindCdn = context.answeredBy?.platforms.includes('cloudfront') === true;
    return {
      data: { store, asked: askedMethod(answer, context.hop), status: displayStatus(answer.response) },
      confidence: 'likely',
      at: { hop: context.hopIndex, on: answer.on },
      actions: [
        { id: 'add-bucket-rule', data: {} },
        ...(isBehindCdn ? [{ id: 'forward-origin', data: {} }] : []),
      ],
      ...(isBehindCdn ? { variant: { explanation: 'explanation-behind-cdn' } } : {}),
    };
  },
};
