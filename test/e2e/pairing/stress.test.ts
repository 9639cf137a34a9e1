import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../../src/model/exchange.ts';
import type { BrowserPage, RealBrowser } from '../../browsers/browser.ts';
import { launchWithExtension } from '../../browsers/with-extension.ts';
import { ENGINES, exportOf, openPanelOf } from '../session.ts';
import { judgePairs } from './judge-pairs.ts';
import { planStress, type StressRequest, TABS } from './stress-plan.ts';
import { type Protocol, type StressSite, startStressSite } from './stress-server.ts';

const PROTOCOLS: readonly Protocol[] = ['HTTP/1.1', 'HTTP/2'];
const PLANNED = planStress(50);

describe.each(ENGINES)('hundreds of preflighted requests at once, in %s', (engine) => {
  let browser: RealBrowser;

  beforeAll(async () => {
    browser = await launchWithExtension(engine, { trustsEveryone: true });
  });

  afterAll(() => browser?.close());

  it.each(PROTOCOLS)('no preflight is paired with another’s request over %s', async (protocol) => {
    const site = await startStressSite(protocol, PLANNED);
    try {
      const tabs = await Promise.all(
        Array.from({ length: TABS }, async (_, tab) => {
          const page = await browser.openPage(`${site.page}/`);
          return { page, planned: PLANNED.filter((each) => each.tab === tab) };
        }),
      );
      const panels: BrowserPage[] = [];
      for (const { page } of tabs) panels.push(await openPanelOf(browser, page));
      await Promise.all(tabs.map(({ page, planned }) => send(page, site, planned)));
      for (const [index, { page, planned }] of tabs.entries()) {
        const panel = panels[index];
        if (panel === undefined) throw new Error('Every tab has its panel');
        const exchanges = await recordedIn(panel, site, planned);
        const judged = judgePairs(exchanges, planned, site.preflighted);
        expect(judged).toMatchObject({ wrong: [], misstated: [], missing: [], misplaced: [] });
        expect(judged.likely, 'some have nothing that tells them apart').toBeGreaterThan(0);
        expect(judged.known).toBeGreaterThan(planned.length / 2);
        await Promise.all([panel.close(), page.close()]);
      }
    } finally {
      await site.close();
    }
  });
});

/** Starts all requests of a tab, those of a frame in one go, and waits until each has ended. */
async function send(page: BrowserPage, site: StressSite, planned: readonly StressRequest[]): Promise<void> {
  const frames = [0, 1, 2].map((frame) =>
    planned
      .filter((each) => each.frame === frame)
      .map(({ number, method, path, header, behaviour }) => ({
        url: site.api + path,
        method,
        header,
        abortAfter: behaviour === 'aborted' ? 5 + (number % 30) : null,
      })),
  );
  await page.evaluate(async (all: typeof frames) => {
    const done = new Promise<void>((resolve) => {
      let left = all.length;
      addEventListener('message', ({ data }) => {
        if (data === 'done' && --left === 0) resolve();
      });
    });
    [window, ...Array.from(window.frames)].forEach((each, index) => {
      each.postMessage(all[index], '*');
    });
    await done;
  }, frames);
}

/** What was recorded, once all of it has ended. Firefox tells nothing of a request that is given up at once. */
async function recordedIn(
  panel: BrowserPage,
  site: StressSite,
  planned: readonly StressRequest[],
): Promise<readonly Exchange[]> {
  const wanted = planned
    .filter(({ behaviour }) => behaviour !== 'aborted')
    .map(({ method, path }) => `${method} ${site.api}${path}`);
  await panel.waitFor(
    (names: readonly string[]) => {
      type Row = { readonly verdict: string; readonly method: string; readonly url: string };
      const rows = (globalThis as { corsLens?: { rows(): Row[] } }).corsLens?.rows() ?? [];
      const left = rows.map(({ method, url }) => `${method} ${url}`).sort();
      const isThere = [...names].sort().every((name) => {
        while (left.length > 0 && (left[0] ?? '') < name) left.shift();
        return left.shift() === name;
      });
      return isThere && rows.every(({ verdict }) => verdict !== 'pending');
    },
    [wanted],
    { timeoutMs: 30_000, what: `${wanted.length} requests to have ended` },
  );
  const report: { readonly exchanges: readonly Exchange[] } = JSON.parse(await exportOf(panel, 'json'));
  return report.exchanges;
}
