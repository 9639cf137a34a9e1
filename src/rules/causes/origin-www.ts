import { allowOriginRule } from '../allow-origin-rule.ts';

/** Another host of the same site: with or without `www`, or another subdomain. */
export const originWww = allowOriginRule({
  id: 'origin-www',
  differences: ['www'],
  words: {
    title: 'Another subdomain is allowed',
    headline:
      '`{host}` allows `{value}`, which is a different host of the same site as your origin `{origin}`.',
    explanation:
      'Each host name is an origin of its own: with `www` and without, and every subdomain. Allowing one doesn’t allow the others.',
  },
  details: () => ({ actions: [{ id: 'match-origin-on-server', data: {} }] }),
});
