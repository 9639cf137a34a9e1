import { allowOriginRule } from '../allow-origin-rule.ts';

/** The right origin in upper case. */
export const originCase = allowOriginRule({
  id: 'origin-case',
  differences: ['case'],
  words: {
    title: 'Allowed origin in another spelling',
    headline:
      '`{host}` allows `{value}`, which browsers don’t take for your origin `{origin}`: letter case counts.',
    explanation:
      'Browsers send origins in lower case and compare them letter by letter, although host names otherwise have no case.',
  },
});
