import { describe, expect, it } from 'vitest';
import { type NewPage, withDocument, withNewPage } from '../../../src/background/navigation.ts';
import { pageOfRequest } from '../../../src/background/page-of-request.ts';
import type { RequestFacts } from '../../../src/background/raw-event.ts';
import { type TabRecord, TabRegistry } from '../../../src/background/tab-registry.ts';
import { PAGE } from './event-streams.ts';

type Named = Pick<RequestFacts, 'documentId' | 'documentUrl'>;

const FIRST = `${PAGE}/first`;
const SECOND = `${PAGE}/second`;
const PUSHED = `${PAGE}/second/pushed`;

const unknown = new TabRegistry(() => {}).get(1);
const page = (url: string): NewPage => ({ url, at: 1, complete: true });
const onFirst = withNewPage(unknown, page(FIRST));
const onSecond = withNewPage(onFirst, page(SECOND));
const pushed: TabRecord = { ...onSecond, page: PUSHED };

describe('the page of a request', () => {
  it.each<[string, TabRecord, Named, string | undefined]>([
    ['that names nothing is the one that is shown', onSecond, {}, SECOND],
    ['in a tab that nothing is known of is unknown', unknown, { documentId: 'a' }, undefined],
    [
      'of the document before is the page before',
      withNewPage(withDocument(onFirst, 'a'), page(SECOND)),
      { documentId: 'a' },
      FIRST,
    ],
    ['is what its document was loaded from', onSecond, { documentId: 'a', documentUrl: FIRST }, FIRST],
    [
      'of the document that is shown is what it calls itself',
      pushed,
      { documentId: 'b', documentUrl: SECOND },
      PUSHED,
    ],
    ['of a document that was there before us', unknown, { documentId: 'a', documentUrl: FIRST }, FIRST],
    ['that a page made at its very end', onSecond, { documentUrl: FIRST }, FIRST],
    [
      'that a page made at its very end, which called itself otherwise',
      withNewPage({ ...onFirst, page: `${FIRST}/pushed` }, page(SECOND)),
      { documentUrl: FIRST },
      FIRST,
    ],
    ['of a worker is not its script', onSecond, { documentUrl: `${PAGE}/worker.js` }, SECOND],
    [
      'two pages ago is none that a worker could be told from',
      withNewPage(onSecond, page(PUSHED)),
      { documentUrl: FIRST },
      PUSHED,
    ],
  ])('%s', (_, tab, named, expected) => {
    expect(pageOfRequest(tab, named)).toBe(expected);
  });
});
