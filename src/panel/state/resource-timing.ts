import type { Exchange } from '../../model/exchange.ts';
import type { ResourceTiming } from '../../platform/resource-timing.ts';
import { groupBy } from '../group-by.ts';

/** The page's clock and the recorder's each count whole milliseconds, so that they differ by up to that. */
const CLOCK_ERROR_MS = 2;

/**
 * A request that is aborted in the very moment of its answer looks blocked in both accounts (measured: completed, and
 * no status). Pages that do so, such as a search while you type, also read an answer of that address around that time:
 * then the refusal is in doubt.
 */
const SAME_USE_MS = 10_000;

/**
 * Joins what the browser recorded with what the page's own Resource Timing says of the same requests: whether script
 * could read the response, by exchange id. A join that could be another's is not made.
 *
 * A request is recorded while its entry runs, however busy the browser is: its start lies between the entry's start and
 * end (measured in Firefox 153, with delays of up to 156 ms). So each entry that has the exchange's URL and ran at its
 * start can be the one. The answer counts if all of those agree, and if there are enough entries for all exchanges
 * around: otherwise some are missing (not written yet, the buffer was full, another document's), maybe the right one.
 *
 * @param exchanges all that were recorded, settled or not: they tell whose entries are there
 * @param timings of the document in the main frame, in any order
 * @see https://www.w3.org/TR/resource-timing/#dom-performanceresourcetiming-responsestatus
 */
export function readableByTiming(
  exchanges: readonly Exchange[],
  timings: readonly ResourceTiming[],
): ReadonlyMap<string, boolean> {
  const readable = new Map<string, boolean>();
  const entriesOf = groupBy(timings, ({ url }) => url);
  const readings = groupBy(
    timings.filter(({ status }) => status > 0),
    ({ url }) => addressOf(url),
  );
  for (const [url, asked] of groupBy(exchanges.filter(isOfMainDocument), ({ hops }) => hops[0].url)) {
    const others = readings.get(addressOf(url)) ?? [];
    for (const entries of overlapping(entriesOf.get(url) ?? [])) {
      const around = asked.filter((exchange) => entries.some((entry) => ranAtStartOf(exchange, entry)));
      if (around.length > entries.length) continue;
      for (const exchange of around) {
        const answer = agreed(entries.filter((entry) => ranAtStartOf(exchange, entry)));
        if (answer === null || exchange.outcome.state !== 'completed') continue;
        if (!answer && others.some((entry) => isSameUse(exchange, entry))) continue;
        readable.set(exchange.id, answer);
      }
    }
  }
  return readable;
}

/** Workers and other frames keep timings of their own; in Firefox a worker's request has no document. */
function isOfMainDocument({ tabId, frameId, documentId }: Exchange): boolean {
  return tabId >= 0 && frameId === 0 && documentId !== undefined;
}

function ranAtStartOf({ startedAt }: Exchange, entry: ResourceTiming): boolean {
  return startedAt >= entry.startedAt - CLOCK_ERROR_MS && startedAt <= entry.endedAt + CLOCK_ERROR_MS;
}

/** Entries of one URL in groups: an exchange's start lies in entries of one group only. */
function overlapping(entries: readonly ResourceTiming[]): readonly (readonly ResourceTiming[])[] {
  const groups: ResourceTiming[][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const entry of entries.toSorted((a, b) => a.startedAt - b.startedAt)) {
    const group = groups.at(-1);
    if (group !== undefined && entry.startedAt - end <= 2 * CLOCK_ERROR_MS) group.push(entry);
    else groups.push([entry]);
    end = Math.max(end, entry.endedAt);
  }
  return groups;
}

/** Whether script could read the response, if all of the entries say the same; else null. */
function agreed(entries: readonly ResourceTiming[]): boolean | null {
  const readable = entries.filter(({ status }) => status > 0).length;
  if (readable > 0 && readable < entries.length) return null;
  return readable > 0;
}

function isSameUse({ startedAt }: Exchange, entry: ResourceTiming): boolean {
  return Math.abs(entry.startedAt - startedAt) <= SAME_USE_MS;
}

/** A URL without its query. */
function addressOf(url: string): string {
  return /^[^?]*/.exec(url)?.[0] ?? url;
}
