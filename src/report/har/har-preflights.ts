import type { Pairing } from '../../model/exchange.ts';
import { containsHeader } from '../../model/header-list.ts';
import type { HarChain } from './har-chains.ts';
import type { HarRecord } from './har-record.ts';

export interface PairedPreflight {
  readonly record: HarRecord;
  readonly pairing: Pairing;
}

export interface PairedPreflights {
  readonly ofHop: ReadonlyMap<HarRecord, PairedPreflight>;
  /** Preflights whose requests aren't in the HAR: they were never sent, and what wrote it saw only what was. */
  readonly alone: readonly HarRecord[];
}

/** Browsers send the request at once, and its preflight; a slow machine may take longer. */
const SENT_WITHIN_MS = 10_000;

/** Times are those of several clocks, and rounded. */
const CLOCK_SLACK_MS = 2;

/**
 * Gives each preflight to the request that it was sent for: the oldest to the same URL whose method is the one that it asks
 * for, which has no preflight yet and was open when the preflight began. Nothing in a HAR names the pair: Chromium's
 * `_initiator.requestId` is an id that no entry has.
 *
 * What is open is a matter of the tool. Firefox counts only the time on the network, so that a request which waits for its
 * preflight may seem over: then it is the newest that began before. Proxies see a request only once its preflight has
 * passed: then it is the oldest that follows.
 *
 * @param preflights in the order of time
 */
export function pairPreflights(
  preflights: readonly HarRecord[],
  chains: readonly HarChain[],
): PairedPreflights {
  const hops = hopsByKind(chains);
  const ofHop = new Map<HarRecord, PairedPreflight>();
  const alone: HarRecord[] = [];
  for (const record of preflights) {
    const kind = kindOf(record.askedMethod ?? '', record.urlKey);
    const possible = (hops.get(kind) ?? []).filter(
      (hop) => ofHop.get(hop)?.pairing.confidence !== 'certain' && !isLongOver(hop, record),
    );
    // What can't be of this preflight can't be of a later one.
    hops.set(kind, possible);
    const choice = choose(record, possible, ofHop);
    if (choice === null) alone.push(record);
    else ofHop.set(choice.hop, { record, pairing: choice.pairing });
  }
  return { ofHop, alone };
}

function hopsByKind(chains: readonly HarChain[]): Map<string, readonly HarRecord[]> {
  const hops = new Map<string, HarRecord[]>();
  for (const hop of chains.flat().sort((one, other) => one.startedAt - other.startedAt)) {
    const kind = kindOf(hop.method, hop.urlKey);
    const others = hops.get(kind);
    if (others === undefined) hops.set(kind, [hop]);
    else others.push(hop);
  }
  return hops;
}

function kindOf(method: string, urlKey: string): string {
  return `${method} ${urlKey}`;
}

/** @param possible of the kind that it asks for, in the order of time */
function choose(
  preflight: HarRecord,
  possible: readonly HarRecord[],
  ofHop: ReadonlyMap<HarRecord, PairedPreflight>,
): { readonly hop: HarRecord; readonly pairing: Pairing } | null {
  const passed = mayHavePassed(preflight);
  // A request that was answered was sent, which it isn't if its preflight fails.
  const fitting = possible.filter(({ response }) => passed || response === null);
  const begun = fitting.filter(({ startedAt }) => startedAt <= preflight.startedAt + CLOCK_SLACK_MS);
  const open = begun.filter(({ endedAt }) => endedAt >= preflight.startedAt);
  const groups = [open, begun.reverse(), passed ? fitting.filter((hop) => isSentAfter(hop, preflight)) : []];
  for (const candidates of groups) {
    const hop = candidates.find((each) => !ofHop.has(each));
    if (hop === undefined) continue;
    const confidence = candidates.length === 1 ? 'certain' : 'likely';
    return { hop, pairing: { confidence, candidates: candidates.length } };
  }
  return null;
}

function isLongOver({ startedAt, endedAt }: HarRecord, preflight: HarRecord): boolean {
  return Math.max(startedAt + SENT_WITHIN_MS, endedAt) + CLOCK_SLACK_MS < preflight.startedAt;
}

function isSentAfter({ startedAt }: HarRecord, { endedAt }: HarRecord): boolean {
  return startedAt >= endedAt - CLOCK_SLACK_MS && startedAt <= endedAt + SENT_WITHIN_MS;
}

function mayHavePassed({ response }: HarRecord): boolean {
  if (response === null || response.status < 200 || response.status > 299) return false;
  return containsHeader(response.headers, 'Access-Control-Allow-Origin');
}
