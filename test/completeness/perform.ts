import { OPAQUE_ORIGIN } from '../../src/model/origin.ts';
import type { Report } from '../../src/report/report.ts';
import type { BrowserDocument, BrowserPage } from '../browsers/browser.ts';
import { exportOf } from '../e2e/session.ts';
import { groupBy } from '../oracle/live/group-by.ts';
import { type Case, placeOf } from './case.ts';
import type { Recorded } from './compare.ts';
import type { ContextWindow, Learned, Order } from './context-script.ts';
import { CONTEXTS, type ContextId } from './contexts.ts';
import type { Servers } from './server.ts';

/** The cases as orders for a context. */
export function ordersFor(cases: readonly Case[], servers: Servers): readonly Order[] {
  return cases.map((played) => ({
    kind: played.kind,
    url: servers.urlOf(played, 0),
    init: played.init ?? {},
    crossOrigin: played.crossOrigin ?? 'anonymous',
    times: played.times ?? 1,
  }));
}

/** Makes all requests, from all contexts at once; gives what each context learned, by the case's id. */
export async function performAll(
  page: BrowserPage,
  cases: readonly Case[],
  servers: Servers,
): Promise<ReadonlyMap<string, Learned>> {
  const learned = new Map<string, Learned>();
  const byContext = [
    ...groupBy(cases, ({ from }) => (CONTEXTS[from].place === 'main-frame' ? 'page' : from)),
  ];
  await Promise.all(
    byContext.map(async ([context, mine]) => {
      const results = await page.evaluate(
        (name: string, orders: readonly Order[]) => (globalThis as ContextWindow).order?.(name, orders) ?? [],
        context,
        ordersFor(mine, servers),
      );
      for (const [index, { id }] of mine.entries()) learned.set(id, results[index] ?? 'untold');
    }),
  );
  return learned;
}

/** What the panel has, by the case's id; under `` what belongs to none. */
export async function recordedBy(panel: BrowserDocument): Promise<ReadonlyMap<string, readonly Recorded[]>> {
  const report = JSON.parse(await exportOf(panel, 'json')) as Report;
  const recorded = report.exchanges.map((exchange, index) => ({
    exchange,
    verdict: report.diagnoses[index]?.verdict ?? '',
  }));
  return groupBy(recorded, ({ exchange }) => placeOf(exchange.hops[0].url)?.id ?? '');
}

/** The serialised origin of a context. */
export function originOf(context: ContextId, { origins }: Servers): string {
  const { origin } = CONTEXTS[context];
  return origin === 'opaque' ? OPAQUE_ORIGIN : origins[origin === 'elsewhere' ? 'other' : origin];
}
