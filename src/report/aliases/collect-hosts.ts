import type { Exchange } from '../../model/exchange.ts';
import { parseUrl } from '../../model/url.ts';
import { canonicalHost, type HostRole } from './host-aliases.ts';

const HOST_OF_URL =
  /[a-z][a-z0-9+.-]*:[/\\]{2}(?:[^\s/?#@"'\\]*@)?(\[[0-9a-f:.]+\]|[^\s/?#:@"'\\,;<>()|{}[\]^]+)/gi;
const NAME = /(?<![\w-])(?:[a-z0-9_][a-z0-9_-]*\.)+[a-z][a-z0-9-]*[a-z](?![\w-])/gi;
const WITHOUT_SCHEME = /^([^/\\?#:@\s]+):\d+(?:[/?#]|$)/;

/**
 * Every host that occurs in the exchanges, with what it does there: those of pages and of what they asked in the order
 * of the exchanges, then those that are only spoken of. Yields after each exchange that it has read.
 */
export function* collectHosts(
  exchanges: readonly Exchange[],
): Generator<undefined, ReadonlyMap<string, HostRole>> {
  const roles = new Map<string, HostRole>();
  const add = (written: string | undefined, role: HostRole): void => {
    const name = canonicalHost(written ?? '').replace(/^(?:\*\.)+/, '');
    if (name !== '' && !roles.has(name)) roles.set(name, role);
  };
  for (const { initiator, page } of exchanges) {
    add(parseUrl(initiator)?.hostname, 'page');
    add(parseUrl(page ?? '')?.hostname, 'page');
    yield;
  }
  for (const { hops } of exchanges) {
    for (const { url } of hops) add(parseUrl(url)?.hostname, 'api');
    yield;
  }
  for (const exchange of exchanges) {
    for (const text of stringsOf(exchange)) {
      for (const [, host] of text.matchAll(HOST_OF_URL)) add(host, 'host');
      for (const [name] of text.matchAll(NAME)) add(name, 'host');
      add(WITHOUT_SCHEME.exec(text)?.[1], 'host');
    }
    yield;
  }
  return roles;
}

/** Every string in plain data, names of fields aside. */
function stringsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}
