import { urlParts } from '../../fetch/url-parts.ts';
import { anotherOriginRule } from '../another-origin-rule.ts';

/** The right host under the other scheme. */
export const originScheme = anotherOriginRule({
  id: 'origin-scheme',
  differences: ['scheme'],
  words: {
    title: 'Allowed origin has another scheme',
    headline: '`{host}` allows `{value}`, but your page runs on {scheme}: its origin is `{origin}`.',
    explanation:
      'http and https on the same host are different origins. Allow the one that your users have, and only that one: allowing http for a site on https lets anyone on the network in.',
  },
  details: (_wrong, { exchange }) => ({
    data: { scheme: urlParts(exchange.initiator)?.protocol.replace(':', '') ?? '?' },
  }),
});
