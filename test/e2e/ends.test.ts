import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import type { PanelRow, PanelWindow } from '../browsers/panel-window.ts';
import { poll } from '../browsers/poll.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowsOf } from './session.ts';
import {
  type Answer,
  allowCredentialed,
  NEVER,
  type PageFiles,
  type Received,
  startTwoOrigins,
  type TwoOrigins,
} from './two-origins.ts';

/** A service worker that answers `/by-worker` itself, and `/swallowed` never. */
const FILES: PageFiles = {
  '/service-worker.js': {
    type: 'text/javascript',
    text: `
      onactivate = (event) => event.waitUntil(clients.claim());
      onfetch = (event) => {
        if (event.request.url.endsWith('/by-worker')) event.respondWith(new Response('own'));
        if (event.request.url.endsWith('/swallowed')) event.respondWith(new Promise(() => {}));
      };`,
  },
};

let release = (): void => {};
const released = new Promise<void>((resolve) => {
  release = resolve;
});

function answer(request: Received): Answer {
  const { method, url, headers } = request;
  const allowed = allowCredentialed(request);
  if (url === '/refused-stream') return { body: 'x'.repeat(100), unfinished: true };
  if (url.startsWith('/stream')) return { ...allowed, body: 'data: 1\n\n', unfinished: true };
  if (url.startsWith('/hangs')) return { ...allowed, after: NEVER };
  if (url === '/keepalive') return { ...allowed, after: released };
  if (method === 'OPTIONS') return { ...allowed, after: NEVER };
  const to = new URL(url, 'http://api').searchParams.get('to');
  if (to === null) return allowed;
  return { status: 302, headers: [...(allowed.headers ?? []), ['Location', to]], body: String(headers.host) };
}

/** Waits for the last row of that URL to be over. */
function endOf(panel: BrowserPage, url: string, timeoutMs = 10_000): Promise<PanelRow> {
  const find = (wanted: string): PanelRow | undefined =>
    (globalThis as PanelWindow).corsLens
      ?.rows()
      .filter((row) => row.url === wanted && row.verdict !== 'pending')
      .at(-1);
  return panel.waitFor(find, [url], { timeoutMs, what: `the end of ${url}` });
}

async function appears(panel: BrowserPage, url: string): Promise<void> {
  const find = (wanted: string): boolean | undefined =>
    (globalThis as PanelWindow).corsLens?.rows().some((row) => row.url === wanted);
  await panel.waitFor(find, [url], { what: `a row of ${url}` });
}

describe.each(ENGINES)('requests that end without an answer, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;
  /** Another tab: this one takes its time. */
  let streaming: BrowserPage;
  let streamingPanel: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(answer, FILES);
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
    await page.evaluate((api: string) => {
      void fetch(`${api}/refused-stream`).catch(() => undefined);
    }, site.api);
    streaming = await browser.openPage(`${site.page}/`);
    streamingPanel = await openPanelOf(browser, streaming);
    await streaming.evaluate((api: string) => {
      void fetch(`${api}/stream`).then((response) => response.text());
    }, site.api);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function reachesServer(path: string): Promise<void> {
    const hasCome = () => site.received.some(({ url }) => url === path);
    await poll(hasCome, { timeoutMs: 10_000, what: `${path} at the server` });
  }

  it('a response is refused at once, also one that never ends', async () => {
    expect(await endOf(panel, `${site.api}/refused-stream`, 5_000)).toMatchObject({ verdict: 'blocked' });
  });

  it('aborted while the preflight waits', async () => {
    await page.evaluate((api: string) => {
      const controller = new AbortController();
      Object.assign(globalThis, { controller });
      void fetch(`${api}/preflighted`, { method: 'PUT', signal: controller.signal }).catch(() => undefined);
    }, site.api);
    await reachesServer('/preflighted');
    await appears(panel, `${site.api}/preflighted`);
    await page.evaluate(() => (globalThis as unknown as { controller: AbortController }).controller.abort());
    expect(await endOf(panel, `${site.api}/preflighted`)).toMatchObject({
      verdict: 'failed',
      cause: 'aborted',
    });
  });

  it('the frame is removed', async () => {
    await page.evaluate((api: string) => {
      const frame = document.createElement('iframe');
      frame.srcdoc = `<script>fetch('${api}/hangs/in-frame')</script>`;
      document.body.append(frame);
    }, site.api);
    await reachesServer('/hangs/in-frame');
    await appears(panel, `${site.api}/hangs/in-frame`);
    await page.evaluate(() => document.querySelector('iframe')?.remove());
    expect(await endOf(panel, `${site.api}/hangs/in-frame`)).toMatchObject({ cause: 'aborted' });
  });

  it('the worker is terminated', async () => {
    await page.evaluate((api: string) => {
      const code = `fetch('${api}/hangs/in-worker')`;
      const worker = new Worker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      Object.assign(globalThis, { worker });
    }, site.api);
    await reachesServer('/hangs/in-worker');
    await appears(panel, `${site.api}/hangs/in-worker`);
    await page.evaluate(() => (globalThis as unknown as { worker: Worker }).worker.terminate());
    expect(await endOf(panel, `${site.api}/hangs/in-worker`)).toMatchObject({ cause: 'aborted' });
  });

  it('the page is left, which a keepalive request survives', async () => {
    await panel.click('.toolbar input[type="checkbox"]');
    await page.evaluate((api: string) => {
      void fetch(`${api}/hangs/on-page`);
      void fetch(`${api}/keepalive`, { keepalive: true });
    }, site.api);
    await reachesServer('/hangs/on-page');
    await reachesServer('/keepalive');
    await appears(panel, `${site.api}/keepalive`);
    await page.goto(`${site.page}/next`);
    expect(await endOf(panel, `${site.api}/hangs/on-page`)).toMatchObject({ cause: 'aborted' });
    release();
    const isAllowed = (url: string) =>
      (globalThis as PanelWindow).corsLens
        ?.rows()
        .some((row) => row.url === url && row.verdict === 'allowed');
    await panel.waitFor(isAllowed, [`${site.api}/keepalive`], { what: 'the answer after the navigation' });
  });

  it('another site’s page is left for one out of the back/forward cache', async () => {
    await page.goto(`${site.page.replace('localhost', '127.0.0.1')}/`);
    await page.evaluate((api: string) => void fetch(`${api}/hangs/before-back`), site.api);
    await reachesServer('/hangs/before-back');
    await appears(panel, `${site.api}/hangs/before-back`);
    // Not at once: the page would be gone before it could answer.
    await page.evaluate(() => {
      setTimeout(() => history.back());
    });
    expect(await endOf(panel, `${site.api}/hangs/before-back`)).toMatchObject({ cause: 'aborted' });
    await page.waitFor((origin: string) => location.origin === origin, [site.page], {
      what: 'the page before',
    });
  });

  it('a service worker answers them, or never does', async () => {
    await page.evaluate(async () => {
      await navigator.serviceWorker.register('/service-worker.js');
      await navigator.serviceWorker.ready;
      if (navigator.serviceWorker.controller !== null) return;
      await new Promise((resolve) => {
        navigator.serviceWorker.oncontrollerchange = resolve;
      });
    });
    await page.evaluate(async (api: string) => {
      void fetch(`${api}/swallowed`);
      await fetch(`${api}/by-worker`).then((response) => response.text());
      await fetch(`${api}/past-the-worker`);
    }, site.api);
    expect(await endOf(panel, `${site.api}/past-the-worker`)).toMatchObject({ verdict: 'allowed' });
    // Firefox tells that the service worker took them over, Chromium nothing at all.
    for (const path of engine === 'firefox' ? ['swallowed', 'by-worker'] : []) {
      expect(await endOf(panel, `${site.api}/${path}`)).toMatchObject({
        cause: 'answered-by-service-worker',
      });
    }
    const taken = (await rowsOf(panel)).filter(({ url }) => /by-worker|swallowed/.test(url));
    expect(taken.length).toBe(engine === 'firefox' ? 2 : 0);
  });

  it('the tab is closed, with its shared worker, while a panel of it stays open', async () => {
    await page.evaluate((api: string) => {
      void fetch(`${api}/hangs/in-tab`);
      const code = `onconnect = () => fetch('${api}/hangs/in-shared-worker')`;
      new SharedWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
    }, site.api);
    await appears(panel, `${site.api}/hangs/in-tab`);
    await appears(panel, `${site.api}/hangs/in-shared-worker`);
    await page.close();
    expect(await endOf(panel, `${site.api}/hangs/in-tab`)).toMatchObject({ cause: 'aborted' });
    expect(await endOf(panel, `${site.api}/hangs/in-shared-worker`)).toMatchObject({ cause: 'aborted' });
  });

  it('a stream is allowed while it comes', async () => {
    const row = await endOf(streamingPanel, `${site.api}/stream`, 30_000);
    expect(row).toMatchObject({ verdict: 'allowed' });
  });

  it('none of them is pending in the end', async () => {
    const rows = await rowsOf(panel);
    expect(rows.length).toBeGreaterThan(8);
    expect(rows.filter(({ verdict }) => verdict === 'pending')).toEqual([]);
  });
});

/** A public host that leads to this machine and that the extension isn't given access to. */
const HIDDEN_HOST = 'hidden.public-site.example';

describe.each(ENGINES)('a redirect to a site that the extension may not see, in %s', (engine) => {
  it('ends the exchange soon, and says so', async () => {
    const site = await startTwoOrigins(answer);
    try {
      const browser = await launchWithExtension(engine, { hosts: [HIDDEN_HOST] });
      try {
        const page = await browser.openPage(`${site.page}/`);
        const panel = await openPanelOf(browser, page);
        // What the user withholds, Chromium goes on showing to who may see the page.
        if (engine === 'chromium') await browser.hideFromExtensions([HIDDEN_HOST]);
        else await browser.setHostAccess(['http://localhost/*']);
        const hidden = `${site.api.replace('localhost', HIDDEN_HOST)}/hidden`;
        const url = `${site.api}/redirects?to=${encodeURIComponent(hidden)}`;
        await page.evaluate(async (target: string) => {
          await fetch(target).catch(() => undefined);
        }, url);
        const row = await endOf(panel, url, 15_000);
        const cause = engine === 'chromium' ? 'closed-unseen' : 'out-of-sight';
        expect(row).toMatchObject({ verdict: 'unknown', cause });
      } finally {
        await browser.close();
      }
    } finally {
      await site.close();
    }
  });
});
