import { expect, test } from 'vitest';
import { networkProblemOf } from '../../../src/fetch/network-problem.ts';

test.each([
  ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
  ['net::ERR_NAME_NOT_RESOLVED', 'name-not-resolved'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'tls'],
  ['net::ERR_SSL_PROTOCOL_ERROR', 'tls'],
  ['net::ERR_EMPTY_RESPONSE', 'connection-closed'],
  ['net::ERR_CONNECTION_RESET', 'connection-closed'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'connection-closed'],
  ['net::ERR_TIMED_OUT', 'timed-out'],
  ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
  ['net::ERR_ABORTED', 'aborted'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-client'],
  ['net::ERR_BLOCKED_BY_RESPONSE', 'blocked-by-response'],
  ['net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin', 'blocked-by-response'],
  ['net::ERR_BLOCKED_BY_ORB', 'blocked-by-orb'],
  ['net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', 'local-network-access'],
  ['net::ERR_UNSAFE_PORT', 'unsafe-port'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'redirect-refused'],
  ['net::ERR_UNSAFE_REDIRECT', 'scheme'],
  ['net::ERR_FAILED', 'other'],
  ['net::ERR_NOT_YET_INVENTED', 'other'],
  ['NS_ERROR_CONNECTION_REFUSED', 'connection-refused'],
  ['NS_ERROR_UNKNOWN_HOST', 'name-not-resolved'],
  ['NS_ERROR_NET_RESET', 'connection-closed'],
  ['NS_BINDING_ABORTED', 'aborted'],
  ['NS_ERROR_ABORT', 'blocked-by-client'],
  ['NS_ERROR_DOM_CORP_FAILED', 'blocked-by-response'],
  ['NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED', 'local-network-access'],
  ['NS_ERROR_DOM_BAD_URI', 'other'],
  ['The certificate is not trusted because it is self-signed.', 'tls'],
  ['Das Zertifikat ist nicht vertrauenswürdig.', 'tls'],
  ['', 'other'],
  ['__proto__', 'tls'],
])('%s is %s', (error, problem) => {
  expect(networkProblemOf(error)).toBe(problem);
});
