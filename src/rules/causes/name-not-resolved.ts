import { hostnameOf } from '../display-url.ts';
import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** There is no such host. */
export const nameNotResolved = networkRule({
  id: 'name-not-resolved',
  problems: ['name-not-resolved'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'Host name not found',
    headline: 'The host name `{hostname}` can’t be found, so this isn’t CORS: no request was sent ({error}).',
    explanation:
      'DNS knows no address for that name. It may be misspelt, not set up yet, or known only inside another network or VPN.',
    'action-check-the-host-name':
      'Check the spelling of `{hostname}`, and whether you need a VPN to reach it.',
  },
  details: ({ hop }) => {
    const data = { hostname: hostnameOf(hop.url) };
    return { data, actions: [{ id: 'check-the-host-name', data }] };
  },
});
