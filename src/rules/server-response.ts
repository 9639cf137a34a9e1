import type { Hop, HttpResponse } from '../model/exchange.ts';

/** The response of a hop whose request a server has received: not if the browser redirected by itself, or had it in its cache. */
export function serverResponse({ response }: Hop): HttpResponse | null {
  if (response === undefined || response.status === 0 || response.fromCache === true) return null;
  return response;
}
