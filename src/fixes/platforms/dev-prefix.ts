import type { WritablePolicy } from '../writable-policy.ts';

/** Below which path of the developer's own server the API is found. */
export interface DevPrefix {
  /** Such as `/api`, without a slash at its end. */
  readonly prefix: string;
  /** Whether the API doesn't know of it. */
  readonly isStripped: boolean;
}

/** The path of the policy, if there is one; else one that only the developer's server knows. */
export function devPrefix({ path }: WritablePolicy): DevPrefix {
  // All of the site would be that of the page, too.
  if (path === null || path === '/') return { prefix: '/api', isStripped: true };
  return { prefix: path.slice(0, -1), isStripped: false };
}

/** A text for a regular expression that matches nothing but it. */
export function literal(text: string): string {
  return text.replaceAll('.', '\\.');
}
