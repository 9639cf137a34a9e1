import type { WebRequest } from 'webextension-polyfill';
import type { Engine, ObservedIn } from '../model/exchange.ts';
import { browser } from './browser.ts';

/** The events that the recorder listens to; the fewest that carry the truth. */
export type WebRequestEvent =
  | 'before-request'
  | 'send-headers'
  | 'headers-received'
  | 'redirect'
  | 'completed'
  | 'error';

/** What both browsers tell of an event, as far as we read it. Which fields are there depends on browser and event. */
export interface WebRequestDetails {
  readonly requestId: string;
  readonly url: string;
  readonly method: string;
  readonly type: string;
  readonly tabId: number;
  readonly frameId: number;
  /** -1 for a frame without one. */
  readonly parentFrameId?: number;
  readonly timeStamp: number;
  /** Firefox: whether it is of a private window, or of a worker of one. */
  readonly incognito?: boolean;
  readonly documentId?: string;
  /** Chromium: `prerender` for a page that isn't shown yet. */
  readonly documentLifecycle?: string;
  /** Chromium: serialised origin. */
  readonly initiator?: string;
  /** Firefox: URLs; both absent in a sandboxed frame. */
  readonly originUrl?: string;
  readonly documentUrl?: string;
  readonly requestHeaders?: readonly WebRequestHeader[];
  readonly responseHeaders?: readonly WebRequestHeader[];
  readonly statusCode?: number;
  readonly statusLine?: string;
  readonly redirectUrl?: string;
  readonly fromCache?: boolean;
  readonly error?: string;
}

/** `binaryValue` if the bytes aren't UTF-8. */
export interface WebRequestHeader {
  readonly name: string;
  readonly value?: string;
  readonly binaryValue?: readonly number[];
}

export type WebRequestHandler = (event: WebRequestEvent, details: WebRequestDetails) => void;

/** A set of listeners that can be put on and taken off as one. Both are idempotent. */
export interface WebRequestListeners {
  add(): void;
  remove(): void;
}

/** The engine that this build runs in. */
export const engine: Engine = __BROWSER__ === 'firefox' ? 'firefox' : 'chromium';

/**
 * Chromium shows preflights, `Origin`, and the headers of blocked responses only to listeners with `extraHeaders`;
 * Firefox shows them all and throws on that word.
 */
const EXTRA_HEADERS: readonly 'extraHeaders'[] = engine === 'chromium' ? ['extraHeaders'] : [];

/** Subresources. A type that this browser doesn't know is left out below, because it would throw. */
const RECORDED_TYPES: readonly WebRequest.ResourceType[] = [
  'xmlhttprequest',
  'script',
  'stylesheet',
  'image',
  'imageset',
  'font',
  'media',
  'ping',
  'beacon',
  'json',
  'web_manifest',
  'other',
];

/** Everything that a page's requests for data and resources tell. */
export function recordingListeners(handler: WebRequestHandler): WebRequestListeners {
  return listeners(handler, { urls: ['<all_urls>'], types: knownTypes() }, [
    'before-request',
    'send-headers',
    'headers-received',
    'redirect',
    'completed',
    'error',
  ]);
}

/** Only what tells that a tab goes to another page: a few events for each page, and none for what it loads. */
export function navigationListeners(handler: WebRequestHandler): WebRequestListeners {
  return listeners(handler, { urls: ['<all_urls>'], types: ['main_frame'] }, [
    'before-request',
    'headers-received',
    'error',
  ]);
}

function listeners(
  handler: WebRequestHandler,
  filter: WebRequest.RequestFilter,
  events: readonly WebRequestEvent[],
): WebRequestListeners {
  const registrations = events.map((event) =>
    registration(event, filter, (details) => handler(event, details)),
  );
  return {
    add: () => registrations.forEach((each) => void each.add()),
    remove: () => registrations.forEach((each) => void each.remove()),
  };
}

/** One listener on one event, with the options that this event takes in this browser. */
function registration(
  event: WebRequestEvent,
  filter: WebRequest.RequestFilter,
  listener: (details: WebRequestDetails) => void,
): WebRequestListeners {
  const { webRequest } = browser;
  switch (event) {
    case 'before-request': {
      const source = webRequest.onBeforeRequest;
      // Without `extraHeaders` here: it shows nothing more, and one listener with it is enough.
      return toggle(source, () => source.addListener(listener, filter), listener);
    }
    case 'send-headers': {
      const source = webRequest.onSendHeaders;
      const add = () => source.addListener(listener, filter, ['requestHeaders', ...EXTRA_HEADERS]);
      return toggle(source, add, listener);
    }
    case 'headers-received': {
      const source = webRequest.onHeadersReceived;
      const add = () => source.addListener(listener, filter, ['responseHeaders', ...EXTRA_HEADERS]);
      return toggle(source, add, listener);
    }
    case 'redirect': {
      const source = webRequest.onBeforeRedirect;
      const add = () => source.addListener(listener, filter, ['responseHeaders', ...EXTRA_HEADERS]);
      return toggle(source, add, listener);
    }
    case 'completed': {
      const source = webRequest.onCompleted;
      return toggle(source, () => source.addListener(listener, filter), listener);
    }
    case 'error': {
      const source = webRequest.onErrorOccurred;
      // Firefox throws on a third argument here, even an empty one.
      return toggle(source, () => source.addListener(listener, filter), listener);
    }
  }
}

type Listener = (details: WebRequestDetails) => void;

interface ListenerSource {
  hasListener(listener: Listener): boolean;
  removeListener(listener: Listener): void;
}

function toggle(source: ListenerSource, add: () => void, listener: Listener): WebRequestListeners {
  return {
    add: () => {
      if (!source.hasListener(listener)) add();
    },
    remove: () => source.removeListener(listener),
  };
}

/** The recorded types that this browser knows. Both browsers list theirs in `webRequest.ResourceType`. */
function knownTypes(): WebRequest.ResourceType[] {
  const { ResourceType } = browser.webRequest as { ResourceType?: Readonly<Record<string, string>> };
  const known = new Set(Object.values(ResourceType ?? {}));
  return RECORDED_TYPES.filter((type) => known.has(type));
}

/** Engine and version that go with every exchange. Chromium's reduced user agent still names the major version. */
export function observedIn(): ObservedIn {
  const { userAgent } = globalThis.navigator;
  const version = /(?:Firefox|Chrome)\/([\d.]+)/.exec(userAgent)?.[1] ?? '';
  return { engine, version };
}
