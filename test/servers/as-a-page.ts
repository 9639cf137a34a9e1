import type { BrowserPage } from '../browsers/browser.ts';
import { ROUTES } from './routes.ts';

/** What script could do with one answer. */
export interface Read {
  /** What it asked for, such as `PUT /ok`. */
  readonly what: string;
  /** The status, or null if the browser refused. */
  readonly status: number | null;
  /** What script read of the header that is exposed, and of the one that isn't. */
  readonly exposed: string | null;
  readonly internal: string | null;
}

/** What a page asks of each server, as `Read.what` names it. */
export const ASKED: readonly string[] = [...Object.keys(ROUTES).map((path) => `GET ${path}`), 'PUT /ok'];

/**
 * Has script of a page ask a server for everything, with a header that needs a preflight.
 * @param base the server's origin, with the path below which the routes are: no slash at its end
 */
export function askAsPage(
  page: BrowserPage,
  base: string,
  credentials: 'include' | 'omit',
): Promise<readonly Read[]> {
  return page.evaluate(
    async (url: string, mode: 'include' | 'omit', asked: readonly string[]) => {
      const reads = asked.map(async (what) => {
        const [method = '', path = ''] = what.split(' ');
        const request = { method, credentials: mode, headers: { 'X-Request-Id': 'x' } };
        const answer = await fetch(`${url}${path}`, request).catch(() => null);
        return {
          what,
          status: answer?.status ?? null,
          exposed: answer?.headers.get('x-total-count') ?? null,
          internal: answer?.headers.get('x-internal') ?? null,
        };
      });
      return Promise.all(reads);
    },
    base,
    credentials,
    ASKED,
  );
}

/** What a page reads that the policy allows. */
export function everythingRead(): readonly Read[] {
  return ASKED.map((what) => {
    const path = what.split(' ')[1] ?? '';
    const status = Object.entries(ROUTES).find(([route]) => route === path)?.[1].status ?? null;
    return { what, status, exposed: path === '/ok' ? '42' : null, internal: null };
  });
}

/** What any other page reads. */
export function nothingRead(): readonly Read[] {
  return ASKED.map((what) => ({ what, status: null, exposed: null, internal: null }));
}
