import type { BrowserPage } from '../../browsers/browser.ts';

/** Requests that a page makes. */
export interface Workload {
  readonly kind: 'simple' | 'preflighted' | 'same-origin' | 'latency-bound';
  readonly count: number;
  readonly inFlight: number;
  readonly method: 'GET' | 'PUT';
  /** To the API or to the page's own origin. */
  readonly to: 'api' | 'page';
  readonly path: string;
  /** Events that our listeners are told of each request. */
  readonly events: number;
}

export const SIMPLE: Workload = {
  kind: 'simple',
  count: 1_000,
  inFlight: 40,
  method: 'GET',
  to: 'api',
  path: '/data',
  events: 4,
};

const SAME_ORIGIN: Workload = { ...SIMPLE, kind: 'same-origin', to: 'page' };

export const WORKLOADS: readonly Workload[] = [
  SIMPLE,
  // With a body of a type that isn't safelisted. Each has a URL of its own, so each has its preflight.
  { ...SIMPLE, kind: 'preflighted', count: 300, method: 'PUT', events: 8 },
  SAME_ORIGIN,
  { ...SIMPLE, kind: 'latency-bound', count: 300, inFlight: 6, path: '/slow' },
];

/** A short one of the same kind. */
export function shortened(workload: Workload): Workload {
  return { ...workload, count: Math.ceil(workload.count / 10) };
}

/** Makes the requests in the page; gives the time that they took there, in milliseconds. */
export function play(
  page: BrowserPage,
  { count, inFlight, method, to, path }: Workload,
  api: string,
): Promise<number> {
  return page.evaluate(
    async (prefix: string, all: number, atOnce: number, verb: string) => {
      let next = 0;
      const run = async (): Promise<void> => {
        while (next < all) {
          const url = `${prefix}?${next++}-${Math.random()}`;
          const options =
            verb === 'GET'
              ? {}
              : { method: verb, body: '{}', headers: { 'Content-Type': 'application/json' } };
          await (await fetch(url, options)).text();
        }
      };
      const start = performance.now();
      await Promise.all(Array.from({ length: atOnce }, run));
      return performance.now() - start;
    },
    (to === 'api' ? api : '') + path,
    count,
    inFlight,
    method,
  );
}
