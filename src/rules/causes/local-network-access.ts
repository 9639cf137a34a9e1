import { isLoopbackHost } from '../../model/origin.ts';
import { hostnameOf } from '../display-url.ts';
import { mdnError } from '../links.ts';
import { isLocalHost, namesLocalNetwork } from '../local-network.ts';
import { networkRule } from '../network-rule.ts';

/** A page from elsewhere may reach this computer or the local network only with the user's permission. */
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
      'This isn’t CORS, and no header can allow it: `{origin}` lacks the permission to reach `{host}` on the local network.',
    'headline-this-computer':
      'This isn’t CORS, and no header can allow it: `{origin}` lacks the permission to reach `{host}` on this computer.',
    'title-inferred': 'Refused before anything was answered',
    'headline-inferred':
      'The browser refused the request to `{host}` before anything was answered, which it does if access to the local network is denied.',
    explanation:
      'Requests from public pages to this computer or to private addresses need a permission of the user. The request was never sent. `Access-Control-Allow-Private-Network` belonged to an earlier design and has no effect any more.',
    'explanation-inferred':
      'A public name can lead to a private address, and then the page needs a permission of the user. A `targetAddressSpace` in the request that isn’t that of the host ends the same way. No header changes either.',
    evidence: 'The browser reported `{error}`.',
    'evidence-inferred':
      'The browser only reported `{error}`, but it refused the request before there was a response that CORS could be checked on.',
    'action-grant-local-network':
      'Click the icon beside the address bar and allow “Apps on device” or “Local network” for `{origin}`, then reload. In a managed browser the policy `LocalNetworkAccessAllowedForUrls` grants it.',
    'action-serve-page-locally':
      'For development, serve the page from `http://localhost` as well: a local page needs no permission.',
  },
  details: ({ exchange, hop }, error) => {
    const hostname = hostnameOf(hop.url);
    const grant = { id: 'grant-local-network', data: {} };
    const isNamed = namesLocalNetwork(error);
    const pageIsLocal = isLocalHost(hostnameOf(exchange.initiator));
    if (!isNamed && (pageIsLocal || !isLocalHost(hostname))) {
      return {
        confidence: 'possible',
        variant: {
          title: 'title-inferred',
          headline: 'headline-inferred',
          explanation: 'explanation-inferred',
          evidence: 'evidence-inferred',
        },
        actions: [grant],
      };
    }
    return {
      confidence: isNamed ? 'certain' : 'likely',
      variant: {
        ...(isLoopbackHost(hostname) ? { headline: 'headline-this-computer' } : {}),
        ...(isNamed ? {} : { evidence: 'evidence-inferred' }),
      },
      actions: [grant, ...(pageIsLocal ? [] : [{ id: 'serve-page-locally', data: {} }])],
    };
  },
});
