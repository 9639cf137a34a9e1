/**
 * A path with what looks like an id replaced, so that requests for one kind of thing read alike: `/users/42/orders` and
 * `/users/7/orders` are both `/users/:id/orders`. An id is a number, a UUID, a long hexadecimal or mixed token, or what was
 * masked.
 *
 * @param path without query
 */
export function pathPattern(path: string): string {
  return path
    .split('/')
    .map((segment) => (isId(segment) ? ':id' : segment))
    .join('/');
}

function isId(segment: string): boolean {
  if (segment.length > LONGEST) return true;
  return PATTERNS.some((pattern) => pattern.test(segment));
}

/** No resource is called that. */
const LONGEST = 64;

const PATTERNS: readonly RegExp[] = [
  /^\d+$/,
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i,
  /^(?=.*\d)[0-9a-f]{8,}$/i,
  /^(?=.*\d)(?=.*[a-z])[\w-]{16,}$/i,
  /^masked-\d+/,
];
