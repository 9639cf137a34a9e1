import { allowOriginRule } from '../allow-origin-rule.ts';

/** The right origin with a slash or a path after it. */
export const originTrailingSlash = allowOriginRule({
  id: 'origin-trailing-slash',
  differences: ['trailing-slash', 'path'],
  words: {
    title: 'Allowed origin ends with a slash',
    'title-path': 'Allowed origin has a path',
    headline:
      '`{host}` allows `{value}`, and the slash at its end makes it differ from your origin `{origin}`.',
    'headline-path':
      '`{host}` allows `{value}`, and the path at its end makes it differ from your origin `{origin}`.',
    explanation:
      'An origin is scheme, host and port, and nothing after them. Browsers compare it letter by letter. It usually comes from a URL that was copied into the server’s configuration.',
  },
  details: ({ difference }) =>
    difference === 'path' ? { variant: { title: 'title-path', headline: 'headline-path' } } : {},
});
