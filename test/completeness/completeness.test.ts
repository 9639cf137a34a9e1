import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserDocument, EngineName, RealBrowser } from '../browsers/browser.ts';
import type { PanelWindow } from '../browsers/panel-window.ts';
import { poll } from '../browsers/poll.ts';
import { launchUndrivenChromium, type UndrivenChromium } from '../browsers/undriven-chromium.ts';
import { extensionFor, launchWithExtension, untilConnected } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf } from '../e2e/session.ts';
import type { Case } from './case.ts';
import { ALL_CASES, FILE_CASES, HTTPS_CASES, PAGE_CASES } from './cases/all-cases.ts';
import {
  AHEAD_CASES,
  BACK_CASES,
  LEAVE_CASES,
  LEFT_CASES,
  LOAD_CASES,
  PUSHED_CASES,
  SECURE_CASES,
} from './cases/lifetime.cases.ts';
import { differences } from './compare.ts';
import type { ContextWindow, Order } from './context-script.ts';
import { ordersFor, originOf, performAll, recordedBy } from './perform.ts';
import { FILE_PAGE, INSECURE_HOST, type Servers, startServers } from './server.ts';

/** What servers get and what is recorded may both come later than what the page waits for. */
const PATIENCE_MS = 10_000;

/** Where cases were played. */
interface Played {
  readonly engine: EngineName;
  readonly servers: Servers;
  readonly panel: BrowserDocument;
  readonly tabId: number;
  /** The page's URL, without its query. */
  readonly page: string;
  /** How much the servers had received before. */
  readonly earlier?: number;
}

/** Waits until nothing differs any more; what still does then is what is wrong. */
async function expectSame(
  cases: readonly Case[],
  { engine, servers, panel, tabId, page, earlier = 0 }: Played,
): Promise<void> {
  let different: readonly string[] = [];
  const compareAll = async (): Promise<boolean> => {
    const recorded = await recordedBy(panel);
    const received = servers.log.slice(earlier);
    different = cases.flatMap((played) =>
      differences({
        played,
        engine,
        log: received.filter((entry) => entry.case === played.id),
        recorded: recorded.get(played.id) ?? [],
        originOf: (context) => originOf(context, servers),
        tabId,
        page,
      }).map((each) => `${played.id}: ${each}`),
    );
    return different.length === 0;
  };
  await poll(compareAll, { timeoutMs: PATIENCE_MS, what: 'no difference', everyMs: 200 }).catch(() => false);
  expect(different).toEqual([]);
}

describe.each(ENGINES)('what is recorded, against what servers received, in %s', (engine) => {
  let servers: Servers;
  let browser: RealBrowser;

  beforeAll(async () => {
    servers = await startServers(ALL_CASES);
    browser = await launchWithExtension(engine, { trustsEveryone: true, hosts: [INSECURE_HOST] });
  });

  afterAll(async () => {
    await browser?.close();
    await servers?.close();
  });

  /** A page of that path, or of that URL. */
  function at(panel: BrowserDocument, tabId: number, path = '/page'): Played {
    return { engine, servers, panel, tabId, page: new URL(path, servers.origins.page).href };
  }

  it('from every context, of every kind, with every redirect and every end', async () => {
    const [linkHeader, speculationRules] = LOAD_CASES;
    const atLoad = new URLSearchParams({
      link: servers.urlOf(linkHeader, 0),
      rules: servers.urlOf(speculationRules, 0),
    });
    const page = await browser.openPage(`${servers.origins.page}/page?${atLoad}`);
    await page.evaluate(
      (elsewhere: string) => (globalThis as ContextWindow).openContexts?.(elsewhere) ?? [],
      servers.origins.other,
    );
    const learned = await performAll(page, PAGE_CASES, servers);
    const panel = await openPanelOf(browser, page);
    await expectSame([...LOAD_CASES, ...PAGE_CASES], at(panel, await page.tabId()));
    const wrong = PAGE_CASES.filter(({ id, outcome, lacks }) => {
      const told = learned.get(id);
      if (told === 'untold' || outcome === 'none' || lacks?.[engine] !== undefined) return false;
      return told !== (outcome === 'read' ? 'read' : 'refused');
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
    await panel.close();
    await page.close();
  });

  it('from a page of a file', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'completeness-'));
    const path = join(directory, 'page.html');
    await writeFile(path, FILE_PAGE);
    const { href } = pathToFileURL(path);
    const page = await browser.openPage(href);
    // It is no development origin: it is recorded because its panel is open.
    const panel = await openPanelOf(browser, page);
    await performAll(page, FILE_CASES, servers);
    await expectSame(FILE_CASES, at(panel, await page.tabId(), href));
    await panel.close();
    await page.close();
    await rm(directory, { recursive: true });
  });

  it('from a page on https, and the panel says what the browser stopped', async () => {
    const [report, mixedContent] = SECURE_CASES;
    const atLoad = new URLSearchParams({ reports: servers.urlOf(report, 0) });
    const url = `${servers.origins.secure}/page`;
    const page = await browser.openPage(`${url}?${atLoad}`);
    const panel = await browser.openDevToolsPanel(page);
    await performAll(page, HTTPS_CASES, servers);
    await expectSame(HTTPS_CASES, at(panel, await page.tabId(), url));
    const sees = (text: string): Promise<boolean> =>
      panel.waitFor((wanted: string) => document.body.innerText.includes(wanted), [text], { what: text });
    expect(await sees('Content Security Policy forbids requests to forbidden.localhost')).toBe(true);
    // Firefox keeps no timing of it.
    if (engine === 'chromium') {
      await page.goto(url);
      await performAll(page, [mixedContent], servers);
      expect(await sees(`The browser sent no request to ${INSECURE_HOST}`)).toBe(true);
    }
    await page.close();
  });

  it('from a page that gives itself another URL', async () => {
    const page = await browser.openPage(`${servers.origins.page}/page`);
    const panel = await openPanelOf(browser, page);
    const tabId = await page.tabId();
    await performAll(page, PUSHED_CASES.before, servers);
    // Firefox tells of requests up to a quarter of a second late, and of a tab's URL at once.
    await expectSame(PUSHED_CASES.before, at(panel, tabId));
    await page.evaluate(() => history.pushState(null, '', '/page-pushed'));
    // The browser's tab list is ahead of what the recorder has been told.
    await panel.waitFor(() => (globalThis as PanelWindow).corsLens?.page()?.endsWith('/page-pushed'), [], {
      what: 'the recorder to know the URL',
    });
    await performAll(page, PUSHED_CASES.after, servers);
    await expectSame(PUSHED_CASES.before, at(panel, tabId));
    await expectSame(PUSHED_CASES.after, at(panel, tabId, '/page-pushed'));
    await panel.close();
    await page.close();
  });

  it('from a page that goes away', async () => {
    const page = await browser.openPage(`${servers.origins.page}/page`);
    const panel = await openPanelOf(browser, page);
    await panel.click('.tool-check input');
    await performAll(page, LEFT_CASES, servers);
    await page.evaluate(
      async (orders: readonly Order[]) => {
        (globalThis as ContextWindow).atTheEnd?.(orders);
      },
      ordersFor(LEAVE_CASES, servers),
    );
    await page.goto(`${servers.origins.page}/page-after`);
    await expectSame([...LEFT_CASES, ...LEAVE_CASES], at(panel, await page.tabId()));
    await panel.close();
    await page.close();
  });

  it('from a page that comes back out of the back/forward cache', async () => {
    // Firefox may not keep a page, for reasons of its own that nothing tells. Such a page proves nothing.
    let isKept = false;
    for (let left = 5; left > 0 && !isKept; left -= 1) isKept = await goAndComeBack();
    expect(isKept).toBe(true);
  });

  /** False if the browser loaded the page again, in place of keeping it. */
  async function goAndComeBack(): Promise<boolean> {
    const earlier = servers.log.length;
    const page = await browser.openPage(`${servers.origins.page}/page`);
    // Then the panel: Firefox keeps no page that goes away at once after a request, as if it still ran.
    await page.evaluate(
      (elsewhere: string) => (globalThis as ContextWindow).openContexts?.(elsewhere) ?? [],
      servers.origins.other,
    );
    await performAll(page, BACK_CASES.before, servers);
    const panel = await openPanelOf(browser, page);
    await panel.click('.tool-check input');
    await page.evaluate(() => {
      addEventListener('pageshow', () => {
        document.title += ', back';
      });
    });
    /** Its own title again: it was loaded again. */
    const goBack = async (title: string): Promise<boolean> => {
      await page.evaluate(() => {
        setTimeout(() => history.back());
      });
      return page
        .waitFor((wanted: string) => [wanted, '/page'].includes(document.title) && document.title, [title])
        .then((found) => found === title);
    };
    try {
      await page.goto(`${servers.origins.page}/page-between`);
      await performAll(page, BACK_CASES.between, servers);
      if (!(await goBack('/page, back'))) return false;
      await performAll(page, BACK_CASES.after, servers);
      await page.goto(`${servers.origins.other}/page-elsewhere`);
      await performAll(page, BACK_CASES.elsewhere, servers);
      if (!(await goBack('/page, back, back'))) return false;
      await performAll(page, BACK_CASES.afterElsewhere, servers);
      const tabId = await page.tabId();
      const { before, after, afterElsewhere } = BACK_CASES;
      const here = (path?: string): Played => ({ ...at(panel, tabId, path), earlier });
      await expectSame([...before, ...after, ...afterElsewhere], here());
      await expectSame(BACK_CASES.between, here('/page-between'));
      await expectSame(BACK_CASES.elsewhere, here(`${servers.origins.other}/page-elsewhere`));
      return true;
    } finally {
      await panel.close();
      await page.close();
    }
  }
});

describe('what is recorded of a page that Chromium renders ahead', () => {
  let servers: Servers;
  let browser: UndrivenChromium;

  beforeAll(async () => {
    servers = await startServers(ALL_CASES);
    browser = await launchUndrivenChromium(extensionFor('chromium'));
  });

  afterAll(async () => {
    await browser?.close();
    await servers?.close();
  });

  it('is its own, before it is shown and after', async () => {
    const { before, ahead, meanwhile, shown } = AHEAD_CASES;
    const orders = (cases: readonly Case[]): string => JSON.stringify(ordersFor(cases, servers));
    const next = `/page-ahead?${new URLSearchParams({ 'at-load': orders(ahead), 'when-shown': orders(shown) })}`;
    const lastOfAhead = new URL(servers.urlOf(ahead[0], 0)).pathname;
    const told = { 'at-load': orders(before), ahead: next, until: lastOfAhead, meanwhile: orders(meanwhile) };
    const any = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
    await untilConnected(any);
    await browser.openPage(`${servers.origins.page}/page?${new URLSearchParams(told)}`);
    const tabId = await any.waitFor(
      async (origin: string) => (await chrome.tabs.query({})).find(({ url }) => url?.startsWith(origin))?.id,
      [servers.origins.page],
    );
    const panel = await browser.openExtensionPage(`src/panel/panel.html?tabId=${tabId}`);
    await untilConnected(panel);
    const place = {
      engine: 'chromium',
      servers,
      panel,
      tabId,
      page: `${servers.origins.page}/page`,
    } as const;
    const placeAhead = { ...place, page: `${place.page}-ahead` };
    await expectSame([...before, ...meanwhile], place);
    await expectSame(ahead, placeAhead);
    servers.go();
    await expectSame([...ahead, ...shown], placeAhead);
    const left = await recordedBy(panel);
    expect([...before, ...meanwhile].filter(({ id }) => left.has(id))).toEqual([]);
  });
});
