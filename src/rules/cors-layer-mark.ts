import { getHeader, type HeaderList } from '../model/header-list.ts';
import { variesByOrigin } from './shared-cache.ts';

/** Headers that only CORS layers send, besides Access-Control-Allow-Origin. */
const NAMES = [
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
];

/**
 * The header that shows that a CORS layer handled a request, whether or not it allowed it; null if none does. Most
 * layers that keep a list of origins leave only Access-Control-Allow-Origin out for those that aren't on it.
 */
export function corsLayerMark(headers: HeaderList): string | null {
  if (variesByOrigin(headers) && getHeader(headers, 'vary') !== '*') return 'Vary: Origin';
  return NAMES.find((name) => getHeader(headers, name) !== null) ?? null;
}
