import { allowOriginRule } from '../allow-origin-rule.ts';

/** A host, a quoted origin or another text that no browser reads as an origin. */
export const originMissingScheme = allowOriginRule({
  id: 'origin-missing-scheme',
  differences: ['not-an-origin', 'stray-characters'],
  words: {
    title: 'Allowed origin isn’t an origin',
    'title-no-scheme': 'Allowed origin has no scheme',
    'title-quotes': 'Allowed origin is in quotes',
    'title-stray': 'Stray characters in the allowed origin',
    headline: '`{host}` allows `{value}`, which isn’t an origin, so it can’t match `{origin}`.',
    'headline-no-scheme':
      '`{host}` allows `{value}` without a scheme such as `https://`, so it can’t match `{origin}`.',
    'headline-quotes':
      '`{host}` sends the allowed origin in quotes, `{value}`, so it can’t match `{origin}`.',
    'headline-stray':
      '`{host}` allows `{value}`, and a space or another stray character makes it differ from `{origin}`.',
    explanation:
      'An origin is written as scheme, `://`, host and, unless it is the default, port. Browsers compare it letter by letter.',
    'explanation-quotes':
      'In an HTTP header, quotes are part of the value. They usually come from a configuration file or an environment variable that was quoted once too often.',
    'explanation-stray':
      'Browsers compare letter by letter. Spaces inside, escaping backslashes and a separator at the end usually come from a value that was pasted, or split from a list without trimming it.',
  },
  details: ({ value, difference }) => {
    if (/["'‘’“”`]/.test(value)) {
      return {
        variant: { title: 'title-quotes', headline: 'headline-quotes', explanation: 'explanation-quotes' },
      };
    }
    if (difference === 'stray-characters') {
      return {
        variant: { title: 'title-stray', headline: 'headline-stray', explanation: 'explanation-stray' },
      };
    }
    return value.includes('://')
      ? {}
      : { variant: { title: 'title-no-scheme', headline: 'headline-no-scheme' } };
  },
});
