import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserDocument, BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf, rowsOf } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** A shared worker and a service worker that fetch what they are told, and say when it has ended. */
const SCRIPTS: Readonly<Record<string, string>> = {
  '/shared.js': `onconnect = ({ ports: [port] }) => {
    port.onmessage = ({ data }) => fetch(data).then(() => port.postMessage('done'));
  }`,
  '/service.js': `
    oninstall = () => skipWaiting();
    onactivate = (event) => event.waitUntil(clients.claim());
    onmessage = ({ data, ports: [port] }) => fetch(data).then(() => port.postMessage('done'));
  `,
};

interface WorkerSite {
  readonly origin: string;
  close(): Promise<void>;
}

async function startWorkerSite(): Promise<WorkerSite> {
  const server = createServer(({ url = '/' }, response) => {
    const script = SCRIPTS[url];
    response.writeHead(200, { 'content-type': script === undefined ? 'text/html' : 'text/javascript' });
    response.end(script ?? '<!doctype html><title>Page under test</title><link rel="icon" href="data:,">');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

describe.each(ENGINES)('several panels at once, in %s', (engine) => {
  let sites: readonly WorkerSite[];
  let api: TwoOrigins;
  let browser: RealBrowser;
  /** Two tabs of one origin, and one of another. */
  let first: BrowserPage;
  let second: BrowserPage;
  let other: BrowserPage;
  let ofFirst: BrowserPage;
  let ofFirstToo: BrowserPage;
  let ofSecond: BrowserPage;
  let ofOther: BrowserPage;

  beforeAll(async () => {
    sites = [await startWorkerSite(), await startWorkerSite()];
    api = await startTwoOrigins(allowCredentialed);
    browser = await launchWithExtension(engine);
    first = await browser.openPage(`${sites[0]?.origin}/`);
    second = await browser.openPage(`${sites[0]?.origin}/`);
    other = await browser.openPage(`${sites[1]?.origin}/`);
    ofFirst = await openPanelOf(browser, first);
    ofFirstToo = await openPanelOf(browser, first);
    ofSecond = await openPanelOf(browser, second);
    ofOther = await openPanelOf(browser, other);
  });

  afterAll(async () => {
    await browser?.close();
    await api?.close();
    await Promise.all((sites ?? []).map((site) => site.close()));
  });

  const urlOf = (path: string): string => `${api.api}${path}`;

  async function byPage(page: BrowserPage, path: string): Promise<void> {
    await page.evaluate(async (url: string) => {
      await fetch(url);
    }, urlOf(path));
  }

  async function bySharedWorker(page: BrowserPage, path: string): Promise<void> {
    await page.evaluate(async (url: string) => {
      const { port } = new SharedWorker('/shared.js');
      const done = new Promise((resolve) => {
        port.onmessage = resolve;
      });
      port.postMessage(url);
      await done;
    }, urlOf(path));
  }

  async function byServiceWorker(page: BrowserPage, path: string): Promise<void> {
    await page.evaluate(async (url: string) => {
      await navigator.serviceWorker.register('/service.js');
      const { active } = await navigator.serviceWorker.ready;
      const { port1, port2 } = new MessageChannel();
      const done = new Promise((resolve) => {
        port1.onmessage = resolve;
      });
      active?.postMessage(url, [port2]);
      await done;
    }, urlOf(path));
  }

  /** Waits for a row of each path, and sees that there are no others. */
  async function shows(panel: BrowserDocument, ...paths: readonly string[]): Promise<void> {
    for (const path of paths) await rowOf(panel, urlOf(path));
    const shown = (await rowsOf(panel)).map(({ url }) => new URL(url).pathname);
    expect(shown.toSorted()).toEqual(paths.toSorted());
  }

  async function isEmptied(panel: BrowserDocument): Promise<void> {
    await panel.waitFor(() => document.querySelector('[data-empty]') !== null, [], {
      what: 'the list to be empty',
    });
    expect(await rowsOf(panel)).toEqual([]);
  }

  it('each shows its own tab; two of one tab show the same', async () => {
    await byPage(first, '/of-first');
    await byPage(second, '/of-second');
    await byPage(other, '/of-other');
    await shows(ofFirst, '/of-first');
    await shows(ofFirstToo, '/of-first');
    await shows(ofSecond, '/of-second');
    await shows(ofOther, '/of-other');
  });

  it('the workers of an origin are in each tab of that origin, and in no other', async () => {
    await bySharedWorker(first, '/shared');
    await byServiceWorker(second, '/service');
    await bySharedWorker(other, '/other-shared');
    await shows(ofFirst, '/of-first', '/shared', '/service');
    await shows(ofFirstToo, '/of-first', '/shared', '/service');
    await shows(ofSecond, '/of-second', '/shared', '/service');
    await shows(ofOther, '/of-other', '/other-shared');
  });

  it('what one clears is gone from the panels of its tab, and from no other', async () => {
    await ofFirst.click('button[aria-label="Clear"]');
    await isEmptied(ofFirst);
    await isEmptied(ofFirstToo);
    await bySharedWorker(second, '/shared-later');
    await shows(ofFirst, '/shared-later');
    await shows(ofFirstToo, '/shared-later');
    await shows(ofSecond, '/of-second', '/shared', '/service', '/shared-later');
    await shows(ofOther, '/of-other', '/other-shared');
  });

  it('a tab that goes on to another page takes nothing from the others', async () => {
    await first.reload();
    await isEmptied(ofFirst);
    await shows(ofSecond, '/of-second', '/shared', '/service', '/shared-later');
    await second.goto(`${sites[1]?.origin}/`);
    await isEmptied(ofSecond);
    await byServiceWorker(first, '/after-reload');
    await bySharedWorker(second, '/as-other');
    await shows(ofFirst, '/after-reload');
    await shows(ofFirstToo, '/after-reload');
    await shows(ofSecond, '/as-other');
    await shows(ofOther, '/of-other', '/other-shared', '/as-other');
  });

  it('a panel in another window goes on like the others', async () => {
    await ofFirstToo.evaluate(async () => {
      const { tabs, windows } = (globalThis as unknown as ExtensionWindow).chrome;
      const { id } = await tabs.getCurrent();
      await windows.create({ tabId: id });
    });
    await byPage(first, '/two-windows');
    await shows(ofFirstToo, '/after-reload', '/two-windows');
    await shows(ofFirst, '/after-reload', '/two-windows');
  });
});

interface ExtensionWindow {
  readonly chrome: {
    readonly tabs: { getCurrent(): Promise<{ readonly id: number }> };
    readonly windows: { create(options: { readonly tabId: number }): Promise<unknown> };
  };
}
