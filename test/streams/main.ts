import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EngineName, RealBrowser } from '../browsers/browser.ts';
import { launchBrowser } from '../browsers/launch.ts';
import { poll } from '../browsers/poll.ts';
import { buildObserver } from './build-observer.ts';
import { normalise } from './normalise.ts';
import { SCENARIOS } from './scenarios.ts';
import { type StreamEvent, writeStream } from './stream-line.ts';
import type { StreamScenario } from './stream-scenario.ts';
import { type Addresses, startStreamSite } from './stream-site.ts';

const RECORDED = fileURLToPath(new URL('recorded/', import.meta.url));

/** A stream has ended when nothing has come for that long, in ms. */
const QUIET_MS = 1_000;

/**
 * `npm run streams [names]`: plays each scenario to both browsers, and keeps what webRequest told, as the fixtures of
 * the recorder's unit tests.
 */
export async function main(names: string[]): Promise<number> {
  const unknown = names.filter((name) => !SCENARIOS.some((scenario) => scenario.name === name));
  if (unknown.length > 0) {
    console.error(`No such scenario: ${unknown.join(', ')}`);
    return 2;
  }
  const chosen = SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name));
  const versions: Record<string, string> = {};
  for (const engine of ['chromium', 'firefox'] as const) {
    versions[engine] = await recordIn(engine, chosen);
  }
  if (names.length === 0)
    await writeFile(`${RECORDED}browsers.json`, `${JSON.stringify(versions, null, 2)}\n`);
  return 0;
}

/** Records these scenarios in that browser; gives its version. */
async function recordIn(engine: EngineName, scenarios: readonly StreamScenario[]): Promise<string> {
  const extension = await mkdtemp(join(tmpdir(), 'cors-lens-observer-'));
  const site = await startStreamSite((request, addresses) => {
    const name = /^\/([\w-]+)/.exec(request.path)?.[1];
    const scenario = scenarios.find((each) => each.name === name);
    if (request.path === `/${name}/page` || scenario === undefined) return PAGE;
    return scenario.answer(request, addresses);
  });
  await buildObserver(extension, engine);
  const browser = await launchBrowser(engine, { extension, headless: true });
  try {
    await mkdir(`${RECORDED}${engine}`, { recursive: true });
    for (const scenario of scenarios) {
      const events = normalise(await play(browser, site, scenario), site);
      await writeFile(`${RECORDED}${engine}/${scenario.name}.jsonl`, writeStream(events));
      console.log(`${engine} ${scenario.name}: ${events.length} events`);
    }
    return browser.version;
  } finally {
    await browser.close();
    site.close();
    await rm(extension, { recursive: true, force: true });
  }
}

const PAGE = {
  headers: [['Content-Type', 'text/html; charset=utf-8']],
  body: '<!doctype html><title>Page</title><link rel="icon" href="data:,"><body>',
} as const;

async function play(
  browser: RealBrowser,
  site: Addresses,
  { name, act }: StreamScenario,
): Promise<readonly StreamEvent[]> {
  const observer = await browser.openExtensionPage('page.html');
  const page = await browser.openPage(`${site.page}/${name}/page`);
  const take = (): Promise<readonly StreamEvent[]> =>
    observer.evaluate(() => chrome.runtime.sendMessage('take') as Promise<readonly StreamEvent[]>);
  await take();
  const urls = atEach(site, `/${name}`);
  const acted = page.evaluate(act, urls);
  // A page that leaves can't say that it is done.
  await Promise.race([acted.catch(() => {}), new Promise((resolve) => setTimeout(resolve, 5_000))]);
  const events: StreamEvent[] = [];
  let last = performance.now();
  await poll(
    async () => {
      const news = await take();
      events.push(...news);
      if (news.length > 0) last = performance.now();
      return performance.now() - last > QUIET_MS;
    },
    { timeoutMs: 30_000, what: `the end of ${name}` },
  );
  await page.close();
  await observer.close();
  return events;
}

function atEach({ page, api, other, nobody }: Addresses, path: string): Addresses {
  return { page: page + path, api: api + path, other: other + path, nobody: nobody + path };
}
