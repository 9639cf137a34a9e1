import { urlParts } from '../../fetch/url-parts.ts';
import { anotherOriginRule } from '../another-origin-rule.ts';
import { hostnameOf } from '../display-url.ts';

/** This computer under another of its names. */
export const originLoopbackName = anotherOriginRule({
  id: 'origin-loopback-name',
  differences: ['loopback-name'],
  words: {
    title: '{allowedHost} and {pageHost} are two origins',
    headline: '`{host}` allows `{value}`, but your page runs on `{pageHost}`: its origin is `{origin}`.',
    explanation:
      'Both names mean this computer, but to a browser they are different hosts, and so different origins.',
    'action-open-page-under-allowed-name':
      'Or open your page under the name that the server already allows: `{value}`.',
  },
  details: ({ value }, { exchange }) => ({
    data: { allowedHost: hostnameOf(value), pageHost: hostnameOf(exchange.initiator) },
    actions: [
      { id: 'match-origin-on-server', data: {} },
      ...(differsInNameOnly(value, exchange.initiator)
        ? [{ id: 'open-page-under-allowed-name', data: { value } }]
        : []),
    ],
  }),
});

/** Otherwise what answers at the allowed origin isn't this page. */
function differsInNameOnly(one: string, other: string): boolean {
  const [a, b] = [urlParts(one), urlParts(other)];
  return a?.protocol === b?.protocol && a?.port === b?.port;
}
