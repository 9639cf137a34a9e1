import { effect } from '@preact/signals';
import type { Exchange } from '../../model/exchange.ts';
import type { Steps } from '../../model/steps.ts';
import type { NetworkEntry } from '../../platform/network-log.ts';
import { changesBetween } from '../in-order.ts';
import type { Enrichment } from './enrichment.ts';
import { joinAtUrl } from './join-at-url.ts';
import { NetworkEntries } from './network-entries.ts';
import type { Later } from './pace.ts';
import type { PanelState } from './panel-state.ts';
import { createSlices } from './slices.ts';
import { createUrlIndex, type ExchangesByUrl, NONE } from './url-index.ts';

/**
 * How often it is worked on, and so how long an entry waits at least. By then the panel has heard of the exchanges that
 * ran at that time: the background sends them every 100 ms, the log often comes later.
 */
const INTERVAL_MS = 300;

/** DevTools' network log, as the browser hands it over. */
export interface NetworkLog {
  /** Calls back once, first, with what is in the log by now, and from then on with each request that ends. */
  watch(onEarlier: (raw: readonly unknown[]) => void, onFinished: (raw: unknown) => void): void;
  /** Null for what isn't of interest. */
  read(raw: unknown): NetworkEntry | null;
}

interface RawEntry {
  readonly raw: unknown;
  readonly earlier: boolean;
}

type Job = { readonly read: RawEntry } | { readonly join: string } | { readonly index: readonly Exchange[] };

/**
 * Adds to the exchanges what DevTools' network log knows of them, as both come in: in Firefox, where every response may
 * have header lines that webRequest doesn't show. It works on URLs: those of which there
 * is a new entry or a changed exchange are joined anew. In slices, and never while nothing changes.
 */
export function followNetworkLog(
  state: Pick<PanelState, 'recorded' | 'learnFromNetworkLog'>,
  log: NetworkLog,
  later: Later,
): void {
  const entries = new NetworkEntries();
  let arrived: RawEntry[] = [];
  let read: { readonly entry: NetworkEntry; readonly earlier: boolean }[] = [];
  const indexByUrl = createUrlIndex();
  let known: readonly Exchange[] = [];
  let exchangesOf: ExchangesByUrl = NONE;
  let learned = new Map<string, Enrichment | null>();
  let planned = false;
  const slices = createSlices<Job>(later, work, () => {
    if (learned.size > 0) state.learnFromNetworkLog(learned);
    learned = new Map();
    plan();
  });

  function plan(): void {
    if (planned) return;
    if (known === state.recorded.peek() && arrived.length === 0 && read.length === 0) return;
    planned = true;
    later(start, INTERVAL_MS);
  }

  function start(): void {
    planned = false;
    if (slices.left() > 0) return;
    const urls = new Set<string>();
    for (const { entry, earlier } of read) {
      entries.add(entry, earlier);
      urls.add(entry.url);
    }
    const recorded = state.recorded.peek();
    for (const { hops } of changesBetween(known, recorded).come) {
      for (const { url } of hops) urls.add(url);
    }
    known = recorded;
    const jobs: Job[] = [...urls].map((url) => ({ join: url }));
    slices.start([{ index: recorded }, ...jobs, ...arrived.map((each) => ({ read: each }))]);
    read = [];
    arrived = [];
  }

  function work(job: Job): Steps<void> | void {
    if ('index' in job) return index(job.index);
    if ('join' in job) join(job.join);
    else {
      const entry = log.read(job.read.raw);
      if (entry !== null) read.push({ entry, earlier: job.read.earlier });
    }
  }

  function* index(recorded: readonly Exchange[]): Steps<void> {
    exchangesOf = yield* indexByUrl(recorded);
  }

  function join(url: string): void {
    if (!exchangesOf.has(url)) return;
    const found = joinAtUrl(url, {
      exchangesOf,
      entriesOf: (each) => entries.of(each),
      completeAfter: entries.completeAfter,
    });
    for (const [id, more] of found) learned.set(id, more);
  }

  effect(() => {
    void state.recorded.value;
    plan();
  });
  log.watch(
    (raw) => {
      arrived = [...raw.map((each) => ({ raw: each, earlier: true })), ...arrived];
      plan();
    },
    (raw) => {
      arrived.push({ raw, earlier: false });
      plan();
    },
  );
}
