import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserDocument, BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { storedKeys } from './extension-storage.ts';
import { ENGINES, openPanelOf, rowOf, rowsOf } from './session.ts';
import { allowCredentialed, type PageFiles, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** Names that aren't those of development origins, and lead to this machine all the same. */
const PUBLIC_HOST = 'app.public-site.example';
const API_HOST = 'api.remote-service.example';

const NAVIGATIONS = 20;

/** Those of pages that make requests at once; others are empty. */
const EAGER_PATHS = ['unrecorded', 'running', 'stopped'].flatMap((name) =>
  Array.from({ length: NAVIGATIONS }, (_, at) => `/${name}-${at}`),
);

type PageFile = PageFiles[string];

function htmlPage(head: string): PageFile {
  return {
    type: 'text/html',
    text: `<!doctype html><link rel="icon" href="data:,">${head}<title>Page</title>`,
  };
}

/** A page whose very first requests go to an API elsewhere: a script in its head, and a fetch beside it. */
function eagerPage(api: string, path: string): PageFile {
  return htmlPage(
    `<script crossorigin src="${api}/script${path}"></script>
     <script>globalThis.ended = fetch("${api}/fetch${path}")</script>`,
  );
}

const WORKER = `
  onconnect = ({ ports: [port] }) => { port.onmessage = ({ data }) => fetch(data).then(() => port.postMessage(1)); };
  oninstall = () => skipWaiting();
  onactivate = (event) => event.waitUntil(clients.claim());
  onmessage = ({ data, ports: [port] }) => fetch(data).then(() => port.postMessage(1));`;

describe.each(ENGINES)('the first requests of a page, in %s', (engine) => {
  let site: TwoOrigins;
  let api: string;
  let browser: RealBrowser;
  let page: BrowserPage;
  let extensionPage: BrowserPage;

  beforeAll(async () => {
    const files: Record<string, PageFile> = { '/worker.js': { type: 'text/javascript', text: WORKER } };
    site = await startTwoOrigins(allowCredentialed, files);
    api = site.api.replace('localhost', API_HOST);
    for (const path of EAGER_PATHS) files[path] = eagerPage(api, path);
    browser = await launchWithExtension(engine, { hosts: [PUBLIC_HOST, API_HOST] });
    page = await browser.openPage(`${site.page}/start`);
    const panel = await openPanelOf(browser, page);
    await panel.click('[title="Keep on navigation"]');
    await panel.waitFor(
      () => document.querySelector<HTMLInputElement>('[title="Keep on navigation"] input')?.checked,
    );
    await panel.close();
    extensionPage = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Goes there as a user does, and waits until the page has its answers. */
  async function visit(url: string): Promise<void> {
    await page.goto(url);
    await page.evaluate(async () => {
      await (globalThis as { ended?: Promise<unknown> }).ended;
    });
  }

  /** What was recorded of the paths that begin so, when as much is there as is expected or more. */
  async function recorded(panel: BrowserDocument, begin: string, count: number): Promise<readonly string[]> {
    await rowOf(panel, `${api}/fetch/${begin}-${count - 1}`);
    const rows = await rowsOf(panel);
    return rows
      .filter(({ url }) => url.includes(`/${begin}-`))
      .map(({ url, verdict }) => `${url.slice(api.length)} ${verdict}`)
      .sort();
  }

  function expected(begin: string, count: number): readonly string[] {
    return Array.from({ length: count }, (_, at) => [
      `/fetch/${begin}-${at} allowed`,
      `/script/${begin}-${at} allowed`,
    ])
      .flat()
      .sort();
  }

  it('of a development origin are never missed, and those of the page before it never seen', async () => {
    for (let at = 0; at < NAVIGATIONS; at += 1) {
      await visit(`${site.page.replace('localhost', PUBLIC_HOST)}/unrecorded-${at}`);
      await visit(`${site.page}/running-${at}`);
    }
    const panel = await openPanelOf(browser, page);
    expect(await recorded(panel, 'running', NAVIGATIONS)).toEqual(expected('running', NAVIGATIONS));
    expect((await rowsOf(panel)).filter(({ url }) => url.includes('unrecorded'))).toEqual([]);
    expect(await panel.evaluate(() => document.querySelector('[data-notice="incomplete"]'))).toBeNull();
    await panel.close();
  });

  it('are not missed either when the background had been stopped', async () => {
    for (let at = 0; at < NAVIGATIONS; at += 1) {
      const other = `${site.page.replace('localhost', PUBLIC_HOST)}/quiet-${at}`;
      await page.goto(other);
      await storedKeys(extensionPage, 't:', [`"page":"${other}"`], 1);
      await browser.stopBackground();
      await visit(`${site.page}/stopped-${at}`);
      await storedKeys(extensionPage, 'x:', [`/stopped-${at}"`, '"state":"completed"'], 2);
    }
    const panel = await openPanelOf(browser, page);
    expect(await recorded(panel, 'stopped', NAVIGATIONS)).toEqual(expected('stopped', NAVIGATIONS));
    expect(await panel.evaluate(() => document.querySelector('[data-notice="incomplete"]'))).toBeNull();
    await panel.close();
  });

  it('that its shared and service workers make, wherever they go, are seen', async () => {
    await visit(`${site.page}/with-workers`);
    const urls = ['shared', 'service'].map((kind) => `${api}/from-${kind}-worker`);
    await page.evaluate(
      async (shared: string, service: string) => {
        const answered = (port: MessagePort) =>
          new Promise((resolve) => {
            port.onmessage = resolve;
          });
        const { port } = new SharedWorker('/worker.js');
        const first = answered(port);
        port.postMessage(shared);
        await first;
        await navigator.serviceWorker.register('/worker.js');
        const { active } = await navigator.serviceWorker.ready;
        const channel = new MessageChannel();
        const second = answered(channel.port1);
        active?.postMessage(service, [channel.port2]);
        await second;
      },
      ...(urls as [string, string]),
    );
    const panel = await openPanelOf(browser, page);
    for (const url of urls) expect(await rowOf(panel, url)).toMatchObject({ verdict: 'allowed' });
    await panel.close();
  });
});
