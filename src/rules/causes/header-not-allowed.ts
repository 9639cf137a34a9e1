import { areAll, headerNotAllowedRule } from '../header-not-allowed-rule.ts';

/** The request carries headers of the application's own that the preflight's answer doesn't list. */
export const headerNotAllowed = headerNotAllowedRule({
  id: 'header-not-allowed',
  isAbout: areAll('own'),
  words: {
    title: 'Request header not allowed',
    'title-several': '{count} request headers not allowed',
    headline: '`{host}` doesn’t allow the request header `{headers}`.',
    'headline-several': '`{host}` doesn’t allow {count} of the request’s headers: `{headers}`.',
    explanation:
      'The preflight’s response lists in `Access-Control-Allow-Headers` which headers a page may send; only a few need no mention.',
    'explanation-several':
      'The preflight’s response lists in `Access-Control-Allow-Headers` which headers a page may send. Browsers name only the first that is missing; these are all.',
  },
  details: ({ names }) =>
    names.length === 1
      ? {}
      : {
          data: { count: String(names.length) },
          variant: {
            title: 'title-several',
            headline: 'headline-several',
            explanation: 'explanation-several',
          },
        },
});
