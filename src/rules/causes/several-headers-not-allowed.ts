import { headerNotAllowedRule, ofOrigin } from '../header-not-allowed-rule.ts';

/** Headers of several kinds aren't allowed: without the whole list, each attempt would only show the next one. */
export const severalHeadersNotAllowed = headerNotAllowedRule({
  id: 'several-headers-not-allowed',
  isAbout: ({ origins }) => origins.size > 1,
  words: {
    title: '{count} request headers aren’t allowed',
    headline: '`{host}` doesn’t allow {count} of the request’s headers: `{headers}`.',
    explanation:
      'Browsers name only the first that is missing from `Access-Control-Allow-Headers`; these are all. List them together.',
    'explanation-library':
      'Browsers name only the first that is missing from `Access-Control-Allow-Headers`; these are all. Libraries rather than your code add `{added}`: allow that, too, or keep it from being sent.',
  },
  details: (missing) => {
    const { names, libraries } = missing;
    const ofLibraries = [...libraries.flatMap((each) => each.names), ...ofOrigin('library', missing)];
    const added = names.filter((name) => ofLibraries.includes(name)).join(', ');
    const count = String(names.length);
    return added === ''
      ? { data: { count } }
      : { data: { count, added }, variant: { explanation: 'explanation-library' } };
  },
});
