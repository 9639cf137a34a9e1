import { allowOriginRule } from '../allow-origin-rule.ts';

/** The right origin in upper case, or written in another way that browsers don't write it in. */
export const originCase = allowOriginRule({
  id: 'origin-case',
  differences: ['case', 'spelling'],
  words: {
    title: 'Allowed origin in another spelling',
    headline:
      '`{host}` allows `{value}`, which browsers don’t take for your origin `{origin}`: letter case counts.',
    'headline-spelling':
      '`{host}` allows `{value}`, which browsers don’t take for your origin `{origin}`: it has to be spelt alike.',
    explanation:
      'Browsers send origins in lower case and compare them letter by letter, although host names otherwise have no case.',
    'explanation-spelling':
      'Both lead to the same place, but browsers send one spelling only, and compare letter by letter: an international host name in its ASCII form (`xn--…`), an address in its usual form, no user name.',
  },
  details: ({ difference }) =>
    difference === 'spelling'
      ? { variant: { headline: 'headline-spelling', explanation: 'explanation-spelling' } }
      : {},
});
