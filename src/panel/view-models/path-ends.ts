/** A path in two parts, of which the first is cut where there is no room for both. */
export interface PathEnds {
  readonly start: string;
  readonly end: string;
}

/**
 * Parts a path where its end says which one it is: the longest of its last characters that begin with a separator, or
 * simply the last characters. Requests to one API mostly begin alike.
 */
export function splitPath(path: string): PathEnds {
  const tail = path.slice(-MOST_OF_END);
  const fromSeparator = tail.length - Math.max(0, tail.search(/[/?&]/));
  const startsThere = /[/?&]/.test(tail) && fromSeparator >= LEAST_OF_END;
  const length = startsThere ? fromSeparator : PLAIN_END;
  return { start: path.slice(0, -length), end: path.slice(-length) };
}

/** In characters: as many as the narrowest column of paths has room for. */
const MOST_OF_END = 10;
const LEAST_OF_END = 4;
const PLAIN_END = 9;
