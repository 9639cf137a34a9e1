import { urlParts } from '../fetch/url-parts.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import { displayHost, displayUrl } from './display-url.ts';
import type { RuleContext } from './rule.ts';

/** The placeholders that every rule's words, and the words of its actions, may use. */
export const COMMON_PLACEHOLDERS = ['origin', 'url', 'host', 'target', 'method'] as const;

/**
 * Values for the common placeholders: the page's origin, and of the hop its URL (without query), host, origin and
 * method.
 */
export function commonData({
  exchange,
  hop,
}: RuleContext): Readonly<Record<(typeof COMMON_PLACEHOLDERS)[number], string>> {
  const parts = urlParts(hop.url);
  return {
    origin: exchange.initiator,
    url: displayUrl(hop.url, parts),
    host: displayHost(hop.url, parts),
    target: parts?.origin ?? OPAQUE_ORIGIN,
    method: hop.method,
  };
}
