import { pageAheadOf } from './pages-ahead.ts';
import type { RequestFacts } from './raw-event.ts';
import type { TabRecord } from './tab-registry.ts';

/**
 * The page that a request belongs to: a page that goes away sends its last ones when the next is there already, and one that is
 * rendered ahead its first ones before.
 */
export function pageOfRequest(
  tab: TabRecord,
  { documentId, aheadIn }: Pick<RequestFacts, 'documentId' | 'aheadIn'>,
): string | undefined {
  if (aheadIn !== undefined) return pageAheadOf(tab, aheadIn)?.url;
  const { page, documentId: current, previousPage, previousDocumentId } = tab;
  const isOfPrevious =
    documentId !== undefined && documentId !== current && documentId === previousDocumentId;
  return isOfPrevious ? previousPage : page;
}
