import { getHeader, type Header, type HeaderList } from '../model/header-list.ts';

/** Headers in which caches between browser and server say whether they had the response. */
const CACHE_STATUS = ['x-cache', 'cf-cache-status', 'cache-status', 'x-vercel-cache', 'x-proxy-cache'];

/**
 * The header by which a cache between browser and server says that the response is a copy of its own; null if none
 * does.
 *
 * @see https://www.rfc-editor.org/rfc/rfc9211
 * @see https://www.rfc-editor.org/rfc/rfc9111#section-5.1
 */
export function sharedCacheHit(headers: HeaderList): Header | null {
  for (const name of CACHE_STATUS) {
    const value = getHeader(headers, name);
    if (value !== null && /\b(refresh)?hit\b/i.test(value)) return [name, value];
  }
  const age = getHeader(headers, 'age');
  return age !== null && /^[1-9]\d*$/.test(age) ? ['age', age] : null;
}

/** Whether caches have to keep a copy for each origin that asks. */
export function variesByOrigin(headers: HeaderList): boolean {
  return variesBy(headers, 'origin');
}

/**
 * Whether caches have to keep a copy for each value of a request header.
 *
 * @param name lower case
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-12.5.5
 */
export function variesBy(headers: HeaderList, name: string): boolean {
  const names = (getHeader(headers, 'vary') ?? '').toLowerCase().split(',');
  return names.some((each) => each.trim() === name || each.trim() === '*');
}
