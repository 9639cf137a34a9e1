import type { HttpRequest, HttpResponse, RequestType } from '../model/exchange.ts';

/** What every event of a request tells. Both browsers' events, in one form, and without secrets. */
export interface RequestFacts {
  /** The browser's id: the same for all redirects of a request, another one for its preflight. */
  readonly requestId: string;
  readonly tabId: number;
  readonly frameId: number;
  readonly documentId?: string;
  /** Firefox: what the document was loaded from, or a worker's script. Secrets masked, without fragment. */
  readonly documentUrl?: string;
  /** Of a page that is rendered ahead: its frame that asks, or that frame's parent, if it has one. */
  readonly aheadIn?: number;
  /** Serialised origin; `null` (the word) if it is opaque. */
  readonly initiator: string;
  readonly type: RequestType;
  /** Secrets masked, without fragment. */
  readonly url: string;
  /** Tells URLs apart that look the same once their secrets are masked: a salted hash of the URL as it was. */
  readonly urlKey: string;
  readonly method: string;
  /** Milliseconds since the epoch, by the browser's clock. */
  readonly at: number;
}

export type RawEvent = RequestFacts &
  (
    | { readonly kind: 'before-request' }
    | ({ readonly kind: 'send-headers' } & HttpRequest)
    | { readonly kind: 'headers-received'; readonly response: HttpResponse }
    | {
        readonly kind: 'redirect';
        /** The redirecting response; status 0 if the browser went there by itself. */
        readonly response: HttpResponse;
        readonly redirectUrl: string;
        /** To the very URL it came from: Firefox's sign that a service worker took the request over. */
        readonly toItself: boolean;
      }
    | { readonly kind: 'completed'; readonly fromCache: boolean }
    | { readonly kind: 'error'; readonly error: string; readonly fromCache: boolean }
  );

export type EventOf<Kind extends RawEvent['kind']> = Extract<RawEvent, { readonly kind: Kind }>;
