import { areAll, headerNotAllowedRule } from '../header-not-allowed-rule.ts';

/** The page may not say what its body is, unless it is what a plain form could send. */
export const contentTypeNotAllowed = headerNotAllowedRule({
  id: 'content-type-not-allowed',
  isAbout: areAll('content-type'),
  words: {
    title: 'Content-Type isn’t allowed',
    headline: '`{host}` doesn’t allow the header `{headers}`, without which a page can’t send JSON.',
    'headline-no-body':
      '`{host}` doesn’t allow the header `{headers}`, which a {method} request has no use for.',
    explanation:
      'Any `Content-Type` other than those of a plain form (`text/plain`, `multipart/form-data`, `application/x-www-form-urlencoded`) makes the browser ask first, and the response has to list `Content-Type` in `Access-Control-Allow-Headers`.',
    'explanation-no-body':
      'It says what the body is, and {method} has none. Often it is set once for all requests. Without it, the browser may not even have to ask first.',
    'action-leave-content-type-out': 'Take `Content-Type` out of the headers of {method} requests.',
  },
  details: (_missing, { hop: { method } }) =>
    method === 'GET' || method === 'HEAD'
      ? {
          variant: { headline: 'headline-no-body', explanation: 'explanation-no-body' },
          actions: [{ id: 'leave-content-type-out', data: {} }],
        }
      : {},
});
