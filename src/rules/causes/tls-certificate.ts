import { type TlsProblem, tlsProblemOf } from '../../fetch/tls-problem.ts';
import type { Action } from '../../model/fix.ts';
import { isLoopbackHost } from '../../model/origin.ts';
import { hostnameOf } from '../display-url.ts';
import { mdn, mdnError } from '../links.ts';
import { networkRule } from '../network-rule.ts';
import type { Found } from '../rule.ts';

/** The encrypted connection can't be trusted, or isn't one. */
export const tlsCertificate = networkRule({
  id: 'tls-certificate',
  problems: ['tls'],
  links: [
    mdnError('CORSDidNotSucceed'),
    mdn('Transport Layer Security', 'Security/Defenses/Transport_Layer_Security'),
  ],
  words: {
    title: 'The encrypted connection failed',
    headline: 'This isn’t CORS: the browser doesn’t accept the encrypted connection to `{host}`.',
    'title-issuer': 'The certificate isn’t trusted',
    'headline-issuer':
      'This isn’t CORS: the browser doesn’t trust the certificate of `{host}`, because it is self-signed or its issuer is unknown.',
    'title-date': 'The certificate has expired',
    'headline-date':
      'This isn’t CORS: the certificate of `{host}` has expired or isn’t valid yet, or the clock of this computer is wrong.',
    'title-name': 'The certificate is for another host',
    'headline-name': 'This isn’t CORS: the certificate of `{host}` was made for other host names.',
    'title-revoked': 'The certificate was revoked',
    'headline-revoked': 'This isn’t CORS: the certificate of `{host}` was revoked by its issuer.',
    'title-weak': 'The encryption is too weak or too old',
    'headline-weak':
      'This isn’t CORS: `{host}` offers no encryption that the browser still accepts, as its TLS version, ciphers or keys are too weak.',
    'title-client-certificate': 'The server wants a client certificate',
    'headline-client-certificate':
      'This isn’t CORS: `{host}` demands a client certificate, and the browser sent none that it accepts.',
    'headline-client-certificate-preflight':
      'This isn’t about CORS headers: `{host}` demands a client certificate, and a preflight never carries one.',
    'title-not-tls': 'The server doesn’t speak https here',
    'headline-not-tls': 'This isn’t CORS: `{host}` doesn’t speak https on this port.',
    explanation:
      'For a page the browser shows a warning that can be passed; for a request of a script it just fails.',
    'explanation-client-certificate':
      'By the Fetch standard a preflight goes out without credentials, and client certificates are credentials. A request that carries one needs `credentials: "include"`.',
    'explanation-not-tls':
      'What answers there is no encrypted connection, most likely a server for plain http. The page asked for https, or a redirect led it there.',
    'evidence-sentence':
      'The browser reported “{error}”. Only errors of TLS does Firefox word in its user’s language.',
    'evidence-not-tls':
      'The browser reported `{error}`, which is what plain http looks like to it; other broken answers look the same.',
    'action-trust-local-certificate':
      'For development, make a certificate that this computer trusts, for example with mkcert. Or open `{target}` in a tab once and accept the warning.',
    'action-repair-certificate':
      'Open `{target}` in a tab to see what is wrong, then renew or repair the certificate.',
    'action-update-tls': 'Turn on TLS 1.2 or 1.3 and up-to-date ciphers and keys on `{host}`.',
    'action-make-client-certificate-optional':
      'Let `{host}` ask for the client certificate without demanding it of `OPTIONS`: optional in the TLS settings (`ssl_verify_client optional` in nginx), then checked for each other request.',
    'action-match-the-scheme':
      'Call `{host}` with `http://`, or turn https on for this port. If a redirect leads there, correct its target.',
  },
  details: ({ hop, fault }, error) => {
    const problem = tlsProblemOf(error);
    const isLocal = isLoopbackHost(hostnameOf(hop.url));
    const certificate = { id: isLocal ? 'trust-local-certificate' : 'repair-certificate', data: {} };
    if (problem === 'other') {
      const isName = /^[\w:]+$/.test(error);
      return {
        confidence: isName ? 'certain' : 'likely',
        variant: isName ? {} : { evidence: 'evidence-sentence' },
        actions: [certificate],
      };
    }
    const variant = { title: `title-${problem}`, headline: `headline-${problem}` };
    const special = SPECIAL[problem];
    if (special === undefined) return { variant, actions: [certificate] };
    const isPreflight = problem === 'client-certificate' && fault?.check === 'preflight-answered';
    return {
      ...special,
      variant: {
        ...variant,
        ...special.variant,
        ...(isPreflight ? { headline: 'headline-client-certificate-preflight' } : {}),
      },
    };
  },
});

type Details = Pick<Found, 'variant'> & Partial<Pick<Found, 'confidence'>>;

/** Where another certificate alone is no remedy. */
const SPECIAL: Readonly<Partial<Record<TlsProblem, Details & { readonly actions: readonly Action[] }>>> = {
  weak: { actions: [{ id: 'update-tls', data: {} }] },
  'client-certificate': {
    variant: { explanation: 'explanation-client-certificate' },
    actions: [{ id: 'make-client-certificate-optional', data: {} }],
  },
  'not-tls': {
    confidence: 'likely',
    variant: { explanation: 'explanation-not-tls', evidence: 'evidence-not-tls' },
    actions: [{ id: 'match-the-scheme', data: {} }],
  },
};
