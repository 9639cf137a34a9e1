import { REDIRECT_TIME_LIMIT_MS } from '../../model/limits.ts';
import type { HarRecord } from './har-record.ts';

/** A request with the requests that its redirects led to. */
export type HarChain = [HarRecord, ...HarRecord[]];

/**
 * Joins the entries of redirects, of which each is one of its own in a HAR: an entry goes on from the oldest that redirects
 * to its URL, has ended by then and not long before, and whose method it keeps, or drops as redirects do.
 *
 * @param records without preflights, in the order of time
 * @see https://fetch.spec.whatwg.org/#http-redirect-fetch
 */
export function joinRedirects(records: readonly HarRecord[]): readonly HarChain[] {
  const chains: HarChain[] = [];
  const waiting = new Map<string, HarChain[]>();
  for (const record of records) {
    const found = takeFrom(waiting.get(record.urlKey), record);
    const chain: HarChain = found ?? [record];
    if (found === null) chains.push(chain);
    else found.push(record);
    if (record.redirect === null || record.error !== null) continue;
    const others = waiting.get(record.redirect.urlKey);
    if (others === undefined) waiting.set(record.redirect.urlKey, [chain]);
    else others.push(chain);
  }
  return chains;
}

function takeFrom(waiting: HarChain[] | undefined, record: HarRecord): HarChain | null {
  const at = waiting?.findIndex((chain) => leadsTo(chain.at(-1) ?? chain[0], record)) ?? -1;
  return waiting?.splice(at, at < 0 ? 0 : 1)[0] ?? null;
}

function leadsTo(from: HarRecord, to: HarRecord): boolean {
  if (from.startedAt > to.startedAt || to.startedAt - from.endedAt > REDIRECT_TIME_LIMIT_MS) return false;
  if (from.method === to.method) return true;
  const status = from.response?.status;
  return (
    to.method === 'GET' && (status === 303 || (from.method === 'POST' && (status === 301 || status === 302)))
  );
}
