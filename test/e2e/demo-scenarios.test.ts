import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.ts';
import type { BrowserPage, DevToolsPanel, RealBrowser, TruthObserver } from '../browsers/browser.ts';
import { poll } from '../browsers/poll.ts';
import type { CorsTruth } from '../browsers/truth.ts';
import { launchDemoBrowser } from '../demo/demo-browser.ts';
import { type DemoSite, startDemo } from '../demo/demo-site.ts';
import type { Scenario } from '../demo/scenario.ts';
import { scenarioGroups } from '../demo/scenarios/index.ts';
import { ENGINES, exportOf, rowOf } from './session.ts';

interface DemoWindow {
  readonly corsLensDemo?: {
    run(id: string): Promise<{ outcome: 'resolves' | 'rejects'; detail: string; url: string }>;
  };
}

/** The number that each run of the demo has in its URL; redirects keep it. */
const runOf = (url: string): string | undefined => /[?&]run=(\d+)/.exec(url)?.[1];

/** The first thing that the browser says about a run. A redirected request may be named by any of its URLs. */
function saidAbout(truth: TruthObserver, url: string): Promise<CorsTruth> {
  const find = async () => (await truth.failures()).find((said) => runOf(said.url) === runOf(url));
  return poll(find, { timeoutMs: 15_000, what: `the browser to say why ${url} failed` });
}

/** How often the page requests a scenario's URL. */
function timesRequested({ request }: Scenario): number {
  return ('times' in request ? (request.times ?? 1) : 1) + (request.after === undefined ? 0 : 1);
}

const SCENARIOS = scenarioGroups.flatMap(({ scenarios }) => scenarios);

/** The browser is the oracle: what it did with each request of the demo, against what the panel says of it. */
describe.each(ENGINES)('every demo scenario in %s', (engine) => {
  let demo: DemoSite;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: DevToolsPanel;
  let truth: TruthObserver;

  beforeAll(async () => {
    demo = await startDemo();
    browser = await launchDemoBrowser(engine);
    page = await browser.openPage(demo.pageUrl);
    await page.waitFor(() => (globalThis as DemoWindow).corsLensDemo, [], { what: 'the demo page' });
    truth = await browser.observeTruth(page);
    panel = await browser.openDevToolsPanel(page);
  });

  afterAll(async () => {
    await browser?.close();
    await demo?.close();
  });

  it.each(SCENARIOS.map((scenario) => [scenario.id, scenario] as const))('%s', async (id, scenario) => {
    const expected = scenario.expect[engine];
    const seen = await page.evaluate(
      (name: string) => (globalThis as DemoWindow).corsLensDemo?.run(name),
      id,
    );
    expect(seen?.outcome).toBe(expected.script);
    const url = seen?.url ?? '';

    const code = engine === 'chromium' ? expected.chromiumCode : expected.firefoxKey;
    if (code !== undefined) {
      const said = await saidAbout(truth, url);
      expect(said.engine === 'chromium' ? said.corsError : said.key).toBe(code);
    }
    if (expected.unseen === true) return;

    const row = await rowOf(panel, url, timesRequested(scenario));
    expect({ verdict: row.verdict, cause: row.cause }).toEqual({
      verdict: expected.verdict,
      cause: expected.cause,
    });
    // A verdict that contradicts what the page saw is the one thing that must never happen.
    if (row.verdict === 'allowed' || row.verdict === 'opaque') expect(seen?.outcome).toBe('resolves');
    if (row.verdict === 'blocked' || row.verdict === 'failed') expect(seen?.outcome).toBe('rejects');
  });

  it('the report names the code that the browser itself reported, or both where it can’t be told', async () => {
    const report = JSON.parse(await exportOf(panel, 'json')) as Report;
    const blocked = report.diagnoses.filter(({ verdict }) => verdict === 'blocked');
    expect(blocked.length).toBeGreaterThan(20);
    const failures = await truth.failures();
    for (const diagnosis of blocked) {
      const url = report.exchanges.find(({ id }) => id === diagnosis.exchange)?.hops[0].url ?? '';
      // Requests of frames and workers may be told by another console than the page's.
      const said = failures.find((failure) => runOf(failure.url) === runOf(url));
      if (said === undefined) continue;
      const theirs = said.engine === 'chromium' ? said.corsError : said.key;
      const ours = diagnosis.browsers.find((opinion) => opinion.engine === engine);
      const possible = ours?.alternatives ?? [{ code: ours?.code }];
      expect(
        possible.map(({ code }) => code),
        url,
      ).toContain(theirs);
    }
  });
});
