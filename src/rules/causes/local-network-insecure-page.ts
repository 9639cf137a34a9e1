import { isLoopbackHost } from '../../model/origin.ts';
import { hostnameOf } from '../display-url.ts';
import { mdn, mdnError } from '../links.ts';
import { insecurePageOf, isLocalHost, namesLocalNetwork } from '../local-network.ts';
import { networkRule } from '../network-rule.ts';

/** A page without https can't even be given the permission to reach this computer or the local network. */
export const localNetworkInsecurePage = networkRule({
  id: 'local-network-insecure-page',
  problems: ['local-network-access'],
  links: [
    { label: 'Chrome: local network access', url: 'https://developer.chrome.com/blog/local-network-access' },
    mdn('Secure contexts', 'Security/Defenses/Secure_Contexts'),
    mdnError('CORSDidNotSucceed'),
  ],
  words: {
    title: 'A page without https asks the local network',
    headline:
      'This isn’t CORS, and no header can allow it: `{page}` isn’t on https, so the browser doesn’t let it reach `{host}` on the local network.',
    'headline-this-computer':
      'This isn’t CORS, and no header can allow it: `{page}` isn’t on https, so the browser doesn’t let it reach `{host}` on this computer.',
    explanation:
      'Requests from pages elsewhere to this computer or to private addresses need a permission of the user, and only a page on https (or on `localhost` itself) can ask for it. The request was never sent.',
    evidence: 'The browser reported `{error}`, and the page is no secure context.',
    'evidence-inferred':
      'The browser refused the request before anything was answered (`{error}`), the page is no secure context, and `{host}` is local.',
    'action-serve-page-over-https':
      'Serve the page over https; then the browser asks the user whether it may reach the local network.',
    'action-serve-page-from-this-computer':
      'For development, open the page from `http://localhost`: a local page needs no permission.',
  },
  details: ({ exchange, hop }, error) => {
    const isNamed = namesLocalNetwork(error);
    const hostname = hostnameOf(hop.url);
    const page = insecurePageOf(exchange);
    if (page === null || !(isNamed || isLocalHost(hostname))) return null;
    return {
      data: { page },
      confidence: isNamed ? 'certain' : 'likely',
      variant: {
        ...(isLoopbackHost(hostname) ? { headline: 'headline-this-computer' } : {}),
        ...(isNamed ? {} : { evidence: 'evidence-inferred' }),
      },
      actions: [
        { id: 'serve-page-over-https', data: {} },
        { id: 'serve-page-from-this-computer', data: {} },
      ],
    };
  },
});
