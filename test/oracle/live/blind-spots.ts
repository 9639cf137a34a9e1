import type { Exchange } from '../../../src/model/exchange.ts';
import { getHeader } from '../../../src/model/header-list.ts';
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
