import { parseUrl } from '../../model/url.ts';
import { allowOriginRule } from '../allow-origin-rule.ts';

/** The right host under the other scheme. */
export const originScheme = allowOriginRule({
  id: 'origin-scheme',
  differences: ['scheme'],
  words: {
    title: 'Allowed origin has another scheme',
    headline: '`{host}` allows `{value}`, but your page runs on {scheme}: its origin is `{origin}`.',
    explanation:
      'http and https on the same host are different origins. Allow the one that your users have, and only that one: allowing http for a site on https lets anyone on the network in.',
  },
  details: (_wrong, { exchange }) => ({
    data: { scheme: parseUrl(exchange.initiator)?.protocol.replace(':', '') ?? '?' },
    actions: [{ id: 'match-origin-on-server', data: {} }],
  }),
});
