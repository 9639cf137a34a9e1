import { MAX_PAGES_AHEAD } from '../model/limits.ts';
import type { WebRequestDetails } from '../platform/web-request.ts';
import { pageUrl } from './navigation.ts';
import type { RequestFacts } from './raw-event.ts';
import type { TabRecord } from './tab-registry.ts';

/**
 * A page that Chromium renders ahead, out of sight: it loads, runs and makes requests. If the user goes there, the tab shows it
 * without another request for it; if not, it goes away without a word.
 */
export interface PageAhead {
  /** Its main frame, until it is shown: then that is 0. */
  readonly frameId: number;
  /** Masked, without fragment. */
  readonly url: string;
  /** When it was asked for. Milliseconds since the epoch. */
  readonly since: number;
  /** Its document, once one of its requests has told. */
  readonly documentId?: string;
}

/** The tab when it asks for a page ahead, or is led to another URL for it. */
export function withPageAhead(tab: TabRecord, { frameId, url, timeStamp }: WebRequestDetails): TabRecord {
  const { ahead = [] } = tab;
  const since = ahead.find((page) => page.frameId === frameId)?.since ?? timeStamp;
  const others = ahead.filter((page) => page.frameId !== frameId);
  return { ...tab, ahead: [...others, { frameId, url: pageUrl(url), since }].slice(-MAX_PAGES_AHEAD) };
}

/** The tab when a page ahead makes a request: that names its document, by which it is known when it is shown. */
export function withDocumentAhead(tab: TabRecord, { frameId, documentId }: RequestFacts): TabRecord {
  const { ahead = [] } = tab;
  if (documentId === undefined) return tab;
  const isNew = (page: PageAhead): boolean => page.frameId === frameId && page.documentId !== documentId;
  if (!ahead.some(isNew)) return tab;
  return { ...tab, ahead: ahead.map((page) => (isNew(page) ? { ...page, documentId } : page)) };
}

/**
 * The page ahead that a request comes from. Of a frame within a frame it isn't told which page it is in: then it is the one that
 * was asked for last.
 *
 * @param aheadIn as the request's facts have it
 */
export function pageAheadOf({ ahead = [] }: TabRecord, aheadIn: number): PageAhead | undefined {
  return ahead.find(({ frameId }) => frameId === aheadIn) ?? ahead.at(-1);
}
