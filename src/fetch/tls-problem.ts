import { FIREFOX_TLS_SENTENCES } from './firefox-tls-sentences.ts';

/** What exactly is wrong with an encrypted connection, as far as the browser's error text says. */
export type TlsProblem =
  /** Self-signed, or issued by an authority that the browser doesn't know: Chromium doesn't tell them apart. */
  | 'issuer'
  /** Expired, or not valid yet. */
  | 'date'
  /** Made for other host names. */
  | 'name'
  | 'revoked'
  /** A signature, a key or a version of TLS that browsers take for too weak, or no cipher in common. */
  | 'weak'
  /** The server wants a certificate of the client. */
  | 'client-certificate'
  /** What answers there doesn't speak TLS. */
  | 'not-tls'
  | 'other';

/** The names of errors, Chromium's (net/base/net_error_list.h) and Firefox's (NSS and mozilla::pkix). */
const NAMES: readonly (readonly [RegExp, TlsProblem])[] = [
  [/CLIENT_AUTH|BAD_CERT_ALERT|CERTIFICATE_REQUIRED_ALERT/, 'client-certificate'],
  [/CERT_AUTHORITY_INVALID|UNKNOWN_ISSUER|SELF_SIGNED_CERT|UNTRUSTED_/, 'issuer'],
  [/CERT_DATE_INVALID|EXPIRED_(ISSUER_)?CERTIFICATE|NOT_YET_VALID_/, 'date'],
  [/CERT_COMMON_NAME_INVALID|BAD_CERT_DOMAIN/, 'name'],
  [/CERT_REVOKED|REVOKED_CERTIFICATE/, 'revoked'],
  [/WEAK_|VERSION_OR_CIPHER_MISMATCH|UNSUPPORTED_VERSION|NO_CYPHER_OVERLAP|INADEQUATE_KEY_SIZE/, 'weak'],
  [/ERR_SSL_PROTOCOL_ERROR|RX_RECORD_TOO_LONG/, 'not-tls'],
];

const SENTENCES: ReadonlyMap<string, TlsProblem> = new Map(
  (['issuer', 'date', 'name', 'not-tls'] as const).flatMap((problem) =>
    FIREFOX_TLS_SENTENCES[problem].map((sentence) => [sentence, problem] as const),
  ),
);

/**
 * Reads what is wrong with an encrypted connection from the browser's error text: a name, or Firefox's sentence in one
 * of the languages that are known here. `other` for every other text.
 *
 * @param error one that `networkProblemOf` takes for `tls`
 */
export function tlsProblemOf(error: string): TlsProblem {
  const bySentence = SENTENCES.get(error);
  if (bySentence !== undefined) return bySentence;
  if (!/^[\w:]+$/.test(error)) return 'other';
  return NAMES.find(([names]) => names.test(error))?.[1] ?? 'other';
}
