import { allowOriginRule } from '../allow-origin-rule.ts';

/** A host, a quoted origin or another text that no browser reads as an origin. */
export const originMissingScheme = allowOriginRule({
  id: 'origin-missing-scheme',
  differences: ['not-an-origin'],
  words: {
    title: 'Allowed origin has no scheme',
    'title-quotes': 'Allowed origin is in quotes',
    headline:
      '`{host}` allows `{value}`, which isn’t an origin: it has to start with the scheme, as in `{origin}`.',
    'headline-quotes':
      '`{host}` allows `{value}`, and the quotes make it differ from your origin `{origin}`.',
    explanation:
      'An origin is written as scheme, `://`, host and, unless it is the default, port. Browsers compare it letter by letter.',
    'explanation-quotes':
      'In an HTTP header, quotes are part of the value. They usually come from a configuration file or an environment variable that was quoted once too often.',
  },
  details: ({ value }) =>
    /["'‘’“”`]/.test(value)
      ? { variant: { title: 'title-quotes', headline: 'headline-quotes', explanation: 'explanation-quotes' } }
      : {},
});
