import { extractHeaderListValues } from '../../../src/fetch/extract-header-list-values.ts';
import { taintingOfHops } from '../../../src/fetch/request-tainting.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { getHeader, getHeaderLines } from '../../../src/model/header-list.ts';
import type { EngineName } from '../../browsers/browser.ts';
import type { RecordedCase } from '../recorded/case.ts';
import { ORIGINS } from './addresses.ts';

/** What can't be told from outside, or isn't yet. Each names the cases that it covers as narrowly as it can. */

/**
 * Firefox refuses a second, empty Access-Control-Allow-Origin line, and leaves it out of what extensions see: then only
 * the raw lines tell.
 */
export function hidesEmptyLines({ server }: RecordedCase, engine: EngineName): boolean {
  if (engine === 'chromium') return false;
  const { preflight, hopPreflights = [], responses } = server;
  return [preflight, ...hopPreflights, ...responses].some((answer) => {
    const lines = (answer?.headers ?? []).filter(
      ([name]) => name.toLowerCase() === 'access-control-allow-origin',
    );
    return lines.length > 1 && lines.some(([, value]) => value.trim() === '');
  });
}

/** `*` exposes nothing if credentials were included, and where nothing shows whether they were, both are possible. */
export function hangsOnHiddenCredentials({ request, server }: RecordedCase): boolean {
  if (request.credentials !== 'include') return false;
  return server.responses.some(({ headers }) =>
    headers.some(([name, value]) => name === 'Access-Control-Expose-Headers' && value.includes('*')),
  );
}

/** Firefox takes a `*` for what it is before it comes to an item that makes the list invalid. */
export function exposesInvalidList({ server }: RecordedCase, engine: EngineName): boolean {
  if (engine === 'chromium') return false;
  return server.responses.some(({ headers }) => {
    const lines = getHeaderLines(headers, 'access-control-expose-headers');
    return lines.some((line) => line.includes('*')) && !extractHeaderListValues(lines).ok;
  });
}

/** The recorder drops what goes to the page's own origin, and so the preflights that a redirect back there causes. */
export function hidesPreflightToOwnOrigin(exchange: Exchange): boolean {
  return taintingOfHops(exchange).some(
    ({ ownOrigin }, index) => ownOrigin && exchange.hops[index]?.preflight !== undefined,
  );
}

/**
 * Where a redirect drops the body, Firefox's next preflights still ask for its Content-* headers, which the request no longer
 * has: the recorder takes them for another request's.
 */
export function hidesUnpairedPreflight({ hops, observedIn }: Exchange): boolean {
  if (observedIn.engine !== 'firefox') return false;
  return hops.some(({ preflight }, index) => {
    const headers = preflight?.request.headers ?? [];
    const asked = getHeader(headers, 'access-control-request-headers')?.split(',') ?? [];
    const isGet = getHeader(headers, 'access-control-request-method') === 'GET';
    return index > 0 && isGet && asked.some((name) => name.startsWith('content-'));
  });
}

/**
 * Firefox leaves Sec-Fetch-Storage-Access out where a redirect leads from the page's own site to another; the table's exchanges have it.
 */
export function hidesStorageAccess({ request, server }: RecordedCase, engine: EngineName): boolean {
  if (engine !== 'firefox' || request.credentials !== 'include') return false;
  const urls = [request.url, ...server.responses.flatMap(({ location }) => location ?? [])];
  const isInOwnSite = (url: string): boolean =>
    url.startsWith(ORIGINS.otherPort) || url.startsWith(ORIGINS.sameSite);
  return urls.length > 1 && urls.some(isInOwnSite);
}

/** Of a request that is redirected to another scheme than these, webRequest may never show an end. */
export function hidesEnd({ hops }: Exchange): boolean {
  const last = hops.at(-1);
  const location = getHeader(last?.response?.headers ?? [], 'location') ?? last?.url ?? '';
  return /^[a-z-]+:/.test(location) && !/^https?:/.test(location);
}
