import type { Exchange } from '../model/exchange.ts';
import { getHeader, type HeaderList } from '../model/header-list.ts';
import { MAX_FRAME_ORIGINS, MAX_NAVIGATIONS, MAX_PAGE_URL_LENGTH } from '../model/limits.ts';
import { maskUrl } from '../model/mask-secrets.ts';
import { OPAQUE_ORIGIN, originOf } from '../model/origin.ts';
import { withoutFragment } from '../model/url.ts';
import type { WebRequestDetails } from '../platform/web-request.ts';
import type { KeptOrigin, TabRecord } from './tab-registry.ts';

/** A tab has got another document. */
export interface NewPage {
  readonly url: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** Whether its requests are recorded from its first one. */
  readonly complete: boolean;
  /** Since when it has been rendered ahead, if it was. Milliseconds since the epoch. */
  readonly aheadSince?: number;
}

/**
 * Whether a main-frame event is of the page that the tab is about to show: not of one that is rendered ahead, nor of one that a
 * document only has fetched ahead (Chromium names that document then; a navigation names none).
 */
export function isOfShownPage(details: WebRequestDetails): boolean {
  return details.tabId >= 0 && details.frameId === 0 && !isAhead(details) && details.documentId === undefined;
}

/** Whether a main-frame event is of a page that is rendered ahead. */
export function isOfPageAhead(details: WebRequestDetails): boolean {
  return details.tabId >= 0 && isAhead(details);
}

function isAhead({ documentLifecycle }: WebRequestDetails): boolean {
  return documentLifecycle === 'prerender';
}

/** What the answer to a navigation leads to: `nothing` for an empty answer (204, 205) and for a download. */
export function leadsTo({
  statusCode = 0,
  responseHeaders = [],
}: WebRequestDetails): 'redirect' | 'document' | 'nothing' {
  const headers: HeaderList = responseHeaders.map(({ name, value = '' }) => [name, value]);
  if (statusCode >= 300 && statusCode < 400 && getHeader(headers, 'Location') !== null) return 'redirect';
  if (statusCode === 204 || statusCode === 205) return 'nothing';
  return /^\s*attachment\b/i.test(getHeader(headers, 'Content-Disposition') ?? '') ? 'nothing' : 'document';
}

/** Whether a failed navigation leaves the old page where it is. Any other failure shows the browser's error page. */
export function leavesPage(error: string): boolean {
  return error === 'net::ERR_ABORTED' || error === 'NS_BINDING_ABORTED';
}

/** A page's URL as it may be kept. */
export function pageUrl(url: string): string {
  return maskUrl(withoutFragment(url), MAX_PAGE_URL_LENGTH);
}

/** The tab when one of its documents sends its first request. */
export function withDocument(tab: TabRecord, documentId: string): TabRecord {
  return { ...tab, documentId, ...(tab.page === undefined ? {} : { documentPage: tab.page }) };
}

/**
 * The tab when the document before sends a request: with that document again, if another URL has been shown meanwhile (it
 * came out of the back/forward cache); else that was a last request of it, and nothing changes.
 */
export function withPreviousDocument(tab: TabRecord): TabRecord {
  const { documentId, documentPage, previousDocumentId, previousPage: _, ...rest } = tab;
  const isShown = tab.page !== tab.navigations.at(-1)?.url;
  if (documentId === undefined || previousDocumentId === undefined || !isShown) return tab;
  return {
    ...withDocument(rest, previousDocumentId),
    previousDocumentId: documentId,
    ...(documentPage === undefined ? {} : { previousPage: documentPage }),
  };
}

/** Whether an exchange of the tab is of its new page: that page made it while it was rendered ahead. */
export function isOfNewPage({ page, startedAt }: Exchange, { url, aheadSince }: NewPage): boolean {
  return aheadSince !== undefined && startedAt >= aheadSince && page === pageUrl(url);
}

/** The tab with its new page. What it keeps of the old one is the user's choice. */
export function withNewPage(tab: TabRecord, { url, at, complete }: NewPage): TabRecord {
  const page = pageUrl(url);
  const loadedFrom = tab.navigations.at(-1)?.url;
  const origin = originOf(url);
  const {
    documentId,
    documentPage,
    previousDocumentId: _,
    previousPage: __,
    previousUrl: ___,
    frameOrigins: ____,
    ahead: _____,
    ...rest
  } = tab;
  const moved: TabRecord = {
    ...rest,
    page,
    isKeptOut: false,
    origin,
    complete,
    ...(documentId === undefined ? {} : { previousDocumentId: documentId }),
    ...(documentPage === undefined ? {} : { previousPage: documentPage }),
    ...(loadedFrom === undefined ? {} : { previousUrl: loadedFrom }),
  };
  if (!tab.keepOnNavigation) {
    return {
      ...moved,
      keptOrigins: [{ origin, since: at }],
      navigations: [{ url: page, at }],
      clearedAt: at,
      dropped: 0,
      unsaved: 0,
    };
  }
  return {
    ...moved,
    keptOrigins: withKeptOrigin(tab.keptOrigins, { origin, since: at }),
    navigations: [...tab.navigations, { url: page, at }].slice(-MAX_NAVIGATIONS),
  };
}

/**
 * Whether the tab is known to show a page, of which only now is told when it was answered: Firefox sends events of requests
 * in batches, and those of tabs overtake them.
 */
export function isShownAlready(tab: TabRecord, { url, at }: NewPage): boolean {
  const page = pageUrl(url);
  const last = tab.navigations.at(-1);
  return tab.page === page && last?.url === page && last.at > at;
}

/** The tab that shows the page already: since when, and how much of it is recorded, is known better now. */
export function withAnswerOfPage(tab: TabRecord, { url, at, complete }: NewPage): TabRecord {
  const { origin, keptOrigins, navigations, keepOnNavigation } = tab;
  return {
    ...tab,
    complete,
    keptOrigins: keptOrigins.map((kept) =>
      kept.origin === origin ? { ...kept, since: Math.min(kept.since, at) } : kept,
    ),
    navigations: [...navigations.slice(0, -1), { url: pageUrl(url), at }],
    ...(keepOnNavigation ? {} : { clearedAt: at }),
  };
}

/** The tab when a frame asks for something. Its origin's workers name no tab, and may be the frame's. */
export function withFrame(tab: TabRecord, origin: string, at: number): TabRecord {
  const { origin: ofPage, frameOrigins = [], keptOrigins } = tab;
  if (origin === ofPage || origin === OPAQUE_ORIGIN || frameOrigins.includes(origin)) return tab;
  if (frameOrigins.length >= MAX_FRAME_ORIGINS) return tab;
  return {
    ...tab,
    frameOrigins: [...frameOrigins, origin],
    keptOrigins: withKeptOrigin(keptOrigins, { origin, since: at }),
  };
}

function withKeptOrigin(kept: readonly KeptOrigin[], added: KeptOrigin): readonly KeptOrigin[] {
  return kept.some(({ origin }) => origin === added.origin) ? kept : [...kept, added].slice(-MAX_NAVIGATIONS);
}
