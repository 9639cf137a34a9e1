import type { RequestType } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import type { HarRecord } from './har-record.ts';
import type { LeftOutReason } from './left-out.ts';

/** Chromium's names. */
const RESOURCE_TYPES: ReadonlyMap<string, RequestType> = new Map([
  ['xhr', 'xmlhttprequest'],
  ['fetch', 'xmlhttprequest'],
  ['eventsource', 'xmlhttprequest'],
  ['script', 'script'],
  ['stylesheet', 'stylesheet'],
  ['image', 'image'],
  ['font', 'font'],
  ['media', 'media'],
  ['texttrack', 'media'],
  ['ping', 'beacon'],
]);

/** @see https://fetch.spec.whatwg.org/#concept-request-destination */
const DESTINATIONS: ReadonlyMap<string, RequestType> = new Map([
  ['empty', 'xmlhttprequest'],
  ['script', 'script'],
  ['worker', 'script'],
  ['sharedworker', 'script'],
  ['json', 'script'],
  ['style', 'stylesheet'],
  ['image', 'image'],
  ['font', 'font'],
  ['audio', 'media'],
  ['video', 'media'],
  ['track', 'media'],
]);

/** What asked for a request, by Chromium's own field or else by Sec-Fetch-Dest; `other` if neither tells. */
export function requestTypeOf({ resourceType, request }: HarRecord): RequestType {
  const destination = getHeader(request.headers, 'Sec-Fetch-Dest') ?? '';
  return RESOURCE_TYPES.get(resourceType) ?? DESTINATIONS.get(destination) ?? 'other';
}

const NAVIGATIONS: ReadonlySet<string> = new Set([
  'document',
  'iframe',
  'frame',
  'embed',
  'object',
  'fencedframe',
]);

/** What reaches no server. Any other scheme that isn't http is a mistake, and one that is worth explaining. */
const LOCAL_SCHEME =
  /^(?:about|blob|chrome|chrome-error|chrome-untrusted|data|devtools|file|filesystem|javascript|resource|view-source|[a-z-]{1,30}-extension):/i;

/** Why a request is none that CORS could be about, whoever asked for it; null if it may be. */
export function reasonToLeaveOut(
  { resourceType, request, url }: HarRecord,
  { isWebSocket, isFromServiceWorker }: { isWebSocket: boolean; isFromServiceWorker: boolean },
): LeftOutReason | null {
  const upgrade = getHeader(request.headers, 'Upgrade')?.toLowerCase();
  if (isWebSocket || resourceType === 'websocket' || upgrade === 'websocket' || /^wss?:/i.test(url)) {
    return 'websocket';
  }
  if (url === '' || LOCAL_SCHEME.test(url)) return 'not-http';
  if (isFromServiceWorker) return 'service-worker';
  if (getHeader(request.headers, 'Sec-Fetch-Mode') === 'navigate' || resourceType === 'document')
    return 'navigation';
  return NAVIGATIONS.has(getHeader(request.headers, 'Sec-Fetch-Dest') ?? '') ? 'navigation' : null;
}
