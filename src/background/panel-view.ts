import type { TabState } from '../messages/messages.ts';
import type { Engine, Exchange } from '../model/exchange.ts';
import type { HostAccess } from '../model/host-access.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';
import type { RecordingControl } from './recording-control.ts';
import type { ExchangeStore } from './store.ts';
import type { TabRecord, TabRegistry } from './tab-registry.ts';
import { isOfWorker, workersOf } from './workers.ts';

/** Whether a panel of this tab shows this exchange: the tab's own, and those of its pages' and frames' shared and service workers. */
export function showsExchange(tab: TabRecord, exchange: Exchange): boolean {
  if (exchange.tabId === tab.tabId) return true;
  if (exchange.tabId !== workersOf(tab, exchange.observedIn.engine)) return false;
  const { initiator, startedAt } = exchange;
  // An opaque origin is no other's, whatever both are called.
  if (initiator === OPAQUE_ORIGIN || startedAt < tab.clearedAt) return false;
  return tab.keptOrigins.some(({ origin, since }) => origin === initiator && startedAt >= since);
}

/** All exchanges that a panel of this tab shows: its own, then the workers', each oldest first. */
export function shownExchanges(tab: TabRecord, store: ExchangeStore, engine: Engine): readonly Exchange[] {
  const ofWorkers = store.list(workersOf(tab, engine)).filter((exchange) => showsExchange(tab, exchange));
  return [...store.list(tab.tabId), ...ofWorkers];
}

/** The tabs whose panels show this exchange: its own, or, of a worker's exchange, all those of its origin. */
export function tabsThatShow(exchange: Exchange, tabs: TabRegistry): readonly TabRecord[] {
  if (isOfWorker(exchange.tabId)) return tabs.all().filter((tab) => showsExchange(tab, exchange));
  const tab = tabs.find(exchange.tabId);
  return tab === undefined ? [] : [tab];
}

/** What holds for all tabs. */
export interface ExtensionState {
  readonly hostAccess: HostAccess;
  readonly isStorageFull: boolean;
}

/** What a panel is told of its tab. */
export function tabState(
  tab: TabRecord,
  control: RecordingControl,
  { hostAccess, isStorageFull }: ExtensionState,
): TabState {
  return {
    tabId: tab.tabId,
    ...(tab.page === undefined ? {} : { page: tab.page }),
    ...(tab.isKeptOut ? { isKeptOut: true } : {}),
    ...(tab.isPrivate ? { isPrivate: true } : {}),
    recording: control.stateOf(tab.tabId),
    keepOnNavigation: tab.keepOnNavigation,
    sites: control.settings.sites,
    everywhere: control.settings.everywhere,
    countOnButton: control.settings.countOnButton,
    hostAccess,
    dropped: tab.dropped,
    navigations: tab.navigations,
    ...(isStorageFull ? { problem: 'storage-full' } : {}),
  };
}
