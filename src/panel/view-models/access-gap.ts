import { isMixedContent } from '../../fetch/mixed-content.ts';
import type { TabState } from '../../messages/messages.ts';
import type { Exchange } from '../../model/exchange.ts';
import { coversOrigin } from '../../model/host-access.ts';
import { isSameOrigin, OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import type { InspectedPage } from '../../platform/inspected-page.ts';

/**
 * Why requests of the page are missing: mostly for want of access; and the sites (serialised origins) that they went to, or whose
 * grant would help.
 */
export type AccessGap =
  | { readonly kind: 'none' }
  /** Nothing is granted. `sites`: what the page needs, as far as it is known. */
  | { readonly kind: 'nothing-granted'; readonly sites: readonly string[] }
  /** The page's own site isn't among the granted ones. */
  | { readonly kind: 'page-not-granted'; readonly sites: readonly string[] }
  /** The page asked these, and they aren't granted. */
  | { readonly kind: 'targets-not-granted'; readonly sites: readonly string[] }
  /** Single sites are granted, and whether the page asks others isn't known. */
  | { readonly kind: 'targets-unknown' }
  /** They are granted, and the browser shows nothing of them all the same. */
  | { readonly kind: 'hidden'; readonly sites: readonly string[] }
  /** The page's Content Security Policy forbids to ask them, so that nothing was sent. */
  | { readonly kind: 'forbidden'; readonly sites: readonly string[] }
  /** The page is on https and asked them over http, so that nothing was sent. */
  | { readonly kind: 'mixed-content'; readonly sites: readonly string[] }
  /** The browser keeps extensions out of this page. */
  | { readonly kind: 'kept-out' };

export interface AccessFacts {
  readonly tab: TabState;
  /** What the page in front of DevTools said last; null outside DevTools. */
  readonly page: InspectedPage | null;
  readonly exchanges: readonly Exchange[];
  /** Whether the target must be granted besides the page, as in Firefox. Chromium asks for the page's site only. */
  readonly targetsNeedAccess: boolean;
}

const NONE: AccessGap = { kind: 'none' };

/** The sites whose grant would close the gap, as far as they are known. */
export function sitesToGrant(gap: AccessGap): readonly string[] {
  switch (gap.kind) {
    case 'nothing-granted':
    case 'page-not-granted':
    case 'targets-not-granted':
      return gap.sites;
    case 'none':
    case 'targets-unknown':
    case 'hidden':
    case 'forbidden':
    case 'mixed-content':
    case 'kept-out':
      return [];
  }
}

/** What is missing, from what is granted and from what the page says that it asked, or tried to. */
export function findAccessGap({ tab, page, exchanges, targetsNeedAccess }: AccessFacts): AccessGap {
  if (page?.kind === 'refused') return { kind: 'kept-out' };
  const { hostAccess } = tab;
  const origin = page?.origin ?? (tab.page === undefined ? OPAQUE_ORIGIN : originOf(tab.page));
  const { unseen, forbidden, mixed } = unseenOrigins(tab, page, exchanges);
  const notGranted = targetsNeedAccess ? unseen.filter((each) => !coversOrigin(hostAccess, each)) : [];
  const needed = origin === OPAQUE_ORIGIN ? notGranted : [origin, ...notGranted];
  if (hostAccess.sites === 'none') return { kind: 'nothing-granted', sites: needed };
  // With single sites granted, it is a page of another one as well.
  if (tab.isKeptOut)
    return hostAccess.sites === 'all' ? { kind: 'kept-out' } : { kind: 'page-not-granted', sites: [] };
  if (!coversOrigin(hostAccess, origin)) return { kind: 'page-not-granted', sites: needed };
  if (tab.page === undefined && isSite(origin)) return { kind: 'kept-out' };
  if (notGranted.length > 0) return { kind: 'targets-not-granted', sites: notGranted };
  if (unseen.length > 0) return { kind: 'hidden', sites: unseen };
  if (forbidden.length > 0) return { kind: 'forbidden', sites: forbidden };
  if (mixed.length > 0) return { kind: 'mixed-content', sites: mixed };
  if (hostAccess.sites === 'all' || page !== null) return NONE;
  // Not asked, the page says nothing, and where its site isn't granted not even the browser tells where it is.
  if (tab.page === undefined) return { kind: 'page-not-granted', sites: [] };
  return targetsNeedAccess ? { kind: 'targets-unknown' } : NONE;
}

/** With access to it, the background would know that the tab is there. */
function isSite(origin: string): boolean {
  return /^https?:/.test(origin);
}

/** Origins of which there is no exchange, each once. */
interface UnseenOrigins {
  /** The page asked them. */
  readonly unseen: readonly string[];
  /** The browser stopped what the page asked them. */
  readonly forbidden: readonly string[];
  readonly mixed: readonly string[];
}

/** Other origins that the page asked, or tried to, while everything was recorded, of which there is no exchange. */
function unseenOrigins(
  { recording, dropped }: TabState,
  page: InspectedPage | null,
  exchanges: readonly Exchange[],
): UnseenOrigins {
  if (!recording.on || dropped > 0 || page?.kind !== 'page') return { unseen: [], forbidden: [], mixed: [] };
  const isUnseen = (origin: string): boolean =>
    origin !== page.origin &&
    !exchanges.some(({ hops }) => hops.some(({ url }) => isSameOrigin(url, origin)));
  const isMixed = (origin: string): boolean => isMixedContent(page.origin, `${origin}/`);
  const forbidden = page.forbidden.filter(isUnseen);
  const asked = page.asked.map(({ origin }) => origin).filter(isUnseen);
  return {
    forbidden,
    mixed: asked.filter((origin) => isMixed(origin)),
    unseen: asked.filter((origin) => !isMixed(origin) && !forbidden.includes(origin)),
  };
}
