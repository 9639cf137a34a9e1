import type { Exchange } from '../model/exchange.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import { urlParts } from './url-parts.ts';

/** How one hop stands to the origin that asked. */
export interface HopTainting {
  /** Whether the CORS protocol applies: the URL is cross-origin, or an earlier one was. */
  readonly cors: boolean;
  /** Whether redirects between other origins have made the request's Origin `null`. */
  readonly tainted: boolean;
  /** Whether the URL is of the page's own origin. */
  readonly ownOrigin: boolean;
}

/**
 * Response tainting and redirect-taint of every hop. Once a request has been to another origin, it stays under the CORS
 * protocol, also if it is redirected back.
 *
 * @see https://fetch.spec.whatwg.org/#concept-request-response-tainting
 * @see https://fetch.spec.whatwg.org/#concept-request-tainted-origin
 */
export function taintingOfHops(exchange: Exchange): readonly HopTainting[] {
  const result: HopTainting[] = [];
  let cors = false;
  let tainted = false;
  let previous: string | null = null;
  for (const hop of exchange.hops) {
    const origin = urlParts(hop.url)?.origin ?? OPAQUE_ORIGIN;
    const ownOrigin = origin === exchange.initiator && origin !== OPAQUE_ORIGIN;
    if (previous !== null && !tainted && cors) tainted = origin !== previous;
    if (!ownOrigin) cors = true;
    previous = origin;
    result.push({ cors, tainted, ownOrigin });
  }
  return result;
}
