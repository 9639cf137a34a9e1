import { anotherOriginRule } from '../another-origin-rule.ts';
import { hostnameOf } from '../display-url.ts';

/** This computer under another of its names. */
export const originLoopbackName = anotherOriginRule({
  id: 'origin-loopback-name',
  differences: ['loopback-name'],
  words: {
    title: 'localhost and 127.0.0.1 are two origins',
    headline: '`{host}` allows `{value}`, but your page runs on `{pageHost}`: its origin is `{origin}`.',
    explanation:
      'Both names mean this computer, but to a browser they are different hosts, and so different origins.',
    'action-open-page-under-allowed-name':
      'Or open your page under the name that the server already allows: `{value}`.',
  },
  details: ({ value }, { exchange }) => ({
    data: { pageHost: hostnameOf(exchange.initiator) },
    actions: [
      { id: 'match-origin-on-server', data: {} },
      { id: 'open-page-under-allowed-name', data: { value } },
    ],
  }),
});
