import type { Engine } from '../model/exchange.ts';
import { originOf } from '../model/origin.ts';
import type { WebRequestDetails, WebRequestEvent } from '../platform/web-request.ts';
import type { Listening } from './listening.ts';
import {
  isShownAlready,
  leadsTo,
  leavesPage,
  type NewPage,
  pageUrl,
  withAnswerOfPage,
  withDocument,
  withFrame,
  withPreviousDocument,
} from './navigation.ts';
import { type PageAhead, withDocumentAhead, withPageAhead } from './pages-ahead.ts';
import { initiatorOf } from './parse-details.ts';
import type { RequestFacts } from './raw-event.ts';
import type { RecordingControl } from './recording-control.ts';
import type { TabRecord, TabRegistry } from './tab-registry.ts';

/** For that long after a navigation, in ms, a request of an unknown document is a straggler of the old page. */
const SETTLING_MS = 3_000;

export interface PageTrackerContext {
  readonly engine: Engine;
  readonly tabs: TabRegistry;
  readonly control: RecordingControl;
  readonly listening: Listening;
  /** A tab shows another document. */
  onNewPage(tabId: number, page: NewPage): void;
}

/** Finds out when a tab gets another document, from whichever sign there is. */
export class PageTracker {
  readonly #context: PageTrackerContext;

  constructor(context: PageTrackerContext) {
    this.#context = context;
  }

  /** The usual sign: the tab's own request for the document. */
  navigate(kind: WebRequestEvent, details: WebRequestDetails): void {
    const { control, listening, onNewPage, tabs } = this.#context;
    const { tabId, url, timeStamp: at, error = '', incognito } = details;
    this.notePrivate(tabId, incognito);
    if (kind === 'before-request') {
      control.expect(tabId, originOf(url));
      control.rescope();
      return;
    }
    const leads = kind === 'headers-received' ? leadsTo(details) : 'document';
    if (leads === 'redirect') return;
    const wasOnItsWay = control.arrive(tabId);
    // An error after the document's answer (the rest of it was cut off) changes no page.
    if (kind === 'error' && !wasOnItsWay) return;
    if (leads === 'nothing' || (kind === 'error' && leavesPage(error))) {
      control.rescope();
      return;
    }
    const page: NewPage = { url, at, complete: listening.isOnSince(at) };
    if (isShownAlready(tabs.get(tabId), page)) {
      tabs.replace(withAnswerOfPage(tabs.get(tabId), page));
      control.rescope();
    } else onNewPage(tabId, page);
  }

  /** The tab's request for a page that is rendered ahead. */
  noteAhead(kind: WebRequestEvent, details: WebRequestDetails): void {
    const { tabs } = this.#context;
    if (kind === 'before-request') tabs.replace(withPageAhead(tabs.get(details.tabId), details));
  }

  /** A tab's window is known to be a private one, or not; undefined if the browser doesn't say. */
  notePrivate(tabId: number, isPrivate: boolean | undefined): void {
    const { tabs } = this.#context;
    if (isPrivate !== undefined && isPrivate !== tabs.get(tabId).isPrivate) tabs.update(tabId, { isPrivate });
  }

  /** A page of another origin without a request for it: out of the back/forward cache, or `about:blank`. */
  urlChanged(tabId: number, url: string, at: number): void {
    const { tabs, onNewPage } = this.#context;
    if (tabs.get(tabId).isKeptOut) tabs.update(tabId, { isKeptOut: false });
    const tab = tabs.get(tabId);
    const page = pageUrl(url);
    if (tab.page === page) return;
    const shown = tab.ahead?.find((each) => each.url === page);
    if (shown !== undefined) this.#show(tab, shown, at);
    else if (tab.origin === originOf(url)) tabs.update(tabId, { page });
    // A page out of the cache made its first requests long ago.
    else onNewPage(tabId, { url, at, complete: false });
  }

  /** A page that the browser tells nothing of, for want of access or whatever access we have. */
  keptOut(tabId: number): void {
    const { tabs } = this.#context;
    const tab = tabs.find(tabId);
    if (tab?.page !== undefined && !tab.isKeptOut) tabs.update(tabId, { isKeptOut: true });
  }

  /** A request begins. A frame may be the one that asks, for something of its own origin or another. */
  noteFrame(details: WebRequestDetails): void {
    const { engine, tabs, control } = this.#context;
    const { tabId, frameId, timeStamp: at } = details;
    if (tabId < 0 || frameId <= 0) return;
    const tab = tabs.find(tabId);
    const initiator = initiatorOf(details, engine);
    if (tab === undefined || initiator === null || !control.isInScope(tabId, frameId, initiator)) return;
    const noted = withFrame(tab, initiator, at);
    if (noted !== tab) tabs.replace(noted);
  }

  /** A page that a service worker answers is only to be seen in that its requests name another document. */
  noteDocument(request: RequestFacts): void {
    const { tabs, onNewPage } = this.#context;
    const { tabId, frameId, documentId, initiator, at } = request;
    const tab = tabs.find(tabId);
    if (tab === undefined || documentId === undefined) return;
    if (request.aheadIn !== undefined) {
      const noted = withDocumentAhead(tab, request);
      if (noted !== tab) tabs.replace(noted);
      return;
    }
    if (frameId !== 0 || documentId === tab.documentId) return;
    const shown = tab.ahead?.find((page) => page.documentId === documentId);
    if (shown !== undefined) {
      this.#show(tab, shown, at);
      tabs.replace(withDocument(tabs.get(tabId), documentId));
      return;
    }
    if (documentId === tab.previousDocumentId) {
      tabs.replace(withPreviousDocument(tab));
      return;
    }
    const hasSettled = at - (tab.navigations.at(-1)?.at ?? 0) > SETTLING_MS;
    if (tab.documentId !== undefined && hasSettled) {
      const url = initiator === tab.origin ? (tab.page ?? initiator) : initiator;
      onNewPage(tabId, { url, at, complete: true });
    }
    tabs.replace(withDocument(tabs.get(tabId), documentId));
  }

  /** A page that was rendered ahead is shown. */
  #show({ tabId }: TabRecord, { url, since }: PageAhead, at: number): void {
    const { control, listening, onNewPage } = this.#context;
    const complete = control.stateOf(tabId).on && listening.isOnSince(since);
    onNewPage(tabId, { url, at, complete, aheadSince: since });
  }
}
