import { allowOriginRule } from '../allow-origin-rule.ts';

/** The header is there, and says nothing. */
export const originEmpty = allowOriginRule({
  id: 'origin-empty',
  differences: ['empty'],
  words: {
    title: 'Access-Control-Allow-Origin is empty',
    headline: '`{host}` sends `Access-Control-Allow-Origin` without a value, so `{origin}` isn’t allowed.',
    evidence:
      '`{host}` answered `{asked}` with an empty `Access-Control-Allow-Origin`; the request’s `Origin` was `{sent}`.',
    explanation:
      'Usually the allowed origin comes from a setting or an environment variable that isn’t set on this server, or the origin that asked isn’t on its list. A server that means no leaves the header out.',
  },
  details: () => ({ actions: [{ id: 'match-origin-on-server', data: {} }] }),
});
