import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';

export const ORDERS = { orders: [{ id: 17, item: 'Tea', quantity: 2 }] };

/** Ends a response with JSON. A header with several values becomes several lines. */
export function sendJson(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: OutgoingHttpHeaders = {},
): void {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Cache-Control': 'no-store',
    ...headers,
  });
  response.end(JSON.stringify(body));
}

/** Ends a response that has no body. */
export function sendEmpty(response: ServerResponse, status: number, headers: OutgoingHttpHeaders = {}): void {
  response.writeHead(status, { 'Cache-Control': 'no-store', ...headers });
  response.end();
}

/** The path of a request's URL, without its query. */
export function pathOf(url: string | undefined): string {
  return (url ?? '/').split('?', 1)[0] ?? '/';
}

/** The query of a request's URL, with its question mark; empty if it has none. */
export function queryOf(url: string | undefined): string {
  const start = (url ?? '').indexOf('?');
  return start === -1 ? '' : (url ?? '').slice(start);
}
