import type { HeaderList } from './header-list.ts';

/**
 * One request of a page or worker, from its first event to its last, over all its redirects. Everything in it is
 * observed, nothing is concluded, and no secret is in it (see `mask-secrets.ts`): it may be stored, sent and exported.
 */
export interface Exchange {
  /** Unique within a recording. */
  readonly id: string;
  /** The tab's id; -1 for shared and service workers, which belong to every tab of their origin. */
  readonly tabId: number;
  /** 0 for the page's main frame. */
  readonly frameId: number;
  readonly documentId?: string;
  /** The serialised origin of the document or worker that asked; `null` (the word) if it is opaque. */
  readonly initiator: string;
  /** URL of the top-level page, secrets masked, without fragment. */
  readonly page?: string;
  readonly type: RequestType;
  readonly mode: Observed<RequestMode>;
  readonly credentials: Observed<CredentialsMode>;
  readonly hops: readonly [Hop, ...Hop[]];
  readonly outcome: Outcome;
  /** Milliseconds since the epoch, with fraction. */
  readonly startedAt: number;
  readonly observedIn: ObservedIn;
  /** What the page's own Resource Timing says: whether script could read the response. Settles what Firefox hides. */
  readonly readableByScript?: boolean;
  /** The calls that started it, the innermost first, as DevTools' network log has them (Chromium). */
  readonly startedBy?: readonly CallFrame[];
}

/** One call of the script that started a request. */
export interface CallFrame {
  /** Empty for code outside any function, and for functions without a name. */
  readonly functionName: string;
  /** Secrets masked, without fragment; empty for code that has none. */
  readonly url: string;
  /** Line and column count from 1, as editors do. */
  readonly line: number;
  readonly column: number;
  /** What is between this call and the one before, such as `await`; absent where it called it directly. */
  readonly before?: string;
}

/** One URL of an exchange. A request that is redirected twice has three hops. */
export interface Hop {
  /** Secrets masked, without fragment. */
  readonly url: string;
  readonly method: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** What was sent; absent if the browser never showed it (Chromium: blocked by its preflight). */
  readonly request?: HttpRequest;
  /**
   * What would have been sent if the preflight had passed, as DevTools' network log has it (Chromium): what the page set,
   * without Cookie, Origin and the like. Only where there is no `request`; it is no evidence of anything that was sent.
   */
  readonly unsentRequest?: HttpRequest;
  readonly response?: HttpResponse;
  /** The preflight that was seen for this hop; absent if none was seen. Why there is none is for the rules to say. */
  readonly preflight?: Preflight;
  /** Where the browser went next by its own account (also for redirects that it made itself, such as HSTS). */
  readonly redirectUrl?: string;
}

export interface HttpRequest {
  readonly headers: HeaderList;
  /** How many header lines there were besides: too many to be kept. */
  readonly leftOut?: number;
}

export interface HttpResponse {
  /** 100 to 599; 0 for a redirect that the browser made itself. */
  readonly status: number;
  readonly statusText?: string;
  readonly headers: HeaderList;
  /** How many header lines there were besides: too many to be kept. */
  readonly leftOut?: number;
  /**
   * `joined`: webRequest hands several lines of a name over as one, so two lines look like a list (Firefox). There,
   * `apart` is as DevTools' network log has them.
   */
  readonly lines: 'apart' | 'joined';
  readonly fromCache?: boolean;
  /** Milliseconds since the epoch. */
  readonly receivedAt: number;
}

/** A CORS-preflight request with its answer, if it got one. */
export interface Preflight {
  readonly request: HttpRequest;
  readonly response?: HttpResponse;
  /** The browser's own error text, if it reported one for the preflight. */
  readonly error?: string;
  /** Where the error text is from, if not from webRequest, which in Chromium says nothing but `net::ERR_FAILED`. */
  readonly errorFrom?: 'network-log';
  readonly startedAt: number;
  /** Absent while it runs, and if the browser never reported its end. */
  readonly endedAt?: number;
  readonly pairing: Pairing;
}

/** How sure it is that this preflight belongs to this request. */
export interface Pairing {
  readonly confidence: 'certain' | 'likely';
  /** How many open requests it could have belonged to, one that may have gone unseen included. 1 means certain. */
  readonly candidates: number;
}

export type Outcome =
  | { readonly state: 'pending' }
  /** The browser reported success. In Firefox that includes small responses that script was not allowed to read. */
  | { readonly state: 'completed'; readonly at: number; readonly fromCache?: boolean }
  /** The browser reported an error; `error` is its own text, such as `net::ERR_FAILED`. */
  | { readonly state: 'error'; readonly at: number; readonly error: string }
  /** The browser never reported an end, and there can be none any more. */
  | { readonly state: 'closed'; readonly at: number; readonly reason: ClosedReason };

/** What was concluded from. An event that comes all the same takes the conclusion back. */
export type ClosedReason =
  /** The page that asked was left. */
  | 'navigation'
  | 'tab-closed'
  /** Nothing came for longer than browsers wait. */
  | 'timeout'
  /** The response is there and was let through; its body takes so long that its end isn't waited for (a stream). */
  | 'still-receiving'
  | 'service-worker'
  /** It went on where the extension may not look. */
  | 'no-access'
  /** The recording was interrupted while it ran, and what came of it may have been lost then. */
  | 'recorder-stopped';

/** A fact that was seen, with what shows it; or `unknown`, with the reason. */
export type Observed<T extends string> =
  | { readonly value: T; readonly evidence: Evidence }
  | { readonly value: 'unknown'; readonly reason: UnknownReason };

export type Evidence =
  | 'sec-fetch-mode'
  | 'origin-header'
  | 'preflight-seen'
  | 'request-type'
  | 'cookie-sent'
  | 'sec-fetch-storage-access'
  | 'stated-in-report';

export type UnknownReason = 'request-headers-not-shown' | 'browser-does-not-tell' | 'not-in-report';

/** @see https://fetch.spec.whatwg.org/#concept-request-mode */
export type RequestMode = 'cors' | 'no-cors' | 'same-origin' | 'navigate';

/** @see https://fetch.spec.whatwg.org/#concept-request-credentials-mode */
export type CredentialsMode = 'omit' | 'same-origin' | 'include';

/** What asked for it, in webRequest's words; `beacon` for both browsers' beacons and pings. */
export type RequestType =
  | 'xmlhttprequest'
  | 'script'
  | 'stylesheet'
  | 'image'
  | 'font'
  | 'media'
  | 'beacon'
  | 'other';

export type Engine = 'chromium' | 'firefox' | 'webkit';

export interface ObservedIn {
  readonly engine: Engine;
  /** The browser's version, such as `156.0.8078.79`; empty if it isn't known. */
  readonly version: string;
}
