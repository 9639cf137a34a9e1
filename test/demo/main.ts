import { relative, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { withOptions } from '../with-options.ts';
import { launchDemoBrowser } from './demo-browser.ts';
import { type DemoSite, startDemo } from './demo-site.ts';
import { HELP, hasDisplay, type Options, parseOptions } from './options.ts';
import { readPanel, runScenarios } from './unattended-run.ts';
import { describeRows, formatTable, joinVerdicts, type VerdictLine } from './verdict-table.ts';

/**
 * What `npm start` does once the extension is built: opens it in a browser on the demo site.
 *
 * @param argv the words after the script's name
 * @returns the exit code: 0, 1 if a verdict contradicts the browser, 2 if the words can't be understood
 */
export function main(argv: string[]): Promise<number> {
  const parse = (): Options => parseOptions(argv, hasDisplay(process.platform, process.env));
  return withOptions(parse, HELP, openDemo);
}

async function openDemo(options: Options): Promise<number> {
  const demo = await startDemo();
  try {
    const browser = await launchDemoBrowser(options.browser, {
      headless: options.headless,
      windowSize: { width: 1440, height: 1000 },
    });
    try {
      return options.headless
        ? await runUnattended(browser, demo, options)
        : await show(browser, demo, options);
    } finally {
      await browser.close();
    }
  } finally {
    await demo.close();
  }
}

/** Shows the page with the panel beside it until the page or its browser is closed. (`launchBrowser` sees to Ctrl+C.) */
async function show(browser: RealBrowser, demo: DemoSite, { url }: Options): Promise<number> {
  const page = await browser.openPage(url ?? demo.pageUrl);
  await browser.openDevToolsPanel(page);
  console.log(
    `${page.url} is open in ${browser.engine} ${browser.version}. Close it, or press Ctrl+C, to end.`,
  );
  await untilClosed(page);
  return 0;
}

/** Resolves when the page is gone. A page that is just being reloaded fails to answer once, not twice. */
async function untilClosed(page: BrowserPage): Promise<void> {
  let unanswered = 0;
  while (unanswered < 2) {
    const answered = await page.evaluate(() => true).catch(() => false);
    unanswered = answered ? 0 : unanswered + 1;
    await delay(1000);
  }
}

/** Makes the requests, prints what the panel says of them, and writes its reports and a screenshot. */
async function runUnattended(browser: RealBrowser, demo: DemoSite, options: Options): Promise<number> {
  const out = resolve(options.out);
  const page = await browser.openPage(options.url ?? demo.pageUrl);
  const scenarios = options.url === undefined ? demo.scenarios : [];
  const unseen = new Set(
    scenarios.filter(({ expect }) => expect[browser.engine].unseen === true).map(({ id }) => id),
  );
  const runs = scenarios.length === 0 ? [] : await runScenarios(page, scenarios);
  // Of a page of the user's own nobody knows how many requests it makes: one is waited for.
  const expectedRows = options.url === undefined ? runs.length - unseen.size : 1;
  const rows = await readPanel(browser, page, out, expectedRows);
  const lines = options.url === undefined ? joinVerdicts(runs, rows, unseen) : describeRows(rows);
  console.log(`${browser.engine} ${browser.version}\n\n${formatTable(lines)}\n`);
  console.log(
    `${summary(lines, options.url === undefined)} Reports and a screenshot of the panel are in ${relative('.', out) || '.'}.`,
  );
  return lines.some(({ wrong }) => wrong) ? 1 : 0;
}

/** Only of the demo's own requests it is known what script saw, so only these can be compared. */
function summary(lines: readonly VerdictLine[], areCompared: boolean): string {
  const count = lines.length === 1 ? '1 cross-origin request' : `${lines.length} cross-origin requests`;
  const wrong = lines.filter((line) => line.wrong).length;
  if (!areCompared) return `${count}.`;
  if (wrong === 0) return `${count}, and no verdict contradicts the browser.`;
  return `${count}; ${wrong} marked with ! contradict the browser or are missing.`;
}
