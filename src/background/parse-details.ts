import { type BoundHeaders, boundHeaders } from '../model/bound-headers.ts';
import { cutText } from '../model/cut-text.ts';
import type { Engine, HttpResponse, RequestType } from '../model/exchange.ts';
import type { Header } from '../model/header-list.ts';
import { MAX_WORD_LENGTH } from '../model/limits.ts';
import { maskError, maskText, maskUrl } from '../model/mask-secrets.ts';
import { isSameOrigin, OPAQUE_ORIGIN, originOf } from '../model/origin.ts';
import { withoutFragment } from '../model/url.ts';
import type { WebRequestDetails, WebRequestEvent, WebRequestHeader } from '../platform/web-request.ts';
import { maskHeadersOnce, maskUrlOnce } from './mask-once.ts';
import { pageUrl } from './navigation.ts';
import { isPreflight } from './pairing.ts';
import type { RawEvent, RequestFacts } from './raw-event.ts';
import { urlKey } from './url-key.ts';
import { PRIVATE_WORKERS, WORKERS } from './workers.ts';

/** What it takes to read an event. */
export interface ParseContext {
  readonly engine: Engine;
  /** Origin of our own extension, whose requests are none of the page's. */
  readonly ownOrigin: string;
  readonly salt: string;
  /** Whether this request, or the preflight with this id, is being followed. */
  isFollowed(requestId: string): boolean;
  /** Whether the beginnings of requests may be lost: the browser stopped us not long ago. */
  readonly isResumed: boolean;
  /** Whether requests of this frame of a tab, whose document or worker is of this origin, are recorded now. */
  isInScope(tabId: number, frameId: number, origin: string): boolean;
}

/**
 * An event of webRequest in our own form, or null if it is of no interest: a same-origin request (unless it belongs
 * to one that was redirected there, is being redirected away, or is a preflight), a tab that isn't recorded, our own
 * requests, and requests that no page or worker started. Secrets are masked here, before anything is kept.
 */
export function parseDetails(
  kind: WebRequestEvent,
  details: WebRequestDetails,
  context: ParseContext,
): RawEvent | null {
  const initiator = initiatorOf(details, context.engine);
  if (initiator === null) return null;
  if (!context.isFollowed(details.requestId)) {
    if (isSameOrigin(details.url, initiator)) {
      if (!leavesOrigin(kind, details, initiator) && !isOwnPreflight(details, context.engine)) return null;
    }
    if (initiator === context.ownOrigin || !canStart(kind, details, context)) return null;
    const origin = documentOriginOf(details, initiator, context.engine);
    if (!context.isInScope(tabIdOf(details), details.frameId, origin)) return null;
  }
  const type = requestType(details.type);
  if (type === null) return null;
  return eventOf(kind, details, factsOf(details, initiator, type, context), context.engine);
}

/** A same-origin request becomes interesting when it is redirected to another origin. */
function leavesOrigin(kind: WebRequestEvent, details: WebRequestDetails, initiator: string): boolean {
  return (
    kind === 'redirect' && details.redirectUrl !== undefined && !isSameOrigin(details.redirectUrl, initiator)
  );
}

/** Only a request that another origin has redirected back has a preflight to the page's own; pairing finds it. */
function isOwnPreflight({ method, requestHeaders }: WebRequestDetails, engine: Engine): boolean {
  return method === 'OPTIONS' && isPreflight({ method, ...headersOf(requestHeaders, engine) });
}

/**
 * Which events a request can be recorded from. Normally the first; the headers that were sent, or a redirect, tell
 * enough. An answer alone would also be that of a request which began before it was recorded, or of a preflight; only
 * if the background has just been stopped, and it is no preflight's, is it better than nothing.
 */
function canStart(
  kind: WebRequestEvent,
  { method }: WebRequestDetails,
  { isResumed }: ParseContext,
): boolean {
  if (kind === 'headers-received') return isResumed && method !== 'OPTIONS';
  return kind === 'before-request' || kind === 'send-headers' || kind === 'redirect';
}

function tabIdOf({ tabId, incognito }: WebRequestDetails): number {
  return tabId === WORKERS && incognito === true ? PRIVATE_WORKERS : tabId;
}

let lastOriginUrl = '';
let lastOrigin = '';

/**
 * The origin that asked; null if no page or worker did. Chromium names it. Firefox gives the URL of the document or
 * worker, and for sandboxed frames nothing at all: their origin is opaque.
 */
export function initiatorOf(details: WebRequestDetails, engine: Engine): string | null {
  if (engine !== 'firefox') return details.initiator ?? null;
  const url = details.originUrl ?? details.documentUrl;
  if (url === undefined) return details.tabId >= 0 ? OPAQUE_ORIGIN : null;
  if (url.startsWith('moz-extension:')) return /^moz-extension:\/\/[^/]*/.exec(url)?.[0] ?? null;
  // Requests come in bursts from one document, so its URL is parsed once.
  if (url !== lastOriginUrl) {
    lastOrigin = originOf(url);
    lastOriginUrl = url;
  }
  return lastOrigin;
}

/** Of the document or worker that a request is for: Firefox names a stylesheet as the origin of what it asks for. */
function documentOriginOf(
  { documentUrl, originUrl }: WebRequestDetails,
  initiator: string,
  engine: Engine,
): string {
  if (engine !== 'firefox' || documentUrl === undefined || documentUrl === originUrl) return initiator;
  return originOf(documentUrl);
}

function factsOf(
  details: WebRequestDetails,
  initiator: string,
  type: RequestType,
  { engine, salt }: ParseContext,
): RequestFacts {
  const url = withoutFragment(details.url);
  const key = urlKey(url, salt);
  return {
    requestId: details.requestId,
    tabId: tabIdOf(details),
    frameId: details.frameId,
    ...(details.documentId === undefined ? {} : { documentId: details.documentId }),
    ...(engine === 'firefox' ? documentUrlOf(details) : {}),
    ...(details.documentLifecycle === 'prerender' ? { aheadIn: pageFrameOf(details) } : {}),
    initiator,
    type,
    url: maskUrlOnce(url, key),
    urlKey: key,
    method: cutText(details.method, MAX_WORD_LENGTH),
    at: details.timeStamp,
  };
}

let lastDocumentUrl = '';
let lastMaskedDocumentUrl = '';

/** Of the page itself or of a worker; a frame's own isn't the page's. */
function documentUrlOf({ documentUrl, frameId }: WebRequestDetails): Pick<RequestFacts, 'documentUrl'> {
  if (documentUrl === undefined || frameId !== 0) return {};
  // One document asks for many things, so its URL is masked once.
  if (documentUrl !== lastDocumentUrl) {
    lastMaskedDocumentUrl = pageUrl(documentUrl);
    lastDocumentUrl = documentUrl;
  }
  return { documentUrl: lastMaskedDocumentUrl };
}

/** The main frame, as far as the event tells. */
function pageFrameOf({ frameId, parentFrameId = -1 }: WebRequestDetails): number {
  return parentFrameId < 0 ? frameId : parentFrameId;
}

function eventOf(
  kind: WebRequestEvent,
  details: WebRequestDetails,
  facts: RequestFacts,
  engine: Engine,
): RawEvent {
  switch (kind) {
    case 'before-request':
      return { ...facts, kind };
    case 'send-headers':
      return { ...facts, kind, ...headersOf(details.requestHeaders, engine) };
    case 'headers-received':
      return { ...facts, kind, response: responseOf(details, engine) };
    case 'redirect': {
      const redirectUrl = withoutFragment(details.redirectUrl ?? '');
      return {
        ...facts,
        kind,
        response: responseOf(details, engine),
        redirectUrl: maskUrl(redirectUrl),
        toItself: (details.statusCode ?? 0) === 0 && redirectUrl === withoutFragment(details.url),
      };
    }
    case 'completed':
      return { ...facts, kind, fromCache: details.fromCache === true };
    case 'error':
      return {
        ...facts,
        kind,
        error: maskError(cutText(details.error ?? '', MAX_WORD_LENGTH)),
        fromCache: details.fromCache === true,
      };
  }
}

function responseOf(details: WebRequestDetails, engine: Engine): HttpResponse {
  // `HTTP/1.1 404 Not Found`; HTTP/2 and later have no status text.
  const statusText = /^\S+ \d{3} (.+)$/.exec(details.statusLine ?? '')?.[1];
  return {
    status: details.statusCode ?? 0,
    ...(statusText === undefined ? {} : { statusText: maskText(cutText(statusText, MAX_WORD_LENGTH)) }),
    ...headersOf(details.responseHeaders, engine),
    lines: engine === 'firefox' ? 'joined' : 'apart',
    ...(details.fromCache === true ? { fromCache: true } : {}),
    receivedAt: details.timeStamp,
  };
}

function headersOf(headers: readonly WebRequestHeader[] | undefined, engine: Engine): BoundHeaders {
  const list = (headers ?? []).map((header): Header => [header.name, valueFrom(header, engine)]);
  return boundHeaders(maskHeadersOnce(list));
}

/**
 * A value as script reads it: one character for each byte. Chromium hands bytes that are UTF-8 over as the text that they
 * stand for, and others as numbers.
 */
function valueFrom({ value, binaryValue }: WebRequestHeader, engine: Engine): string {
  if (value === undefined) return fromBytes(binaryValue ?? []);
  const isDecoded = engine === 'chromium' && NOT_ASCII.test(value);
  return isDecoded ? fromBytes([...new TextEncoder().encode(value)]) : value;
}

const NOT_ASCII = /[\u0080-\uffff]/;

function fromBytes(bytes: readonly number[]): string {
  return bytes.map((byte) => String.fromCharCode(byte)).join('');
}

/** In the model's words; null for what is no fetch of data or a resource (navigations, sockets, reports). */
function requestType(type: string): RequestType | null {
  switch (type) {
    case 'xmlhttprequest':
    case 'script':
    case 'stylesheet':
    case 'image':
    case 'font':
    case 'media':
    case 'other':
      return type;
    case 'imageset':
      return 'image';
    case 'json':
      return 'script';
    case 'ping':
    case 'beacon':
      return 'beacon';
    case 'web_manifest':
      return 'other';
    default:
      return null;
  }
}
