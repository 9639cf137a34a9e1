import type { Exchange } from '../../model/exchange.ts';
import type { Steps } from '../../model/steps.ts';
import type { NetworkEntry } from '../../platform/network-log.ts';
import type { Enrichment } from './enrichment.ts';
import { joinAtUrl } from './join-at-url.ts';
import { CLOCK_ERROR_MS } from './join-network-log.ts';
import type { Later } from './pace.ts';
import { createSlices } from './slices.ts';
import { createUrlIndex, type ExchangesByUrl, NONE } from './url-index.ts';

/** Reads the entries of DevTools' network log, which are as the browser hands them over. */
export interface EntryReader {
  /** Which request it is about: little work. Null for what isn't an entry. */
  glance(raw: unknown): Pick<NetworkEntry, 'url' | 'startedAt'> | null;
  /** Null for what isn't of interest. */
  read(raw: unknown): NetworkEntry | null;
}

/**
 * @param log all that is in it
 * @param recorded all exchanges, as recorded
 * @param urls whose exchanges are asked for
 * @returns what it adds to those, by exchange id; null where that is nothing. What began before the log isn't in it.
 */
export type ReadNetworkLog = (
  log: readonly unknown[],
  recorded: readonly Exchange[],
  urls: ReadonlySet<string>,
) => Promise<ReadonlyMap<string, Enrichment | null>>;

/** In slices; one log at a time. Only entries that can tell something are read in full. */
export function createLogReader({ glance, read }: EntryReader, later: Later): ReadNetworkLog {
  const slices = createSlices<() => Steps<void> | void>(
    later,
    (job) => job(),
    () => undefined,
  );
  const indexByUrl = createUrlIndex();
  return (log, recorded, urls) => {
    let exchangesOf: ExchangesByUrl = NONE;
    const entries = new Map<string, NetworkEntry[]>();
    const learned = new Map<string, Enrichment | null>();
    let beginsAt = Number.POSITIVE_INFINITY;

    function* index(): Steps<void> {
      exchangesOf = yield* indexByUrl(recorded);
    }

    function take(raw: unknown): void {
      const seen = glance(raw);
      if (seen === null) return;
      beginsAt = Math.min(beginsAt, seen.startedAt);
      const entry = isAround(seen.url) ? read(raw) : null;
      if (entry !== null) entries.set(entry.url, [...(entries.get(entry.url) ?? []), entry]);
    }

    /** A redirected request is at other URLs too, and what it got there depends on who else was there. */
    function isAround(url: string): boolean {
      if (urls.has(url)) return true;
      return exchangesOf.get(url)?.some(({ hops }) => hops.some((hop) => urls.has(hop.url))) === true;
    }

    function join(url: string): void {
      const found = joinAtUrl(url, {
        exchangesOf,
        entriesOf: (each) => entries.get(each) ?? [],
        completeAfter: beginsAt - CLOCK_ERROR_MS,
      });
      for (const [id, more] of found) learned.set(id, more);
    }

    return new Promise((resolve) => {
      slices.start([
        index,
        ...log.map((raw) => () => take(raw)),
        ...[...urls].map((url) => () => join(url)),
        () => resolve(learned),
      ]);
    });
  };
}
