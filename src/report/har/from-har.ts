import * as v from 'valibot';
import type { Exchange } from '../../model/exchange.ts';
import { isSameOrigin } from '../../model/origin.ts';
import type { ReportProblem } from '../json/parse-report.ts';
import { MAX_EXCHANGES } from '../json/report-limits.ts';
import { type HarChain, joinRedirects } from './har-chains.ts';
import { type ExchangeContext, exchangeOf, exchangeOfPreflight } from './har-exchange.ts';
import { initiatorOf, pagesOf } from './har-initiator.ts';
import { pairPreflights } from './har-preflights.ts';
import { type HarRecord, recordOf } from './har-record.ts';
import { reasonToLeaveOut } from './har-request-type.ts';
import { harEntrySchema, harLogSchema, type RawHarEntry, type RawHarLog } from './har-schema.ts';
import { type HarSource, sourceOf } from './har-source.ts';
import { type HarUnknown, unknownsOf } from './har-unknowns.ts';
import { type LeftOut, LeftOutCount } from './left-out.ts';
import { ownExchanges } from './own-har.ts';

/** What was read of a HAR. */
export interface HarReport {
  /** The cross-origin requests, oldest first, secrets masked. */
  readonly exchanges: readonly Exchange[];
  /** Entries that are in none of them, counted by reason. */
  readonly leftOut: readonly LeftOut[];
  /** What the file doesn't say of them, and the explanation so can't take into account. */
  readonly unknown: readonly HarUnknown[];
  readonly source: HarSource;
}

export type ParsedHar =
  | ({ readonly ok: true } & HarReport)
  | { readonly ok: false; readonly problem: ReportProblem };

/** Entries that are read: each exchange may have a preflight, which is one of its own. */
export const MAX_HAR_ENTRIES = 2 * MAX_EXCHANGES;

/** The version that is known; any 1.x is alike enough. */
const KNOWN_VERSION = 1.2;

/** Whether a value claims to be a HAR. */
export function looksLikeHar(value: unknown): boolean {
  return v.is(v.object({ log: v.unknown() }), value);
}

/**
 * Reads a HAR, of whichever browser or proxy, out of what `JSON.parse` made of it. Nothing in it is trusted: an entry that
 * is none is left out and counted. Secrets are masked at once; bodies and cookies are not looked at. Never throws.
 */
export function fromHar(value: unknown): ParsedHar {
  const log = typeof value === 'object' && value !== null && 'log' in value ? value.log : undefined;
  const parsed = v.safeParse(harLogSchema, log);
  if (!parsed.success) {
    const hasEntries = typeof log === 'object' && log !== null && 'entries' in log;
    const at = typeof log === 'object' && log !== null ? 'log.entries' : 'log';
    return { ok: false, problem: { kind: 'damaged', at, what: hasEntries ? 'invalid' : 'missing' } };
  }
  const version = Number.parseFloat(String(parsed.output.version ?? KNOWN_VERSION));
  if (version >= 2) return { ok: false, problem: { kind: 'newer', version, known: KNOWN_VERSION } };
  return { ok: true, ...readLog(parsed.output) };
}

function readLog(log: RawHarLog): HarReport {
  const source = sourceOf(log);
  const leftOut = new LeftOutCount();
  leftOut.add('too-many', log.entries.length - MAX_HAR_ENTRIES);
  const entries = log.entries.slice(0, MAX_HAR_ENTRIES).flatMap((each): RawHarEntry[] => {
    const { success, output } = v.safeParse(harEntrySchema, each, { abortEarly: true });
    if (!success) leftOut.add('unreadable');
    return success ? [output] : [];
  });
  const all = entries.map((entry) => ({ entry, record: recordOf(entry, source.lines) }));
  all.sort((one, other) => one.record.startedAt - other.record.startedAt);
  const pages = pagesOf(
    log.pages ?? [],
    all.map(({ record }) => record),
  );
  const own = source.kind === 'cors-lens' ? ownExchanges(all.map(({ record }) => record)) : null;
  const foreign = own === null ? null : new Set(own.rest);
  const records = all.flatMap(({ entry, record }): HarRecord[] => {
    if (foreign !== null && !foreign.has(record)) return [];
    const reason = reasonToLeaveOut(record, {
      isWebSocket: entry._webSocketMessages !== undefined,
      isFromServiceWorker:
        entry.response?._fetchedViaServiceWorker === true || entry._fetchType === 'Service Worker',
    });
    if (reason !== null) leftOut.add(reason);
    return reason === null ? [record] : [];
  });
  const exchanges = [...(own?.exchanges ?? []), ...exchangesOf(records, { pages, source, leftOut })];
  exchanges.sort((one, other) => one.startedAt - other.startedAt);
  const kept = exchanges.slice(0, MAX_EXCHANGES);
  leftOut.add('too-many', exchanges.length - kept.length);
  return { exchanges: kept, leftOut: leftOut.list(), unknown: unknownsOf(kept, records, source), source };
}

interface ReadContext extends Pick<ExchangeContext, 'pages' | 'source'> {
  readonly leftOut: LeftOutCount;
}

function exchangesOf(
  records: readonly HarRecord[],
  { pages, source, leftOut }: ReadContext,
): readonly Exchange[] {
  const chains = joinRedirects(records.filter(({ askedMethod }) => askedMethod === null));
  const { ofHop, alone } = pairPreflights(
    records.filter(({ askedMethod }) => askedMethod !== null),
    chains,
  );
  const exchanges: Exchange[] = [];
  const contextFor = (initiator: string): ExchangeContext => {
    const id = `har-${exchanges.length + 1}`;
    return { id, initiator, pages, source, preflights: ofHop };
  };
  for (const chain of chains) {
    const initiator = initiatorOf(chain[0], ofHop.get(chain[0])?.record, pages);
    const entries = chain.length + chain.filter((hop) => ofHop.has(hop)).length;
    if (initiator === null) leftOut.add('no-initiator', entries);
    else if (isAllSameOrigin(chain, initiator)) leftOut.add('same-origin', entries);
    else exchanges.push(exchangeOf(chain, contextFor(initiator)));
  }
  for (const record of alone) {
    const initiator = initiatorOf(record, undefined, pages);
    if (initiator === null) leftOut.add('no-initiator');
    else exchanges.push(exchangeOfPreflight(record, contextFor(initiator)));
  }
  return exchanges;
}

/** As the recorder decides: a request that a redirect leads to another origin counts from its beginning. */
function isAllSameOrigin(chain: HarChain, initiator: string): boolean {
  return chain.every(
    ({ urlKey, redirect }) =>
      isSameOrigin(urlKey, initiator) && (redirect === null || isSameOrigin(redirect.urlKey, initiator)),
  );
}
