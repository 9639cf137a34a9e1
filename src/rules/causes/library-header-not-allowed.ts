import { areAll, CACHING, headerNotAllowedRule } from '../header-not-allowed-rule.ts';

/** A library's default, or what old advice adds; the server has no use for it. */
export const libraryHeaderNotAllowed = headerNotAllowedRule({
  id: 'library-header-not-allowed',
  isAbout: areAll('library'),
  words: {
    title: 'A library’s default header isn’t allowed',
    headline: '`{host}` doesn’t allow `{headers}`, which libraries or old advice add to requests.',
    explanation: 'It isn’t your API’s own. Take it out, and the request may not even need a preflight.',
    'explanation-requested-with':
      'Laravel’s `bootstrap.js` sets it for axios, and older libraries add it by themselves, so that a server can tell requests of scripts apart. Across origins it costs a preflight.',
    'explanation-csrf':
      'It carries a CSRF token: Angular and axios add `X-XSRF-TOKEN`, pages of Rails and Laravel `X-CSRF-Token`, those of Django `X-CSRFToken`. The token guards requests with cookies; an API that reads none has no use for it.',
    'explanation-caching':
      'It is meant to get around a cache, or to ask whether a copy is still good. The browser does both by itself, without a preflight.',
    'explanation-ngrok':
      'It skips the warning page of ngrok. The preflight can’t carry it, and the app behind the tunnel has to allow it.',
  },
  details: ({ names }) => {
    const group = GROUPS.find(([, headers]) => names.every((name) => headers.test(name)));
    return group === undefined ? {} : { variant: { explanation: group[0] } };
  },
});

/** Who adds it. */
const GROUPS: readonly (readonly [explanation: string, headers: RegExp])[] = [
  ['explanation-requested-with', /^x-requested-with$/],
  ['explanation-csrf', /^x-(csrf|xsrf)-?token$/],
  ['explanation-caching', CACHING],
  ['explanation-ngrok', /^ngrok-skip-browser-warning$/],
];
