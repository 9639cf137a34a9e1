import { expect, test } from 'vitest';
import { FIREFOX_TLS_SENTENCES } from '../../../src/fetch/firefox-tls-sentences.ts';
import { networkProblemOf } from '../../../src/fetch/network-problem.ts';
import { type TlsProblem, tlsProblemOf } from '../../../src/fetch/tls-problem.ts';

const table: readonly (readonly [error: string, problem: TlsProblem])[] = [
  ['net::ERR_CERT_AUTHORITY_INVALID', 'issuer'],
  ['net::ERR_CERT_DATE_INVALID', 'date'],
  ['net::ERR_CERT_COMMON_NAME_INVALID', 'name'],
  ['net::ERR_CERT_REVOKED', 'revoked'],
  ['net::ERR_CERT_WEAK_KEY', 'weak'],
  ['net::ERR_CERT_WEAK_SIGNATURE_ALGORITHM', 'weak'],
  ['net::ERR_SSL_VERSION_OR_CIPHER_MISMATCH', 'weak'],
  ['net::ERR_BAD_SSL_CLIENT_AUTH_CERT', 'client-certificate'],
  ['net::ERR_SSL_CLIENT_AUTH_CERT_NEEDED', 'client-certificate'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'not-tls'],
  ['net::ERR_CERT_TRANSPARENCY_REQUIRED', 'other'],
  ['MOZILLA_PKIX_ERROR_SELF_SIGNED_CERT', 'issuer'],
  ['SEC_ERROR_UNKNOWN_ISSUER', 'issuer'],
  ['SEC_ERROR_EXPIRED_CERTIFICATE', 'date'],
  ['SSL_ERROR_BAD_CERT_DOMAIN', 'name'],
  ['SSL_ERROR_RX_RECORD_TOO_LONG', 'not-tls'],
  ['SSL_ERROR_RX_CERTIFICATE_REQUIRED_ALERT', 'client-certificate'],
  ['The certificate is not trusted because it is self-signed.', 'issuer'],
  ['Das Zertifikat der Gegenstelle ist abgelaufen.', 'date'],
  ['SSL 接收到一个超出最大准许长度的记录。', 'not-tls'],
  // A sentence that names an error isn't that error.
  ['Hostname api.example.com: SEC_ERROR_UNKNOWN_ISSUER', 'other'],
  ['Varmenne on vanhentunut.', 'other'],
];

test.each(table)('%s: %s', (error, problem) => {
  expect(networkProblemOf(error)).toBe('tls');
  expect(tlsProblemOf(error)).toBe(problem);
});

const sentences = Object.entries(FIREFOX_TLS_SENTENCES).flatMap(([problem, all]) =>
  all.map((sentence) => [sentence, problem] as const),
);

test.each(sentences)('%s: %s', (sentence, problem) => {
  expect(networkProblemOf(sentence)).toBe('tls');
  expect(tlsProblemOf(sentence)).toBe(problem);
});

test('no sentence is there twice', () => {
  expect(new Set(sentences.map(([sentence]) => sentence)).size).toBe(sentences.length);
});
