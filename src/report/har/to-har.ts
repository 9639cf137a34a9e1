import type { Exchange, Hop, Preflight } from '../../model/exchange.ts';
import type { Report } from '../report.ts';
import { type HarPage, toHarTime } from './har.ts';
import { type EntryContext, preflightEntry, requestEntry } from './har-entries.ts';

/** A hop or a preflight, with where it is in the report. */
interface Place {
  readonly exchange: Exchange;
  /** The hop's place in the exchange. */
  readonly index: number;
  readonly hop: Hop;
  /** The hop's preflight, if it is that; null if it is the hop itself. */
  readonly preflight: Preflight | null;
  /** Whole milliseconds since the epoch: what a HAR's times are compared by. */
  readonly at: number;
}

/**
 * The report as HAR 1.2, in parts, each an entry: one for every hop and one for every preflight, in the order of time.
 * Nothing of bodies or cookies is in it, because nothing of them is recorded.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export function* toHar(report: Report): Iterable<string> {
  const places = report.exchanges.flatMap(placesOf).sort((one, other) => one.at - other.at);
  const requestIds = new Map<Hop, string>();
  for (const [index, { hop, preflight }] of places.entries()) {
    if (preflight === null) requestIds.set(hop, requestIdOf(index));
  }
  const pages = pagesOf(places);
  const diagnoses = new Map(report.diagnoses.map((each) => [each.exchange, each]));
  yield headOf(report, [...pages.values()]);
  for (const [index, { exchange, index: hopIndex, hop, preflight }] of places.entries()) {
    const { page } = exchange;
    const context: EntryContext = {
      exchange,
      index: hopIndex,
      diagnosis: diagnoses.get(exchange.id),
      pageref: page === undefined ? undefined : pages.get(page)?.id,
      id: requestIdOf(index),
    };
    const entry =
      preflight === null
        ? requestEntry(context, hop)
        : preflightEntry(context, hop, preflight, requestIds.get(hop) ?? '');
    yield `${index === 0 ? '' : ','}\n${JSON.stringify(entry, null, 2)}`;
  }
  yield '\n]}}\n';
}

/** How Chromium's DevTools call the requests of a HAR that they import: by their place in the order of time. */
function requestIdOf(index: number): string {
  return `har-${index}`;
}

/** A request is before its preflight where the clock gives one time. */
function placesOf(exchange: Exchange): readonly Place[] {
  return exchange.hops.flatMap((hop, index): Place[] => {
    const { preflight, startedAt } = hop;
    const own = { exchange, index, hop };
    const request = { ...own, preflight: null, at: Math.floor(startedAt) };
    if (preflight === undefined) return [request];
    return [request, { ...own, preflight, at: Math.floor(preflight.startedAt) }];
  });
}

/** One for each page's URL; it began when its first request did, as far as is known. */
function pagesOf(places: readonly Place[]): ReadonlyMap<string, HarPage> {
  const pages = new Map<string, HarPage>();
  for (const { exchange, at } of places) {
    const { page } = exchange;
    if (page === undefined || pages.has(page)) continue;
    pages.set(page, {
      startedDateTime: toHarTime(at),
      id: `page_${pages.size + 1}`,
      title: page,
      pageTimings: { onContentLoad: -1, onLoad: -1 },
    });
  }
  return pages;
}

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' } as const;

/** All that is before the first entry. */
function headOf({ browser, extensionVersion, createdAt }: Report, pages: readonly HarPage[]): string {
  const log = {
    version: '1.2',
    creator: { name: 'CORS Lens', version: extensionVersion },
    ...(browser === null ? {} : { browser: { name: BROWSERS[browser.engine], version: browser.version } }),
    pages,
    comment:
      'Cross-origin requests only. Secrets are masked, bodies were not recorded. What CORS Lens says of a request is in the field _corsLens of its entry.',
    _corsLens: { version: extensionVersion, createdAt },
  };
  return `${JSON.stringify({ log }, null, 2).replace(/\s*\}\s*\}$/, '')},\n"entries": [`;
}
