import type { Header, HeaderList } from './header-list.ts';
import { MAX_HEADER_LINES, MAX_HEADERS_LENGTH } from './limits.ts';

export interface BoundHeaders {
  readonly headers: HeaderList;
  /** How many lines didn't fit; absent if all did. */
  readonly leftOut?: number;
}

/** What the CORS checks read, and what shows credentials: of a message that is too long these lines are kept first. */
const DECIDING =
  /^(?:access-control-.{1,40}|origin|vary|sec-fetch-.{1,20}|cookie|authorization|content-type|location|cross-origin-.{1,40}|timing-allow-origin)$/i;

/** The lines of a message that are within the limits, in their order. */
export function boundHeaders(headers: HeaderList): BoundHeaders {
  if (headers.length <= MAX_HEADER_LINES && lengthOf(headers) <= MAX_HEADERS_LENGTH) return { headers };
  const kept = new Set<Header>();
  let room = MAX_HEADERS_LENGTH;
  for (const deciding of [true, false]) {
    for (const line of headers) {
      if (kept.size === MAX_HEADER_LINES) break;
      const length = line[0].length + line[1].length;
      if (DECIDING.test(line[0]) !== deciding || length > room) continue;
      kept.add(line);
      room -= length;
    }
  }
  return { headers: headers.filter((line) => kept.has(line)), leftOut: headers.length - kept.size };
}

function lengthOf(headers: HeaderList): number {
  return headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
}
