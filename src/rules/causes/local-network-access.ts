import { isLoopbackHost } from '../../model/origin.ts';
import { hostnameOf } from '../display-url.ts';
import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** A public page may reach this computer or the local network only with the user's permission. */
export const localNetworkAccess = networkRule({
  id: 'local-network-access',
  problems: ['local-network-access'],
  links: [
    { label: 'Chrome: local network access', url: 'https://developer.chrome.com/blog/local-network-access' },
    { label: 'Local Network Access', url: 'https://wicg.github.io/local-network-access/' },
    mdnError('CORSDidNotSucceed'),
  ],
  words: {
    title: 'Access to the local network denied',
    headline:
      'The browser doesn’t let `{origin}` reach `{host}` on the local network: the permission is missing, and no header can give it ({error}).',
    'headline-this-computer':
      'The browser doesn’t let `{origin}` reach `{host}` on this computer: the permission is missing, and no header can give it ({error}).',
    explanation:
      'Requests from public pages to this computer or to private addresses need a permission of the user, and the page has to be on https. `Access-Control-Allow-Private-Network` belonged to an earlier design and has no effect any more.',
    'action-grant-local-network':
      'Click the icon beside the address bar and allow access to the local network or to apps on this device for `{origin}`, then reload.',
    'action-serve-page-locally':
      'For development, serve the page from `http://localhost` as well: a local page needs no permission.',
  },
  details: ({ hop, exchange }) => ({
    confidence:
      exchange.outcome.state === 'error' && /LOCAL_NETWORK/.test(exchange.outcome.error)
        ? 'certain'
        : 'likely',
    ...(isLoopbackHost(hostnameOf(hop.url)) ? { variant: { headline: 'headline-this-computer' } } : {}),
    actions: [
      { id: 'grant-local-network', data: {} },
      { id: 'serve-page-locally', data: {} },
    ],
  }),
});
