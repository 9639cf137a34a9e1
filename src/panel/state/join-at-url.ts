import type { Exchange } from '../../model/exchange.ts';
import type { NetworkEntry } from '../../platform/network-log.ts';
import type { Enrichment } from './enrichment.ts';
import { joinNetworkLog } from './join-network-log.ts';
import type { ExchangesByUrl } from './url-index.ts';

/** What was recorded, and what is known of the network log. */
export interface RecordedAndLogged {
  /** All that were recorded, by each URL at which they were. */
  readonly exchangesOf: Pick<ExchangesByUrl, 'get'>;
  readonly entriesOf: (url: string) => readonly NetworkEntry[];
  /** From this time on (milliseconds since the epoch) no entry was dropped. */
  readonly completeAfter: number;
}

/**
 * What the log adds to the exchanges at one URL, by exchange id; null where that is nothing. Only those whose entries may
 * all be there: what was found of older ones stays.
 */
export function joinAtUrl(url: string, known: RecordedAndLogged): ReadonlyMap<string, Enrichment | null> {
  const asked = recentAt(url, known);
  const urls = urlsAround(url, known);
  const around = new Set([...urls].flatMap((each) => recentAt(each, known)));
  const found = joinNetworkLog([...around], [...urls].flatMap(known.entriesOf));
  return new Map(asked.map(({ id }) => [id, found.get(id) ?? null]));
}

/** A redirected request is at other URLs too, and what it got there depends on who else was there. */
export function urlsAround(
  url: string,
  known: Pick<RecordedAndLogged, 'exchangesOf' | 'completeAfter'>,
): ReadonlySet<string> {
  return new Set(recentAt(url, known).flatMap(({ hops }) => hops.map((hop) => hop.url)));
}

function recentAt(
  url: string,
  { exchangesOf, completeAfter }: Pick<RecordedAndLogged, 'exchangesOf' | 'completeAfter'>,
): readonly Exchange[] {
  return (exchangesOf.get(url) ?? []).filter(({ startedAt }) => startedAt > completeAfter);
}
