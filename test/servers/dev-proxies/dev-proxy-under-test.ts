import type { Snippet } from '../../../src/fixes/platforms/platform.ts';
import type { ParsedPlatform, RunningServer, Surroundings } from '../server-under-test.ts';

/**
 * A development server that forwards a path to an API (`api.ts`), with exactly the text that our generator writes. One
 * file each, and one entry of `index.ts`.
 *
 * At `/page.html`, it answers with a page of its own.
 */
export interface DevProxyUnderTest extends ParsedPlatform {
  /** Starts it with the snippets, or without any. */
  start(surroundings: Surroundings, snippets: readonly Snippet[] | null): Promise<RunningServer>;
  version(): Promise<string>;
  /** Whether a cookie for the API's own domain is kept for the developer's host. */
  readonly rewritesCookies: boolean;
}
