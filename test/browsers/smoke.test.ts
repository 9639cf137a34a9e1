import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserDocument, BrowserPage, EngineName, RealBrowser } from './browser.ts';
import { launchBrowser } from './launch.ts';
import { poll } from './poll.ts';
import { writeSmokeExtension } from './smoke-extension.ts';

/** In the pages of an extension; the same in both engines, as far as we use it here. */
declare const chrome: {
  readonly runtime: { sendMessage(message: string): Promise<{ boot: string; requests: number }> };
  readonly permissions: { contains(permissions: { origins: string[] }): Promise<boolean> };
  readonly devtools: { readonly inspectedWindow: { readonly tabId: number } };
};

const PAGE = `<!doctype html><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Page</title>
  <h1>Page of the smoke test</h1><input id="text">
  <button id="count" onclick="this.textContent = Number(this.textContent) + 1">0</button>`;

const PNG_SIGNATURE = '89504e470d0a1a0a';

function listen(server: Server): Promise<string> {
  return new Promise((resolve) => {
    server.listen(0, () => resolve(`http://localhost:${(server.address() as AddressInfo).port}`));
  });
}

async function pngSize(path: string): Promise<{ width: number; height: number }> {
  const png = await readFile(path);
  expect(png.toString('hex', 0, 8)).toBe(PNG_SIGNATURE);
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}

const ask = (page: BrowserDocument) => page.evaluate(() => chrome.runtime.sendMessage('state'));

const clickCount = (page: BrowserDocument) =>
  page.evaluate(() => Number(document.querySelector('#clicks')?.textContent));

describe.each<EngineName>(['chromium', 'firefox'])('%s', (engine) => {
  const site = createServer((request, response) => {
    const isWorker = request.url === '/worker.js';
    response.setHeader('Content-Type', isWorker ? 'text/javascript' : 'text/html');
    response.end(
      isWorker ? 'onmessage = (event) => fetch(event.data).catch((error) => postMessage(error.name));' : PAGE,
    );
  });
  const api = createServer((_request, response) => response.end('without CORS headers'));
  let directory: string;
  let siteOrigin: string;
  let apiOrigin: string;
  let browser: RealBrowser;
  let page: BrowserPage;
  let extensionPage: BrowserPage;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'cors-lens-smoke-'));
    await writeSmokeExtension(join(directory, 'extension'), engine);
    [siteOrigin, apiOrigin] = await Promise.all([listen(site), listen(api)]);
    browser = await launchBrowser(engine, {
      extension: join(directory, 'extension'),
      headless: true,
      colorScheme: 'dark',
      grantHosts: false,
    });
    page = await browser.openPage(`${siteOrigin}/`);
    extensionPage = await browser.openExtensionPage('src/panel/panel.html');
  });

  afterAll(async () => {
    await browser?.close();
    for (const server of [site, api]) {
      server.closeAllConnections();
      server.close();
    }
    await rm(directory, { recursive: true });
  });

  it('names itself', () => {
    expect(browser.engine).toBe(engine);
    expect(browser.version).toMatch(/^\d+\./);
    expect(browser.extensionOrigin).toMatch(/^(chrome|moz)-extension:\/\/[^/]+\/$/);
  });

  it('opens pages and reads them', async () => {
    expect(page.url).toBe(`${siteOrigin}/`);
    expect(await page.evaluate((name, n) => `${document.title} ${name} ${n}`, 'x', 2)).toBe('Page x 2');
    expect(await page.evaluate(() => undefined)).toBeUndefined();
    expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
    await expect(page.evaluate(() => Promise.reject(new Error('from the page')))).rejects.toThrow(
      'from the page',
    );
    expect(await extensionPage.evaluate(() => document.title)).toBe('Panel of the smoke test');
  });

  it('waits for what comes later, and says what never came', async () => {
    await page.evaluate(() => {
      setTimeout(() => {
        document.title = 'Later';
      }, 200);
    });
    expect(await page.waitFor(() => document.title === 'Later' && document.title)).toBe('Later');
    await expect(page.waitFor(() => false, [], { timeoutMs: 200, what: 'a miracle' })).rejects.toThrow(
      'a miracle',
    );
  });

  it('clicks, presses and types as a user does', async () => {
    await page.click('#count');
    await page.waitFor(() => document.querySelector('#count')?.textContent === '1');
    await page.click('#text');
    await page.type('Hello 1');
    await page.press('Control+a');
    await page.type('Bye');
    await page.press('Backspace');
    await page.waitFor(() => document.querySelector<HTMLInputElement>('#text')?.value === 'By');
  });

  it('goes elsewhere, reloads and has the size it is told', async () => {
    await page.goto(`${siteOrigin}/elsewhere`);
    expect(page.url).toBe(`${siteOrigin}/elsewhere`);
    await page.evaluate(() => {
      document.title = 'Changed';
    });
    await page.reload();
    expect(await page.evaluate(() => `${location.pathname} ${document.title}`)).toBe('/elsewhere Page');
    await page.setViewport({ width: 640, height: 480 });
    await page.waitFor(() => innerWidth === 640 && innerHeight === 480);
    await page.screenshot(join(directory, 'page.png'));
    expect(await pngSize(join(directory, 'page.png'))).toEqual({ width: 640, height: 480 });
    await expect(page.goto('http://localhost:1/')).rejects.toThrow();
    await page.goto(`${siteOrigin}/`);
  });

  it('tells tabs apart', async () => {
    const other = await browser.openPage(`${siteOrigin}/`);
    const ids = [await page.tabId(), await other.tabId(), await extensionPage.tabId()];
    expect(new Set(ids).size).toBe(3);
    await other.close();
  });

  it('withholds and grants hosts, which decides what the background sees', async () => {
    const hasHosts = () =>
      extensionPage.evaluate(() => chrome.permissions.contains({ origins: ['http://localhost/*'] }));
    expect(await hasHosts()).toBe(false);
    await page.goto(`${siteOrigin}/unseen`);
    expect((await ask(extensionPage)).requests).toBe(0);

    await browser.setHostAccess(true);
    expect(await hasHosts()).toBe(true);
    await page.goto(`${siteOrigin}/seen`);
    await poll(async () => (await ask(extensionPage)).requests > 0, {
      timeoutMs: 5_000,
      what: 'a request to be seen',
    });

    await browser.setHostAccess(false);
    expect(await hasHosts()).toBe(false);
    await browser.setHostAccess(true);
  });

  it('stops the background, which wakes again', async () => {
    const before = await ask(extensionPage);
    await browser.stopBackground();
    await browser.stopBackground();
    const after = await ask(extensionPage);
    expect(after.boot).not.toBe(before.boot);
    expect((await ask(extensionPage)).boot).toBe(after.boot);
  });

  it('hears why the requests of a page and of its worker failed', async () => {
    const truth = await browser.observeTruth(page);
    const key = engine === 'chromium' ? 'corsError' : 'key';
    const missing = engine === 'chromium' ? 'MissingAllowOriginHeader' : 'CORSMissingAllowOrigin2';
    const missingInPreflight = engine === 'chromium' ? 'PreflightMissingAllowOriginHeader' : missing;

    await page.evaluate((url) => fetch(url).catch(() => null), `${apiOrigin}/simple`);
    expect(await truth.failureOf(`${apiOrigin}/simple#fragment`)).toMatchObject({
      engine,
      url: `${apiOrigin}/simple`,
      [key]: missing,
      consoleText: expect.stringContaining(`${apiOrigin}/simple`),
    });
    await page.evaluate((url) => fetch(url, { method: 'PUT' }).catch(() => null), `${apiOrigin}/preflighted`);
    expect(await truth.failureOf(`${apiOrigin}/preflighted`)).toMatchObject({ [key]: missingInPreflight });
    await page.evaluate((url) => new Worker('/worker.js').postMessage(url), `${apiOrigin}/worker`);
    expect(await truth.failureOf(`${apiOrigin}/worker`)).toMatchObject({ [key]: missing });
    expect((await truth.failures())[0]?.url).toBe(`${apiOrigin}/simple`);
    await expect(truth.failureOf(`${apiOrigin}/never-asked`, 200)).rejects.toThrow('never-asked');
    await truth.stop();
  });

  it('opens the panel in DevTools, reads it and uses it', async () => {
    const panel = await browser.openDevToolsPanel(page);
    expect(panel.kind).toBe('devtools-panel');
    expect(await panel.evaluate(() => document.title)).toBe('Panel of the smoke test');
    expect(await panel.evaluate(() => chrome.devtools.inspectedWindow.tabId)).toBe(await page.tabId());
    expect(await panel.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);

    await panel.click('#count');
    await panel.waitFor(() => document.querySelector('#clicks')?.textContent === '1');
    await panel.press('Tab');
    await panel.type('Hello');
    await panel.press('Control+a');
    await panel.type('Bye');
    await panel.press('ArrowLeft');
    await panel.waitFor(() => document.querySelector<HTMLInputElement>('#text')?.value === 'Bye');
    await panel.waitFor(() => document.querySelector('#key')?.textContent === 'ArrowLeft');

    const path = join(directory, 'devtools.png');
    await panel.screenshot(path);
    const { width, height } = await pngSize(path);
    expect(width).toBe(1400);
    expect(height).toBeGreaterThan(700);
  });

  it('knows which DevTools belong to which page', async () => {
    const other = await browser.openPage(`${siteOrigin}/other`);
    const otherPanel = await browser.openDevToolsPanel(other);
    expect(await clickCount(otherPanel)).toBe(0);
    expect(await otherPanel.evaluate(() => chrome.devtools.inspectedWindow.tabId)).toBe(await other.tabId());
    expect(await clickCount(await browser.openDevToolsPanel(page))).toBe(1);
    await other.close();
  });
});

describe.each<EngineName>(['chromium', 'firefox'])('%s without our extension', (engine) => {
  it('runs too, with DevTools at every page, and says what it lacks', async () => {
    const browser = await launchBrowser(engine, { headless: true, devtools: true });
    try {
      const page = await browser.openPage('data:text/html,<title>Control</title>');
      expect(await page.evaluate(() => document.title)).toBe('Control');
      await expect(browser.openDevToolsPanel(page)).rejects.toThrow('extension');
      await expect(browser.setHostAccess(true)).rejects.toThrow('extension');
    } finally {
      await browser.close();
    }
  });
});
