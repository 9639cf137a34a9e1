import { setTimeout as delay } from 'node:timers/promises';
import { type Answer, allowCredentialed, type Received } from '../e2e/two-origins.ts';

/**
 * The traffic of a run: exchange by exchange another kind, each with a URL of its own, or, of the kind `shared`, with a
 * header of its own that tells it from the others of the same URL.
 */
export const KINDS = [
  'simple',
  'preflighted',
  'redirected',
  'refused',
  'refused-preflight',
  'shared',
] as const;

export type Kind = (typeof KINDS)[number];

/** What tells exchanges apart that share a URL: script asks for it, the preflight names it, the request carries it. */
export const MARK = /^x-number-(\d+)$/;

export function kindOf(number: number): Kind {
  return KINDS[number % KINDS.length] ?? 'simple';
}

/** Path at the API; of a shared one only the mark tells which it is. */
export function pathOf(number: number): string {
  const kind = kindOf(number);
  return kind === 'shared' ? '/shared' : `/${kind}/${number}`;
}

/** Whether script gets a response. */
export function isAllowed(kind: Kind): boolean {
  return kind !== 'refused' && kind !== 'refused-preflight';
}

/** What the API answers, after some milliseconds that differ from request to request. */
export function answerTraffic(request: Received): Answer {
  const { method, url, headers } = request;
  const after = delay((url.length * 7 + String(headers['access-control-request-headers']).length * 13) % 40);
  const [, kind = '', number = ''] = url.split('/');
  const refused = kind === 'refused' || (kind === 'refused-preflight' && method === 'OPTIONS');
  if (refused) return { after };
  const allowed = [...(allowCredentialed(request).headers ?? [])];
  if (kind === 'redirected')
    return { status: 302, headers: [...allowed, ['Location', `/target/${number}`]], after };
  allowed.push(['Access-Control-Allow-Methods', 'PUT']);
  allowed.push(['Access-Control-Allow-Headers', headers['access-control-request-headers'] ?? '*']);
  return { headers: allowed, after };
}

/** When each exchange began and ended for the page: milliseconds since the epoch. */
export interface Span {
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

export interface Planned {
  readonly number: number;
  readonly url: string;
  readonly init: { readonly method: string; readonly headers: Readonly<Record<string, string>> };
}

export function plan(count: number, api: string): readonly Planned[] {
  return Array.from({ length: count }, (_, number) => {
    const kind = kindOf(number);
    const preflighted = kind === 'preflighted' || kind === 'refused-preflight' || kind === 'shared';
    const headers: Record<string, string> = preflighted ? { [`x-number-${number}`]: '1' } : {};
    return { number, url: api + pathOf(number), init: { method: preflighted ? 'PUT' : 'GET', headers } };
  });
}

/** What the page has of a run under way. */
export interface TrafficWindow {
  traffic: { readonly spans: Span[]; isOver: boolean };
}

/** Runs in the page: sends what is planned, six at a time, each a moment after the one before. */
export function sendTraffic(planned: readonly Planned[]): void {
  const traffic: TrafficWindow['traffic'] = { spans: [], isOver: false };
  Object.assign(globalThis, { traffic });
  let next = 0;
  const now = (): number => performance.timeOrigin + performance.now();
  async function sendOnes(): Promise<void> {
    while (next < planned.length) {
      const each = planned[next];
      next += 1;
      if (each === undefined) return;
      await new Promise((resolve) => setTimeout(resolve, (each.number * 31) % 60));
      const start = now();
      await fetch(each.url, each.init).then(
        (response) => response.text(),
        () => undefined,
      );
      traffic.spans.push({ number: each.number, start, end: now() });
    }
  }
  void Promise.all(Array.from({ length: 6 }, sendOnes)).then(() => {
    traffic.isOver = true;
  });
}
