import { isLoopbackHost } from '../../model/origin.ts';
import { hostnameOf } from '../display-url.ts';
import { mdn, mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';

/** The encrypted connection can't be trusted, or isn't one. */
export const tlsCertificate = networkRule({
  id: 'tls-certificate',
  problems: ['tls'],
  links: [
    mdnError('CORSDidNotSucceed'),
    mdn('Transport Layer Security', 'Security/Defenses/Transport_Layer_Security'),
  ],
  words: {
    title: 'The certificate isn’t trusted',
    headline: 'The browser doesn’t trust the encrypted connection to `{host}`, so this isn’t CORS ({error}).',
    'title-no-tls': 'The server doesn’t speak https here',
    'headline-no-tls': '`{host}` doesn’t speak https on this port, so this isn’t CORS ({error}).',
    'explanation-no-tls':
      'What answers there is no encrypted connection, most likely a server for plain http. The page asked for https, or a redirect led it there.',
    explanation:
      'A certificate may be self-signed, expired or made for another name, or the server may not speak https on this port. For a page the browser offers a way around; for a request of a script it doesn’t.',
    'action-trust-local-certificate':
      'For development, make a certificate that this computer trusts, for example with mkcert. Or open `{target}` in a tab once and accept the warning.',
    'action-repair-certificate':
      'Open `{target}` in a tab to see what is wrong, then renew or repair the certificate.',
    'action-match-the-scheme':
      'Call `{host}` with `http://`, or turn https on for this port. If a redirect leads there, correct its target.',
  },
  details: ({ hop, fault }) => {
    const error = fault !== null && 'error' in fault ? fault.error : '';
    if (NO_TLS.test(error)) {
      return {
        confidence: 'likely',
        variant: { title: 'title-no-tls', headline: 'headline-no-tls', explanation: 'explanation-no-tls' },
        actions: [{ id: 'match-the-scheme', data: {} }],
      };
    }
    const isLocal = isLoopbackHost(hostnameOf(hop.url));
    return { actions: [{ id: isLocal ? 'trust-local-certificate' : 'repair-certificate', data: {} }] };
  },
});

/** The other end answered with something that isn't TLS. Firefox's sentence is in its user's language. */
const NO_TLS = /ERR_SSL_PROTOCOL_ERROR|SSL received a record that exceeded/;
