import type { Exchange } from '../model/exchange.ts';
import { isLoopbackHost, isPotentiallyTrustworthy, isPrivateHost, OPAQUE_ORIGIN } from '../model/origin.ts';
import { parseUrl } from '../model/url.ts';

/** Whether a host name says by itself that it is this computer or one of the local network. */
export function isLocalHost(hostname: string): boolean {
  return isLoopbackHost(hostname) || isPrivateHost(hostname) || hostname.endsWith('.local');
}

/**
 * The page, to be shown, that can't ask for the permission to reach the local network because it isn't a secure context:
 * that of the request, or the one around it, came over http from elsewhere, or is a `data:` or `about:` page. Null if
 * none of them is so.
 *
 * @see https://html.spec.whatwg.org/multipage/webappapis.html#secure-context
 */
export function insecurePageOf({ initiator, page }: Exchange): string | null {
  if (initiator !== OPAQUE_ORIGIN && !isPotentiallyTrustworthy(initiator)) return initiator;
  const around = parseUrl(page ?? '');
  if (around === null) return null;
  if (around.protocol === 'data:' || around.protocol === 'about:') return around.protocol;
  return around.protocol === 'http:' && !isPotentiallyTrustworthy(around.origin) ? around.origin : null;
}

/** Whether the browser's error text names its checks of access to the local network. */
export function namesLocalNetwork(error: string): boolean {
  return error.includes('LOCAL_NETWORK') || error.includes('PRIVATE_NETWORK');
}
