import type { EngineName } from '../../browsers/browser.ts';

/** Listeners of webRequest that do nothing: what the browser's telling costs. */
export interface ListenerSet {
  readonly title: string;
  /** What to listen to, each with its `extraInfoSpec`. */
  readonly events: Readonly<Partial<Record<EventName, readonly string[]>>>;
  readonly filter: {
    readonly urls: readonly string[];
    readonly types?: readonly string[];
    readonly tabId?: number;
    readonly windowId?: number;
  };
}

type EventName =
  | 'onBeforeRequest'
  | 'onSendHeaders'
  | 'onHeadersReceived'
  | 'onBeforeRedirect'
  | 'onCompleted'
  | 'onErrorOccurred';

export type ListenerSetName =
  | 'unmatched'
  | 'without-completed'
  | 'without-completed-and-redirect'
  | 'without-before-request'
  | 'headers-and-errors'
  | 'errors'
  | 'without-extra-headers'
  | 'other-tab'
  | 'other-window'
  | 'other-types';

const EVERYTHING = { urls: ['<all_urls>'] };

/** No tab or window has it: the browser counts from 1. */
const NONE = 1_000_000;

/**
 * What the recorder's six listeners were compared with. `README.md` says what came of it.
 *
 * @param engine Chromium's listeners have `extraHeaders`, which Firefox throws on
 */
export function listenerSets(engine: EngineName): Readonly<Record<ListenerSetName, ListenerSet>> {
  const extra = engine === 'chromium' ? ['extraHeaders'] : [];
  const onBeforeRequest: readonly string[] = [];
  const onSendHeaders = ['requestHeaders', ...extra];
  const onHeadersReceived = ['responseHeaders', ...extra];
  const onBeforeRedirect = onHeadersReceived;
  const onCompleted: readonly string[] = [];
  const onErrorOccurred: readonly string[] = [];
  const five = { onBeforeRequest, onSendHeaders, onHeadersReceived, onBeforeRedirect, onErrorOccurred };
  const all = { ...five, onCompleted };
  const { onBeforeRedirect: _, ...four } = five;
  const { onBeforeRequest: __, ...withoutBeforeRequest } = all;
  const set = (
    title: string,
    events: ListenerSet['events'],
    filter: Partial<ListenerSet['filter']> = {},
  ): ListenerSet => ({ title, events, filter: { ...EVERYTHING, ...filter } });
  return {
    unmatched: set('listeners that match nothing', all, { urls: ['https://nothing.invalid/*'] }),
    'other-tab': set('six, filtered to another tab', all, { tabId: NONE }),
    'other-window': set('six, filtered to another window', all, { windowId: NONE }),
    'other-types': set('six, filtered to another type', all, { types: ['font'] }),
    errors: set('1: onErrorOccurred', { onErrorOccurred }),
    'headers-and-errors': set('2: and onHeadersReceived', { onHeadersReceived, onErrorOccurred }),
    'without-completed-and-redirect': set('4: and what is sent, and begins', four),
    'without-completed': set('5: and onBeforeRedirect', five),
    'without-before-request': set('5: six, no onBeforeRequest', withoutBeforeRequest),
    'without-extra-headers': set('six, without extraHeaders', withoutExtraHeaders(all)),
  };
}

function withoutExtraHeaders(events: ListenerSet['events']): ListenerSet['events'] {
  return Object.fromEntries(
    Object.entries(events).map(([name, spec]) => [name, spec.filter((word) => word !== 'extraHeaders')]),
  );
}
