import type { WebRequestDetails, WebRequestHeader } from '../../src/platform/web-request.ts';
import type { StreamEvent } from './stream-line.ts';
import type { Addresses } from './stream-site.ts';

/**
 * The events without what differs from one recording to the next, so that a recording made anew differs only where the
 * browser does: ids count from 1, and the ports are always the same.
 */
export function normalise(events: readonly StreamEvent[], site: Addresses): readonly StreamEvent[] {
  const requestIds = new Map<string, string>();
  const tabIds = new Map<number, number>();
  const frameIds = new Map<number, number>();
  const documentIds = new Map<string, string>();
  return events.map(([kind, details]) => {
    const { documentId, tabId, frameId } = details;
    const known: WebRequestDetails = {
      ...pick(details),
      requestId: numbered(requestIds, details.requestId, String),
      tabId: tabId < 0 ? tabId : numbered(tabIds, tabId, Number),
      frameId: frameId <= 0 ? frameId : numbered(frameIds, frameId, Number),
      ...(documentId === undefined
        ? {}
        : { documentId: numbered(documentIds, documentId, (count) => `document-${count}`) }),
    };
    return [kind, JSON.parse(withoutPorts(JSON.stringify(known), site)) as WebRequestDetails];
  });
}

/** What the recorder reads of the details, in the order in which it is to be read here. */
const READ = [
  'requestId',
  'method',
  'url',
  'type',
  'tabId',
  'frameId',
  'documentId',
  'initiator',
  'originUrl',
  'documentUrl',
  'statusCode',
  'redirectUrl',
  'error',
] as const;

function pick(details: WebRequestDetails): WebRequestDetails {
  const read = Object.fromEntries(READ.flatMap((name) => (name in details ? [[name, details[name]]] : [])));
  return {
    ...(read as unknown as WebRequestDetails),
    ...(details.fromCache === true ? { fromCache: true } : {}),
    ...(details.requestHeaders === undefined ? {} : { requestHeaders: telling(details.requestHeaders) }),
    ...(details.responseHeaders === undefined ? {} : { responseHeaders: telling(details.responseHeaders) }),
  };
}

/** Headers that every message has, and that say nothing about CORS. */
const NOISE =
  /^(host|user-agent|accept|accept-encoding|accept-language|connection|keep-alive|date|content-length|referer|priority|te|pragma|upgrade-insecure-requests|sec-ch-.*|sec-gpc|transfer-encoding|purpose|sec-purpose|cache-control|x-client-data)$/i;

function telling(headers: readonly WebRequestHeader[]): readonly WebRequestHeader[] {
  return headers.filter(({ name }) => !NOISE.test(name));
}

function numbered<K, V>(seen: Map<K, V>, key: K, name: (count: number) => V): V {
  const known = seen.get(key) ?? name(seen.size + 1);
  seen.set(key, known);
  return known;
}

/** The ports that a reader expects, and the scripts' blob URLs without their random names. */
function withoutPorts(json: string, { page, api, other, nobody }: Addresses): string {
  return json
    .replaceAll(page, 'http://localhost:3000')
    .replaceAll(api, 'http://localhost:4000')
    .replaceAll(other, 'http://localhost:5000')
    .replaceAll(nobody, 'http://localhost:6000')
    .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, '00000000-0000-0000-0000-000000000000');
}
