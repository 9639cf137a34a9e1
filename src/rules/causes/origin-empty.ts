import { allowOriginRule } from '../allow-origin-rule.ts';
import type { Rule } from '../rule.ts';

const named = allowOriginRule({
  id: 'origin-empty',
  differences: ['empty'],
  words: {
    title: 'Access-Control-Allow-Origin is empty',
    headline: '`{host}` sends `Access-Control-Allow-Origin` without a value, so `{origin}` isn’t allowed.',
    explanation:
      'Usually the allowed origin comes from a setting or an environment variable that isn’t set on this server, or the origin that asked isn’t on its list.',
  },
  details: () => ({ actions: [{ id: 'match-origin-on-server', data: {} }] }),
});

/** The header is there, and says nothing. */
export const originEmpty: Rule = {
  ...named,
  find(context) {
    const found = named.find(context);
    // There is no value to name.
    return found === null ? null : { ...found, data: {} };
  },
};
