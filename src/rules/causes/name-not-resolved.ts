import { urlParts } from '../../fetch/url-parts.ts';
import { hostnameOf } from '../display-url.ts';
import { isInnerName, isUnsetName, likelyHostName } from '../likely-host-name.ts';
import { mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** There is no such host. */
export const nameNotResolved = networkRule({
  id: 'name-not-resolved',
  problems: ['name-not-resolved'],
  links: [mdnError('CORSDidNotSucceed')],
  words: {
    title: 'Host name not found',
    headline: 'This isn’t CORS: the host name `{hostname}` can’t be found, so no request was sent.',
    'headline-typo': 'This isn’t CORS: there is no host `{hostname}`, which looks like a typo of `{likely}`.',
    'headline-unset':
      'This isn’t CORS: the page called the host `{hostname}`, so the variable with the server’s name has no value.',
    'headline-scheme-twice':
      'This isn’t CORS: the page called a host named `{hostname}`, because the URL begins with two schemes.',
    explanation:
      'DNS knows no address for that name. It may be misspelt, not set up yet, or known only inside another network or VPN.',
    'explanation-inner':
      'Names like this, of a service in Docker Compose or Kubernetes for example, are only known inside that network. The page runs in a browser outside of it.',
    'explanation-unset':
      'The URL was put together from a setting or environment variable that is missing where the page was built.',
    'action-check-the-host-name':
      'Check the spelling of `{hostname}`, and whether you need a VPN to reach it.',
    'action-write-the-likely-name': 'Write `{likely}` instead of `{hostname}`.',
    'action-call-the-published-address':
      'Call the address at which `{hostname}` is published to your computer, such as `http://localhost` with its published port.',
    'action-set-the-variable':
      'Set the variable, such as the base URL of the API in an `.env` file, and build the page again.',
    'action-write-one-scheme': 'Write `http://` or `https://` only once in `{url}`.',
  },
  details: ({ hop }) => {
    const hostname = hostnameOf(hop.url);
    const data = { hostname };
    if (isUnsetName(hostname)) {
      return {
        data,
        variant: { headline: 'headline-unset', explanation: 'explanation-unset' },
        actions: [{ id: 'set-the-variable', data: {} }],
      };
    }
    if (/^https?$/.test(hostname) && urlParts(hop.url)?.pathname.startsWith('//')) {
      return {
        data,
        variant: { headline: 'headline-scheme-twice' },
        actions: [{ id: 'write-one-scheme', data: {} }],
      };
    }
    const likely = likelyHostName(hostname);
    if (likely !== null) {
      const both = { hostname, likely };
      return {
        data: both,
        variant: { headline: 'headline-typo' },
        actions: [
          { id: 'write-the-likely-name', data: both },
          { id: 'check-the-host-name', data },
        ],
      };
    }
    if (isInnerName(hostname)) {
      return {
        data,
        variant: { explanation: 'explanation-inner' },
        actions: [
          { id: 'call-the-published-address', data },
          { id: 'check-the-host-name', data },
        ],
      };
    }
    return { data, actions: [{ id: 'check-the-host-name', data }] };
  },
});
