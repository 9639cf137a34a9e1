import type { HeaderList } from '../model/header-list.ts';
import { type UnsafeDetail, unsafeRequestHeaderDetail } from './cors-safelisted-request-header.ts';
import type { EngineProfile } from './engine-profile.ts';

const LARGEST_SAFE_TOTAL = 1024;

export interface UnsafeHeader {
  /** Lower case. */
  readonly name: string;
  readonly detail: UnsafeDetail | 'total-too-long';
}

/**
 * The request headers that need a preflight, sorted by name, each once, with the reason.
 *
 * @param headers what script set; leave out what the browser adds itself
 * @see https://fetch.spec.whatwg.org/#cors-unsafe-request-header-names
 */
export function corsUnsafeRequestHeaderNames(
  headers: HeaderList,
  profile: EngineProfile,
): readonly UnsafeHeader[] {
  if (headers.length === 0) return [];
  const unsafe = new Map<string, UnsafeHeader['detail']>();
  const potentiallyUnsafe: string[] = [];
  let safelistedSize = 0;
  for (const [rawName, value] of headers) {
    const name = rawName.toLowerCase();
    const detail = unsafeRequestHeaderDetail(name, value, profile);
    if (detail !== null) {
      if (!unsafe.has(name)) unsafe.set(name, detail);
    } else {
      potentiallyUnsafe.push(name);
      safelistedSize += value.length;
    }
  }
  if (safelistedSize > LARGEST_SAFE_TOTAL) {
    for (const name of potentiallyUnsafe) if (!unsafe.has(name)) unsafe.set(name, 'total-too-long');
  }
  return Array.from(unsafe, ([name, detail]) => ({ name, detail })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}
