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
  const addHost = oncePerText((written, role) => {
    const name = canonicalHost(written).replace(/^(?:\*\.)+/, '');
    if (name !== '' && !roles.has(name)) roles.set(name, role);
  });
  const addUrl = oncePerText((url, role) => addHost(parseUrl(url)?.hostname ?? '', role));
  const search = oncePerText((text, role) => {
    for (const [, host = ''] of text.matchAll(HOST_OF_URL)) addHost(host, role);
    for (const [name] of text.matchAll(NAME)) addHost(name, role);
    addHost(WITHOUT_SCHEME.exec(text)?.[1] ?? '', role);
  });
  for (const { initiator, page } of exchanges) {
    addUrl(initiator, 'page');
    addUrl(page ?? '', 'page');
    yield;
  }
  for (const { hops } of exchanges) {
    for (const { url } of hops) addUrl(url, 'api');
    yield;
  }
  for (const exchange of exchanges) {
    for (const text of stringsOf(exchange)) search(text, 'host');
    yield;
  }
  return roles;
}

/** Does it the first time only that a text comes: most of what is written in exchanges is written in many of them. */
function oncePerText(add: (text: string, role: HostRole) => void): typeof add {
  const done = new Set<string>();
  return (text, role) => {
    if (done.has(text)) return;
    done.add(text);
    add(text, role);
  };
}

/** Every string in plain data, names of fields aside. */
function* stringsOf(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const each of Object.values(value)) yield* stringsOf(each);
  }
}
