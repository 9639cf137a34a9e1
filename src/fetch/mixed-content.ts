import { isPotentiallyTrustworthy, originOf } from '../model/origin.ts';
import { parseUrl } from '../model/url.ts';

/**
 * Whether a page of that origin may not load that URL because it would mix encrypted with unencrypted content. Browsers
 * restrict pages on https only, and let them load http from this computer.
 *
 * @see https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
 */
export function isMixedContent(initiator: string, url: string): boolean {
  if (!initiator.startsWith('https:')) return false;
  return parseUrl(url)?.protocol === 'http:' && !isPotentiallyTrustworthy(originOf(url));
}
