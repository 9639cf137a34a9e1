import type {
  CredentialsMode,
  Hop,
  HttpRequest,
  Observed,
  RequestMode,
  RequestType,
} from '../model/exchange.ts';
import { containsHeader, getHeader } from '../model/header-list.ts';
import { isSameOrigin } from '../model/origin.ts';

export const MODE_NOT_SHOWN: Observed<RequestMode> = {
  value: 'unknown',
  reason: 'request-headers-not-shown',
};

export const CREDENTIALS_NOT_SHOWN: Observed<CredentialsMode> = {
  value: 'unknown',
  reason: 'request-headers-not-shown',
};

/**
 * The request's mode, from what was sent. `Sec-Fetch-Mode` tells it exactly, but goes to trustworthy targets only;
 * without it, a cross-origin GET has an `Origin` header if and only if its mode is cors, and fonts are always cors.
 */
export function modeFromRequest(
  hop: Hop,
  request: HttpRequest,
  initiator: string,
  type: RequestType,
): Observed<RequestMode> {
  const mode = getHeader(request.headers, 'Sec-Fetch-Mode');
  if (mode === 'cors' || mode === 'no-cors' || mode === 'same-origin' || mode === 'navigate') {
    return { value: mode, evidence: 'sec-fetch-mode' };
  }
  if (type === 'font') return { value: 'cors', evidence: 'request-type' };
  const isSimpleRead = hop.method === 'GET' || hop.method === 'HEAD';
  if (isSimpleRead && !isSameOrigin(hop.url, initiator)) {
    const hasOrigin = containsHeader(request.headers, 'Origin');
    return { value: hasOrigin ? 'cors' : 'no-cors', evidence: 'origin-header' };
  }
  return { value: 'unknown', reason: 'browser-does-not-tell' };
}

/**
 * The credentials mode, from what was sent. No browser tells it; a cookie in a cross-origin request proves `include`,
 * and so does `Sec-Fetch-Storage-Access`, which is sent with no other mode. Their absence proves nothing.
 */
export function credentialsFromRequest(
  hop: Hop,
  request: HttpRequest,
  initiator: string,
): Observed<CredentialsMode> {
  if (!isSameOrigin(hop.url, initiator)) {
    if (containsHeader(request.headers, 'Cookie')) return { value: 'include', evidence: 'cookie-sent' };
    if (containsHeader(request.headers, 'Sec-Fetch-Storage-Access')) {
      return { value: 'include', evidence: 'sec-fetch-storage-access' };
    }
  }
  return { value: 'unknown', reason: 'browser-does-not-tell' };
}

/** The first proof stands; an unknown is replaced by whatever is known later. */
export function moreCertain<T extends string>(before: Observed<T>, now: Observed<T>): Observed<T> {
  return before.value === 'unknown' ? now : before;
}
