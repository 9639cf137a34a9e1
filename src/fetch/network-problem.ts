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
  ['NS_ERROR_UNKNOWN_HOST', 'name-not-resolved'],
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
  ['NS_ERROR_PROXY_CONNECTION_REFUSED', 'unreachable'],
  ['NS_ERROR_UNKNOWN_PROXY_HOST', 'unreachable'],
  ['NS_ERROR_NO_INTERNET', 'unreachable'],
  ['NS_BINDING_ABORTED', 'aborted'],
  ['NS_BASE_STREAM_CLOSED', 'aborted'],
  ['NS_ERROR_ABORT', 'blocked-by-client'],
  ['NS_ERROR_DOM_CORP_FAILED', 'blocked-by-response'],
  ['NS_ERROR_DOM_COEP_FAILED', 'blocked-by-response'],
  // A script or style that isn't one, by its Content-Type.
  ['NS_ERROR_CORRUPTED_CONTENT', 'blocked-by-orb'],
  ['NS_ERROR_LOCAL_NETWORK_ACCESS_DENIED', 'local-network-access'],
  ['NS_ERROR_PORT_ACCESS_NOT_ALLOWED', 'unsafe-port'],
  ['NS_ERROR_REDIRECT_LOOP', 'redirect-refused'],
  ['NS_ERROR_NET_REDIRECT', 'redirect-refused'],
  ['NS_ERROR_UNKNOWN_PROTOCOL', 'scheme'],
  // Network.CorsError of Chromium's protocol, the only word that there is of such a request.
  ['CorsDisabledScheme', 'scheme'],
]);

/**
 * Why DevTools says that a request was blocked, lower case. webRequest doesn't show these requests; recordings that hold
 * what DevTools saw do.
 */
const BLOCKED: ReadonlyMap<string, NetworkProblem> = new Map<string, NetworkProblem>([
  // Chromium: Network.BlockedReason of its protocol; corp-… and coep-… are read by their beginnings.
  ['mixed-content', 'mixed-content'],
  ['csp', 'content-security-policy'],
  ['inspector', 'blocked-by-devtools'],
  ['devtools', 'blocked-by-devtools'],
  ['subresource-filter', 'blocked-by-client'],
  ['content-type', 'blocked-by-orb'],
  // How its Network panel writes some of them.
  ['notsameorigin', 'blocked-by-response'],
  ['notsamesite', 'blocked-by-response'],
  ['notsameoriginafterdefaultedtosameoriginbycoep', 'blocked-by-response'],
]);

/** Firefox: nsILoadInfo's blocking reasons, by number or as its Network panel writes them. */
const FIREFOX_BLOCKED: readonly (readonly [RegExp, NetworkProblem])[] = [
  [/^(3001|mixed block)$/i, 'mixed-content'],
  [/^(400\d|csp( .+)?)$/i, 'content-security-policy'],
  [/^(1003|cors not http)$/i, 'scheme'],
  [/^(devtools|blocked by devtools)$/i, 'blocked-by-devtools'],
  [/^(20\d\d|6000|blocked by .+)$/i, 'blocked-by-client'],
];

const CHROMIUM_TLS = ['net::ERR_CERT_', 'net::ERR_SSL_', 'net::ERR_BAD_SSL_', 'net::ERR_ECH_'];

/**
 * Reads why there was no usable response from a browser's own error text. Firefox gives TLS errors as localised
 * sentences, so whatever isn't a name, and isn't what DevTools writes of a blocked request, is TLS. Unknown names are `other`; CORS refusals
 * (`net::ERR_FAILED`, `NS_ERROR_DOM_BAD_URI`) are too, because the text alone can't tell: `evaluate` does.
 *
 * @param error what webRequest, a HAR or the protocol reports, such as `net::ERR_CONNECTION_REFUSED`, or the Network
 *   panel, such as `(blocked:mixed-content)`
 */
export function networkProblemOf(error: string): NetworkProblem {
  const known = EXACT.get(error);
  if (known !== undefined) return known;
  if (error.startsWith('net::')) return chromiumProblemOf(error);
  if (error.startsWith('NS_')) return 'other';
  const blocked = blockedProblemOf(error);
  if (blocked !== null) return blocked;
  // A localised sentence; an empty text says nothing.
  return error === '' ? 'other' : 'tls';
}

/** What DevTools wrote; null if it is something else. */
function blockedProblemOf(error: string): NetworkProblem | null {
  const [, written] = /^\(?blocked:([\w-]+)\)?$/i.exec(error) ?? [];
  if (written === undefined) return FIREFOX_BLOCKED.find(([text]) => text.test(error))?.[1] ?? null;
  const reason = written.toLowerCase();
  if (reason.startsWith('corp-') || reason.startsWith('coep-')) return 'blocked-by-response';
  return BLOCKED.get(reason) ?? 'other';
}

function chromiumProblemOf(error: string): NetworkProblem {
  // DevTools and HAR add the reason: net::ERR_BLOCKED_BY_RESPONSE.NotSameOrigin
  if (error.startsWith('net::ERR_BLOCKED_BY_RESPONSE')) return 'blocked-by-response';
  return CHROMIUM_TLS.some((prefix) => error.startsWith(prefix)) ? 'tls' : 'other';
}
