import type { Fault } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import { isLoopbackHost, isPotentiallyTrustworthy, isPrivateHost } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import type { Reason } from './chromium-reason.ts';

type NetworkFault = Extract<Fault, { check: 'answered' | 'preflight-answered' }>;

/**
 * Chromium prints a refused access to the local network as CORS, although no header can allow it. Its words name the
 * target's address space; that is only known here if the host's name gives it away.
 */
export function localNetworkReason(exchange: Exchange, fault: NetworkFault): Reason {
  // A wrong `targetAddressSpace` is refused with the general error; the address spaces aren't shown.
  if (fault.check === 'answered' && fault.error === 'net::ERR_FAILED') {
    return { code: 'InvalidLocalNetworkAccess', parameter: '', text: null };
  }
  const space = addressSpaceOf(exchange.hops.at(-1)?.url ?? '');
  if (!isPotentiallyTrustworthy(exchange.initiator)) {
    const text = `The request client is not a secure context and the resource is in more-private address space \`${space}\`.`;
    return { code: 'InsecureLocalNetwork', parameter: '', text: space === null ? null : text };
  }
  const text = `Permission was denied for this request to access the \`${space}\` address space.`;
  return { code: 'LocalNetworkAccessPermissionDenied', parameter: '', text: space === null ? null : text };
}

/** @see https://wicg.github.io/local-network-access/#ip-address-space */
function addressSpaceOf(url: string): 'loopback' | 'local' | null {
  const host = parseUrl(url)?.hostname ?? '';
  if (isLoopbackHost(host)) return 'loopback';
  return isPrivateHost(host) ? 'local' : null;
}
