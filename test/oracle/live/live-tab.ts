import type { Exchange } from '../../../src/model/exchange.ts';
import type { Report } from '../../../src/report/report.ts';
import type { RealBrowser } from '../../browsers/browser.ts';
import type { CorsTruth } from '../../browsers/truth.ts';
import { exportOf, openPanelOf, rowOf } from '../../e2e/session.ts';
import { CANONICAL_PORTS, ORIGINS, PAGE_URL, type Ports, pathOf, relocated } from './addresses.ts';
import type { OracleCase } from './oracle-case.ts';
import type { PageRequest, PageResult, PageWindow } from './page-script.ts';
import type { Stage } from './stage.ts';

/** Everything that was said and recorded of the cases that a tab has played. */
export interface Told {
  readonly results: readonly PageResult[];
  readonly said: readonly CorsTruth[];
  readonly recorded: readonly Exchange[];
}

/** A tab that sends requests, with our panel on it. */
export interface LiveTab {
  /** How many cases it has played. */
  readonly used: number;
  /** Sends the requests of cases that are on the stage; what is told may be about earlier ones, too. */
  play(cases: readonly OracleCase[], lastIds: readonly [string, string]): Promise<Told>;
  close(): Promise<void>;
}

export async function openLiveTab(browser: RealBrowser, stage: Stage): Promise<LiveTab> {
  const { ports } = stage;
  const page = await browser.openPage(here(PAGE_URL, ports));
  const truth = await browser.observeTruth(page);
  await page.evaluate(() => (globalThis as PageWindow).addFrame?.());
  const panel = await openPanelOf(browser, page);
  let used = 0;

  function send(cases: readonly OracleCase[]): Promise<readonly PageResult[]> {
    const requests = cases.map(
      ({ id, page: { kind }, request }): PageRequest => ({ id, opaque: kind === 'opaque', request }),
    );
    return page.evaluate(
      (all: readonly PageRequest[]) => (globalThis as PageWindow).play?.(all) ?? [],
      requests,
    );
  }

  return {
    get used() {
      return used;
    },
    async play(cases, [lastId, lastOpaqueId]) {
      used += cases.length;
      const results = await send(cases);
      // What a browser says and reports comes in order: once the last of all has been told, so has all before it.
      const last = [lastCase(lastId, false, ports), lastCase(lastOpaqueId, true, ports)];
      for (const each of last) stage.put(each);
      await send(last);
      for (const { request } of last) await truth.failureOf(request.url);
      for (const { request } of last) await rowOf(panel, request.url);
      const report = JSON.parse(await exportOf(panel, 'json')) as Report;
      return { results, said: await truth.failures(), recorded: report.exchanges };
    },
    async close() {
      await truth.stop();
      await panel.close();
      await page.close();
    },
  };
}

/** The URL on the ports that are really listened on. */
export function here(url: string, ports: Ports): string {
  return relocated(url, { id: '', ports: CANONICAL_PORTS }, { id: '', ports });
}

/** A request that is refused for certain, with a message of its own. */
function lastCase(id: string, opaque: boolean, ports: Ports): OracleCase {
  return {
    id,
    group: 'last',
    note: '',
    page: {
      origin: opaque ? 'null' : here(ORIGINS.page, ports),
      kind: opaque ? 'opaque' : 'normal',
      url: '',
    },
    request: {
      api: 'fetch',
      url: here(`${ORIGINS.crossSite}${pathOf(id, 0)}`, ports),
      method: 'GET',
      headers: [],
      mode: 'cors',
      credentials: 'same-origin',
      redirect: 'follow',
    },
    server: { preflight: { status: 204, headers: [] }, responses: [{ status: 200, headers: [] }] },
  };
}
