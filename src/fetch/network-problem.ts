import type { NetworkProblem } from './evaluation.ts';

/** Error names as they are reported. */
const EXACT: ReadonlyMap<string, NetworkProblem> = new Map<string, NetworkProblem>([
  // Chromium: net/base/net_error_list.h
  ['net::ERR_CONNECTION_REFUSED', 'connection-refused'],
  ['net::ERR_NAME_NOT_RESOLVED', 'name-not-resolved'],
  ['net::ERR_NAME_RESOLUTION_FAILED', 'name-not-resolved'],
  ['net::ERR_DNS_TIMED_OUT', 'name-not-resolved'],
  ['net::ERR_ICANN_NAME_COLLISION', 'name-not-resolved'],
  ['net::ERR_CONNECTION_RESET', 'connection-closed'],
  ['net::ERR_CONNECTION_CLOSED', 'connection-closed'],
  ['net::ERR_CONNECTION_ABORTED', 'connection-closed'],
  ['net::ERR_EMPTY_RESPONSE', 'connection-closed'],
  ['net::ERR_CONTENT_LENGTH_MISMATCH', 'connection-closed'],
  ['net::ERR_INCOMPLETE_CHUNKED_ENCODING', 'connection-closed'],
  ['net::ERR_INCOMPLETE_HTTP2_HEADERS', 'connection-closed'],
  ['net::ERR_HTTP2_PROTOCOL_ERROR', 'connection-closed'],
  ['net::ERR_HTTP2_SERVER_REFUSED_STREAM', 'connection-closed'],
  ['net::ERR_QUIC_PROTOCOL_ERROR', 'connection-closed'],
  ['net::ERR_SOCKET_NOT_CONNECTED', 'connection-closed'],
  ['net::ERR_TIMED_OUT', 'timed-out'],
  ['net::ERR_CONNECTION_TIMED_OUT', 'timed-out'],
  ['net::ERR_ADDRESS_UNREACHABLE', 'unreachable'],
  ['net::ERR_INTERNET_DISCONNECTED', 'unreachable'],
  ['net::ERR_NETWORK_CHANGED', 'unreachable'],
  ['net::ERR_NETWORK_IO_SUSPENDED', 'unreachable'],
  ['net::ERR_CONNECTION_FAILED', 'unreachable'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'unreachable'],
  ['net::ERR_TUNNEL_CONNECTION_FAILED', 'unreachable'],
  ['net::ERR_ADDRESS_INVALID', 'unreachable'],
  ['net::ERR_NETWORK_ACCESS_DENIED', 'unreachable'],
  ['net::ERR_ABORTED', 'aborted'],
  ['net::ERR_BLOCKED_BY_CLIENT', 'blocked-by-client'],
  ['net::ERR_BLOCKED_BY_ADMINISTRATOR', 'blocked-by-client'],
  ['net::ERR_BLOCKED_BY_RESPONSE', 'blocked-by-response'],
  ['net::ERR_BLOCKED_BY_ORB', 'blocked-by-orb'],
  ['net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS', 'local-network-access'],
  ['net::ERR_BLOCKED_BY_PRIVATE_NETWORK_ACCESS_CHECKS', 'local-network-access'],
  ['net::ERR_UNSAFE_PORT', 'unsafe-port'],
  ['net::ERR_TOO_MANY_REDIRECTS', 'redirect-refused'],
  ['net::ERR_INVALID_REDIRECT', 'redirect-refused'],
  ['net::ERR_UNSAFE_REDIRECT', 'scheme'],
  ['net::ERR_UNKNOWN_URL_SCHEME', 'scheme'],
  ['net::ERR_DISALLOWED_URL_SCHEME', 'scheme'],
  // Firefox: xpcom/base/ErrorList.py
  ['NS_ERROR_CONNECTION_REFUSED', 'connection-refused'],
  ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'connection-refused'],
  ['NS_ERROR_UNKNOWN_HOST', 'name-not-resolved'],
  ['NS_ERROR_UNKNOWN_PROXY_HOST', 'name-not-resolved'],
  ['NS_ERROR_NET_RESET', 'connection-closed'],
  ['NS_ERROR_NET_INTERRUPT', 'connection-closed'],
  ['NS_ERROR_NET_PARTIAL_TRANSFER', 'connection-closed'],
  ['NS_ERROR_NET_EMPTY_RESPONSE', 'connection-closed'],
  ['NS_ERROR_NET_ERROR_RESPONSE', 'connection-closed'],
  // Of whatever ended without an error of its own.
  ['NS_ERROR_NET_ON_RECEIVING_FROM', 'connection-closed'],
  ['NS_ERROR_NET_TIMEOUT', 'timed-out'],
  ['NS_ERROR_NET_TIMEOUT_EXTERNAL', 'timed-out'],
  ['NS_ERROR_OFFLINE', 'unreachable'],
  ['NS_ERROR_NO_INTERNET', 'unreachable'],
  ['NS_BINDING_ABORTED', 'aborted'],
  ['NS_BASE_STREAM_CLOSED', 'aborted'],
  ['NS_ERROR_ABORT', 'blocked-by-client'],
  ['NS_ERROR_DOM_CORP_FAILED', 'blocked-by-response'],
  ['NS_ERROR_DOM_COEP_FAILED', 'blocked-by-response'],
  ['NS_ERROR_CORRUPTED_CONTENT', 'blocked-by-response'],
  ['NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED', 'local-network-access'],
  ['NS_ERROR_PORT_ACCESS_NOT_ALLOWED', 'unsafe-port'],
  ['NS_ERROR_REDIRECT_LOOP', 'redirect-refused'],
  ['NS_ERROR_NET_REDIRECT', 'redirect-refused'],
  ['NS_ERROR_UNKNOWN_PROTOCOL', 'scheme'],
]);

const CHROMIUM_TLS = ['net::ERR_CERT_', 'net::ERR_SSL_', 'net::ERR_BAD_SSL_', 'net::ERR_ECH_'];

/**
 * Reads why there was no usable response from a browser's own error text. Firefox gives TLS errors as localised
 * sentences, so in Firefox whatever isn't one of its names is TLS. Unknown names are `other`; CORS refusals
 * (`net::ERR_FAILED`, `NS_ERROR_DOM_BAD_URI`) are too, because the text alone can't tell: `evaluate` does.
 *
 * @param error what webRequest, a HAR or the protocol reports, such as `net::ERR_CONNECTION_REFUSED`
 */
export function networkProblemOf(error: string): NetworkProblem {
  const known = EXACT.get(error);
  if (known !== undefined) return known;
  if (error.startsWith('net::')) return chromiumProblemOf(error);
  if (error.startsWith('NS_')) return 'other';
  // A localised sentence; an empty text says nothing.
  return error === '' ? 'other' : 'tls';
}

function chromiumProblemOf(error: string): NetworkProblem {
  // DevTools and HAR add the reason: net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin
  if (error.startsWith('net::ERR_BLOCKED_BY_RESPONSE')) return 'blocked-by-response';
  return CHROMIUM_TLS.some((prefix) => error.startsWith(prefix)) ? 'tls' : 'other';
}
