import * as v from 'valibot';
import { getHeader } from '../../model/header-list.ts';
import { maskUrl } from '../../model/mask-secrets.ts';
import { OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import { withoutFragment } from '../../model/url.ts';
import type { HarRecord } from './har-record.ts';
import { harPageSchema } from './har-schema.ts';

/** URLs of pages by their ids, secrets masked. */
export type HarPages = ReadonlyMap<string, string>;

/**
 * The pages of a HAR whose URLs it tells: as their titles (Chromium, WebKit), or by the first document that was loaded for
 * them. A title of other words is none.
 */
export function pagesOf(pages: readonly unknown[], records: readonly HarRecord[]): HarPages {
  const urls = new Map<string, string>();
  for (const page of pages) {
    const { success, output } = v.safeParse(harPageSchema, page);
    const title = success ? (output.title ?? '') : '';
    if (success && /^https?:\/\//i.test(title) && originOf(title) !== OPAQUE_ORIGIN) {
      urls.set(output.id, maskUrl(withoutFragment(title)));
    }
  }
  for (const record of records) {
    const { pageref, url, redirect } = record;
    if (pageref === undefined || urls.has(pageref) || redirect !== null) continue;
    if (isPageLoad(record)) urls.set(pageref, url);
  }
  return urls;
}

function isPageLoad({ request, resourceType }: HarRecord): boolean {
  const destination = getHeader(request.headers, 'Sec-Fetch-Dest');
  return destination === null ? resourceType === 'document' : destination === 'document';
}

/**
 * The origin that asked: by the request's own Origin, else by its preflight's, its Referer (by default its origin at least is
 * sent), or the page. Null if none of them is there.
 *
 * @param first the request before any redirect, which alone has the page's origin for sure
 */
export function initiatorOf(
  first: HarRecord,
  preflight: HarRecord | undefined,
  pages: HarPages,
): string | null {
  for (const record of preflight === undefined ? [first] : [first, preflight]) {
    const origin = getHeader(record.request.headers, 'Origin');
    if (origin !== null) return serialised(origin);
  }
  const address = getHeader(first.request.headers, 'Referer') ?? pageOf(first, pages);
  const origin = address === undefined ? OPAQUE_ORIGIN : originOf(address);
  return origin === OPAQUE_ORIGIN ? null : origin;
}

/** An Origin header may hold anything in a file that somebody wrote; what isn't an origin is an opaque one. */
function serialised(origin: string): string {
  if (/^[a-z][a-z0-9+.-]{0,30}-extension:\/\/[\w.-]{1,100}$/i.test(origin)) return origin;
  return originOf(origin);
}

/** URL of the page that a request belongs to, if the HAR tells it. */
export function pageOf({ pageref }: HarRecord, pages: HarPages): string | undefined {
  return pageref === undefined ? undefined : pages.get(pageref);
}
