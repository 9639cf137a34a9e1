import type { Page } from 'playwright';
import type { PageWork, WatchedWork } from './browser.ts';
import type { ProtocolChannel } from './chromium-channel.ts';

/** An event of a trace, as far as it is looked at; times are in microseconds. */
interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Of the time, what the thread had the processor. */
  readonly tdur?: number;
  readonly args: { readonly beginData?: { readonly dirtyObjects: number; readonly totalObjects: number } };
}

const MARK = 'watched-work';
const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
];

/** Records what the page's main thread does from now on. Chromium records one trace at a time. */
export async function watchChromiumWork(browser: ProtocolChannel, page: Page): Promise<WatchedWork> {
  const events: TraceEvent[] = [];
  let ended: () => void = () => undefined;
  const stopListening = browser.onEvent((method, params) => {
    if (method === 'Tracing.dataCollected')
      events.push(...(params as { readonly value: TraceEvent[] }).value);
    if (method === 'Tracing.tracingComplete') ended();
  });
  await browser.send('Tracing.start', { traceConfig: { includedCategories: CATEGORIES } });
  // The trace counts from another moment than the page: of this one both are known.
  const markedAt = await page.evaluate((name) => performance.mark(name).startTime, MARK);

  return async () => {
    const complete = new Promise<void>((resolve) => {
      ended = resolve;
    });
    await browser.send('Tracing.end');
    await complete;
    stopListening();
    return workOf(events, markedAt);
  };
}

function workOf(events: readonly TraceEvent[], markedAt: number): PageWork {
  const mark = events.find(({ name }) => name === MARK);
  if (mark === undefined) throw new Error('The trace lacks the page');
  const ofPage = events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
  const startOf = ({ ts }: TraceEvent): number => markedAt + (ts - mark.ts) / 1_000;
  return {
    tasks: ofPage
      .filter(({ name, dur }) => name === 'RunTask' && dur !== undefined)
      .map((event) => ({
        startedAt: startOf(event),
        took: (event.dur ?? 0) / 1_000,
        onProcessor: Math.min(event.dur ?? 0, event.tdur ?? Number.POSITIVE_INFINITY) / 1_000,
      })),
    layouts: ofPage.flatMap((event) => {
      const data = event.name === 'Layout' ? event.args.beginData : undefined;
      return data === undefined ? [] : [{ startedAt: startOf(event), boxes: data.dirtyObjects }];
    }),
  };
}
