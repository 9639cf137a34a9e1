import type { Exchange } from './exchange.ts';

/** What an exchange costs beyond its texts: field names, ids, numbers. */
const BASE_SIZE = 400;
const HEADER_SIZE = 8;

/** About the length of the exchange as JSON, without making it. */
export function sizeOf(exchange: Exchange): number {
  let size = BASE_SIZE + (exchange.page?.length ?? 0);
  for (const { url, method, redirectUrl, request, response, preflight } of exchange.hops) {
    size += BASE_SIZE + url.length + method.length + (redirectUrl?.length ?? 0);
    for (const message of [request, response, preflight?.request, preflight?.response]) {
      for (const [name, value] of message?.headers ?? []) size += HEADER_SIZE + name.length + value.length;
    }
  }
  return size;
}
