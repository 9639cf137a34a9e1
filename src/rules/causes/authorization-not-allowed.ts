import { areAll, headerNotAllowedRule } from '../header-not-allowed-rule.ts';

/** The page may not send its token. */
export const authorizationNotAllowed = headerNotAllowedRule({
  id: 'authorization-not-allowed',
  isAbout: areAll('authorization'),
  words: {
    title: 'Authorization isn’t allowed',
    headline: '`{host}` doesn’t allow the header `{headers}`, so the page may not send its token.',
    explanation:
      'A token in `Authorization` makes the browser ask first, and the response has to list `Authorization` in `Access-Control-Allow-Headers`: by name, for by the standard `*` doesn’t cover it.',
  },
});
