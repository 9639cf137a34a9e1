import { effect } from '@preact/signals';
import type { Exchange, Preflight } from '../../model/exchange.ts';
import { MAX_EXCHANGES_PER_TAB } from '../../model/limits.ts';
import { changesBetween } from '../in-order.ts';
import type { Later } from './pace.ts';
import type { PanelState } from './panel-state.ts';
import { createLogReader, type EntryReader } from './read-network-log.ts';

/**
 * How long after an exchange has ended its entry is looked for: by then the panel has heard of the exchanges that ran at
 * that time, because the background sends them every 100 ms. The log may come later, so each next look waits twice as long.
 */
const FIRST_LOOK_MS = 300;

/** An entry that isn't there after 300, 600, 1,200 and 2,400 ms will not come. */
const MOST_LOOKS = 4;

/**
 * How many exchanges of which nobody wants to know are looked for besides, the newest: as many as a tab keeps. To look
 * for all of more at once would hold up the panel.
 */
const MOST_UNWANTED = MAX_EXCHANGES_PER_TAB;

/** The log comes whole, and DevTools write all of it up each time: that may take this share of the time. */
const SHARE = 1 / 10;

/** A report is written with what is known by then. */
const PATIENCE_MS = 2_000;

/** DevTools' network log, as the browser hands it over. */
export interface NetworkLog extends EntryReader {
  /** All that is in it by now. Never rejects. */
  ask(): Promise<readonly unknown[]>;
}

/** All times here are milliseconds since the epoch, as in exchanges. */
interface Looks {
  readonly next: number;
  readonly count: number;
}

/**
 * Adds to the exchanges what DevTools' network log knows of them, when somebody wants to know: what the rules need of a
 * request that failed, the script of the one that is selected, and of all before they are exported. What an answer tells
 * of others is kept, too. Nobody wants anything of a page that works. To be told of each request that ends would cost
 * Chromium's DevTools more than the request itself.
 *
 * @returns asks for whatever is missing. Resolves when that is known, as far as the log has it; soon in any case.
 */
export function askNetworkLog(
  state: Pick<PanelState, 'recorded' | 'exchanges' | 'selected' | 'learnFromNetworkLog'>,
  log: NetworkLog,
  later: Later,
): () => Promise<void> {
  const readLog = createLogReader(log, later);
  const looksAt = new WeakMap<Exchange, Looks>();
  let underway: Promise<void> | null = null;
  let restsUntil = 0;
  let plannedFor = Number.POSITIVE_INFINITY;
  /** What has been recorded since the log was last asked was looked at up to here. */
  let known: readonly Exchange[] = [];
  /** When that was. */
  let askedAt = Number.NEGATIVE_INFINITY;
  /** All exchanges as they were last looked at, and those of them whose reason is worth another look. */
  let seen: readonly Exchange[] = [];
  const unexplained = new Set<Exchange>();
  /** None of those is due before; where some are gone, maybe none is by then. Milliseconds since the epoch. */
  let soonest = Number.POSITIVE_INFINITY;
  /** Where more ran at that time than was known then: what was found may be another's. */
  const doubtful = new Set<string>();

  function plan(): void {
    noticeLatecomers();
    noticeChanges();
    const at = Math.max(dueAt(), restsUntil);
    if (underway !== null || at >= plannedFor) return;
    plannedFor = at;
    later(wake, Math.max(at - Date.now(), 0));
  }

  function wake(): void {
    plannedFor = Number.POSITIVE_INFINITY;
    if (underway !== null) return;
    soonest = soonestOf(unexplained);
    if (Math.max(dueAt(), restsUntil) <= Date.now()) void ask(false);
    else plan();
  }

  /** When somebody wants to know; Infinity for nobody. */
  function dueAt(): number {
    if (doubtful.size > 0) return 0;
    const selected = state.selected.peek();
    return Math.min(soonest, soonestOf(selected !== null && lacksScript(selected) ? [selected] : []));
  }

  function soonestOf(exchanges: Iterable<Exchange>): number {
    let at = Number.POSITIVE_INFINITY;
    for (const exchange of exchanges) {
      const { next, count } = looksOf(exchange);
      if (count < MOST_LOOKS) at = Math.min(at, next);
    }
    return at;
  }

  /** Those of which somebody wants to know more. */
  function wanted(): Iterable<Exchange> {
    const selected = state.selected.peek();
    return selected !== null && lacksScript(selected) ? [selected, ...unexplained] : unexplained;
  }

  function noticeChanges(): void {
    const exchanges = state.exchanges.peek();
    const { come, gone } = changesBetween(seen, exchanges);
    seen = exchanges;
    for (const exchange of gone) unexplained.delete(exchange);
    for (const exchange of come) {
      const { next, count } = looksOf(exchange);
      if (!lacksReason(exchange) || count >= MOST_LOOKS) continue;
      unexplained.add(exchange);
      soonest = Math.min(soonest, next);
    }
  }

  /** An exchange that has changed is another. */
  function looksOf(exchange: Exchange): Looks {
    return looksAt.get(exchange) ?? { next: endOf(exchange) + FIRST_LOOK_MS, count: 0 };
  }

  function countLook(exchange: Exchange): void {
    const count = looksOf(exchange).count + 1;
    looksAt.set(exchange, { next: Date.now() + FIRST_LOOK_MS * 2 ** count, count });
    if (count >= MOST_LOOKS) unexplained.delete(exchange);
  }

  function noticeLatecomers(): void {
    if (askedAt < 0) return;
    const recorded = state.recorded.peek();
    const { come, gone } = changesBetween(known, recorded);
    known = recorded;
    const changed = new Set(gone.map(({ id }) => id));
    const late = come.filter(({ id, startedAt }) => startedAt < askedAt - FIRST_LOOK_MS && !changed.has(id));
    for (const url of late.flatMap(urlsOf)) doubtful.add(url);
  }

  function ask(forExport: boolean): Promise<void> {
    underway ??= askAndLearn(forExport).finally(() => {
      underway = null;
      plan();
    });
    return underway;
  }

  async function askAndLearn(forExport: boolean): Promise<void> {
    askedAt = Date.now();
    const settled = askedAt - FIRST_LOOK_MS;
    const answer = await log.ask();
    const recorded = state.recorded.peek();
    known = recorded;
    const all = state.exchanges.peek();
    const candidates = forExport ? all : [...new Set([...wanted(), ...all.slice(-MOST_UNWANTED)])];
    const asked = candidates.filter(
      (exchange) =>
        isOpen(exchange) && endOf(exchange) <= settled && (forExport || looksOf(exchange).count < MOST_LOOKS),
    );
    const urls = new Set([...doubtful, ...asked.flatMap(urlsOf)]);
    doubtful.clear();
    for (const exchange of asked) countLook(exchange);
    soonest = soonestOf(unexplained);
    state.learnFromNetworkLog(await readLog(answer, recorded, urls));
    const now = Date.now();
    restsUntil = now + (now - askedAt) * (1 / SHARE - 1);
  }

  effect(() => {
    void [state.recorded.value, state.exchanges.value, state.selected.value];
    plan();
  });
  return async () => {
    await underway;
    if (!state.exchanges.peek().some(isOpen)) return;
    await Promise.race([ask(true), new Promise<void>((resolve) => later(resolve, PATIENCE_MS))]);
  };
}

/** Whether the log may tell something of it. */
function isOpen(exchange: Exchange): boolean {
  return lacksReason(exchange) || lacksScript(exchange);
}

function lacksScript(exchange: Exchange): boolean {
  return exchange.startedBy === undefined && isLogged(exchange);
}

/** A request that its preflight kept from being sent has headers that nobody was shown, and maybe an error that says more. */
function lacksReason(exchange: Exchange): boolean {
  const { hops } = exchange;
  const [{ preflight, request, unsentRequest, response }] = hops;
  const wasNeverSent = preflight !== undefined && request === undefined && response === undefined;
  return (
    ((wasNeverSent && unsentRequest === undefined) ||
      hops.some((hop) => hop.preflight?.error !== undefined && isUnexplained(hop.preflight))) &&
    isLogged(exchange)
  );
}

function isUnexplained({ response, errorFrom }: Preflight): boolean {
  return response === undefined && errorFrom === undefined;
}

/** It has ended, and isn't a shared or service worker's: those have logs of their own. */
function isLogged({ outcome, tabId }: Exchange): boolean {
  return outcome.state !== 'pending' && tabId >= 0;
}

function endOf({ outcome }: Exchange): number {
  return outcome.state === 'pending' ? Number.POSITIVE_INFINITY : outcome.at;
}

function urlsOf({ hops }: Exchange): readonly string[] {
  return hops.map(({ url }) => url);
}
