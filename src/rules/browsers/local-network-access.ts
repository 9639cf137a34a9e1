import type { Fault } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import { isLoopbackHost, isPotentiallyTrustworthy, isPrivateHost } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import type { Reason } from './chromium-reason.ts';

type NetworkFault = Extract<Fault, { check: 'answered' | 'preflight-answered' }>;

/**
 * Chromium prints a refused access to the local network as CORS, although no header can allow it. Its words name address
 * spaces; those are only known here if the host's name gives them away.
 *
 * @returns all that it may print, one of which it prints
 */
export function localNetworkReasons(exchange: Exchange, fault: NetworkFault): readonly Reason[] {
  const space = addressSpaceOf(exchange.hops.at(-1)?.url ?? '');
  // A wrong `targetAddressSpace` is refused with the general error.
  if (fault.check === 'answered' && fault.error === 'net::ERR_FAILED') return mistakenReasons(space);
  const reasonFor = isPotentiallyTrustworthy(exchange.initiator) ? permissionReason : insecureReason;
  // Nothing is refused on the way to a public address.
  return space === null ? [reasonFor('loopback'), reasonFor('local')] : [reasonFor(space)];
}

function insecureReason(space: AddressSpace): Reason {
  const text = `The request client is not a secure context and the resource is in more-private address space \`${space}\`.`;
  return { code: 'InsecureLocalNetwork', parameter: '', text };
}

function permissionReason(space: AddressSpace): Reason {
  const text = `Permission was denied for this request to access the \`${space}\` address space.`;
  return { code: 'LocalNetworkAccessPermissionDenied', parameter: '', text };
}

/** What the page said with `targetAddressSpace` isn't shown, only that it was wrong. */
function mistakenReasons(known: AddressSpace | null): readonly Reason[] {
  const resources = known === null ? ADDRESS_SPACES : [known];
  return resources.flatMap((resource) =>
    ADDRESS_SPACES.filter((target) => target !== resource).map((target) => ({
      code: 'InvalidLocalNetworkAccess',
      parameter: '',
      text: `Request had a target IP address space of \`${target}\` yet the resource is in address space \`${resource}\`.`,
    })),
  );
}

const ADDRESS_SPACES = ['loopback', 'local', 'public'] as const;

type AddressSpace = (typeof ADDRESS_SPACES)[number];

/** @see https://wicg.github.io/local-network-access/#ip-address-space */
function addressSpaceOf(url: string): AddressSpace | null {
  const host = parseUrl(url)?.hostname ?? '';
  if (isLoopbackHost(host)) return 'loopback';
  return isPrivateHost(host) ? 'local' : null;
}
