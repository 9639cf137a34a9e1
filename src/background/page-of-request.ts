import { pageAheadOf } from './pages-ahead.ts';
import type { RequestFacts } from './raw-event.ts';
import type { TabRecord } from './tab-registry.ts';

/**
 * The page that a request belongs to: a page that goes away sends its last ones when the next is there already, and one that is
 * rendered ahead its first ones before.
 */
export function pageOfRequest(
  tab: TabRecord,
  request: Pick<RequestFacts, 'documentId' | 'documentUrl' | 'aheadIn'>,
): string | undefined {
  const { documentId, documentUrl, aheadIn } = request;
  if (aheadIn !== undefined) return pageAheadOf(tab, aheadIn)?.url;
  if (documentId !== undefined && documentId !== tab.documentId && documentId === tab.previousDocumentId) {
    return tab.previousPage;
  }
  return isOfAnotherPage(tab, request) ? documentUrl : tab.page;
}

/**
 * Whether the document was loaded from another URL than the page that is shown. What no document is named for may be a worker's:
 * then the URL is its script's, unless it is the page's before. Firefox names no document for what a page asks at its very end.
 */
function isOfAnotherPage(
  { navigations, previousUrl }: TabRecord,
  { documentId, documentUrl }: Pick<RequestFacts, 'documentId' | 'documentUrl'>,
): boolean {
  if (documentUrl === undefined || documentUrl === navigations.at(-1)?.url) return false;
  return documentId !== undefined || documentUrl === previousUrl;
}
