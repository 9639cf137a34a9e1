import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import type { PanelWindow } from '../browsers/panel-window.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { leaksOf, piecesOf } from '../secrets/leaks.ts';
import { type Planted, SECRET_KINDS } from '../secrets/planted-secrets.ts';
import type { ExtensionWindow } from './extension-api.ts';
import { ENGINES, exportOf, openPanelOf, rowsOf } from './session.ts';
import {
  type Answer,
  allowCredentialed,
  type Received,
  startTwoOrigins,
  type TwoOrigins,
} from './two-origins.ts';

interface Sample {
  readonly name: string;
  readonly secret: string;
  readonly planted: Planted;
}

/** What no page can plant: headers that only the browser sets, its own error texts, and a fetch of a URL with a password. */
const OUT_OF_REACH = /^(?:cookie2?|proxy-.*)$/i;

const SAMPLES: readonly Sample[] = SECRET_KINDS.flatMap(({ name, secret, plant }): readonly Sample[] => {
  const [sample = ''] = fc.sample(secret, { numRuns: 1, seed: name.length * 7919 + name.charCodeAt(0) });
  const planted = plant(sample);
  const isPlantable =
    !Object.keys(planted.requestHeaders ?? {}).some((header) => OUT_OF_REACH.test(header)) &&
    planted.error === undefined &&
    planted.userInfo === undefined;
  return isPlantable ? [{ name, secret: sample, planted }] : [];
});

/** Cookies are the browser's to send: this one is set by the page. */
const COOKIE = 'plantedcookie5f2a91c07be4';

/** A page of the extension that listens in to what the background tells a panel. */
interface ListeningWindow extends ExtensionWindow {
  messages?: unknown[];
}

/** Says what the sample has in its response. Half of them allow nothing, so that there are failures to report. */
function answer(request: Received): Answer {
  const index = Number(/^\/kind\/(\d+)/.exec(request.url)?.[1] ?? 0);
  const { responseHeaders = {}, redirectTo, statusText } = SAMPLES[index]?.planted ?? {};
  const { headers: cors = [] } = allowCredentialed(request);
  const asked = request.headers['access-control-request-headers'];
  if (request.method === 'OPTIONS') {
    return { status: 204, headers: [...cors, ['Access-Control-Allow-Headers', asked ?? '']] };
  }
  const own = 'Access-Control-Allow-Origin' in responseHeaders || index % 2 === 1 ? [] : cors;
  const target = redirectTo?.replace('https:', 'http:').replace('login.example', request.headers.host ?? '');
  return {
    status: target === undefined ? 401 : 302,
    ...(statusText === undefined ? {} : { statusText }),
    headers: [
      ...own,
      ...Object.entries(responseHeaders),
      ...(target === undefined ? [] : [['Location', target] as const]),
    ],
  };
}

describe.each(ENGINES)('no secret gets in, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(answer);
    browser = await launchWithExtension(engine);
    const pageQuery = SAMPLES.map(({ planted }) => planted.pageQuery ?? '').join('');
    page = await browser.openPage(`${site.page}/?${pageQuery}`);
    panel = await openPanelOf(browser, page);
    await panel.evaluate(listenIn, await page.tabId());
    await page.evaluate(
      sendAll,
      site.api,
      SAMPLES.map(({ planted }) => planted),
      COOKIE,
    );
    await panel.waitFor(
      (count: number) => {
        const rows = (globalThis as PanelWindow).corsLens?.rows() ?? [];
        return rows.length === count && rows.every(({ verdict }) => verdict !== 'pending');
      },
      [SAMPLES.length + 1],
      { what: `${SAMPLES.length + 1} exchanges`, timeoutMs: 60_000 },
    );
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('the server got every one that a request carries, so there was something to leak', () => {
    const all = JSON.stringify(site.received);
    expect(SAMPLES.length).toBeGreaterThanOrEqual(40);
    expect(all).toContain(COOKIE);
    for (const { name, secret, planted } of SAMPLES) {
      const { requestHeaders, query, path } = planted;
      const isCarried = requestHeaders !== undefined || query !== undefined || path !== undefined;
      if (isCarried)
        expect([name, piecesOf(secret).some((piece) => all.includes(piece))]).toEqual([name, true]);
    }
  });

  it('none is in what the extension stored', async () => {
    expectNone(
      await panel.waitFor(readStorage, [`/kind/${SAMPLES.length - 1}`], { what: 'the stored exchanges' }),
    );
  });

  it('none is in what the background sent to a panel', async () => {
    expectNone(
      await panel.waitFor(
        (last: string) => {
          const text = JSON.stringify((globalThis as unknown as ListeningWindow).messages ?? []);
          return text.includes(last) ? text : undefined;
        },
        [`/kind/${SAMPLES.length - 1}`],
      ),
    );
  });

  it('none is in a report, nor in the rows', async () => {
    const texts = [
      await exportOf(panel, 'markdown'),
      await exportOf(panel, 'json'),
      JSON.stringify(await rowsOf(panel)),
    ];
    for (const text of texts) {
      expect(text).toContain('/kind/');
      expectNone(text);
    }
  });

  it('none is in what the panel shows', async () => {
    await panel.click('[data-exchange-id]');
    expectNone(
      await panel.waitFor(() => {
        const html = document.documentElement.outerHTML;
        return html.includes('/kind/') ? html : undefined;
      }),
    );
  });

  function expectNone(text: string): void {
    expect(leaksOf([...SAMPLES.map(({ secret }) => secret), COOKIE], text)).toEqual([]);
  }
});

async function sendAll(api: string, all: readonly Planted[], cookie: string): Promise<void> {
  // biome-ignore lint/suspicious/noDocumentCookie: a cookie of this host is what the API on its other port gets.
  document.cookie = `sid=${cookie}; path=/`;
  await fetch(`${api}/cookie`, { credentials: 'include' }).catch(() => undefined);
  for (const [
    index,
    { requestHeaders: { Referer: referrer, ...headers } = {}, path = '', query },
  ] of all.entries()) {
    const url = `${api}/kind/${index}/${path}${query === undefined ? '' : `?${query}`}`;
    // Only the browser sends it: of this page's own origin, and whole if the page says so.
    const sender =
      referrer === undefined
        ? {}
        : { referrer: `/${new URL(referrer).search}`, referrerPolicy: 'unsafe-url' as const };
    await fetch(url, { headers, ...sender }).catch(() => undefined);
  }
}

/** A second listener on the background, as a panel is one. */
function listenIn(tabId: number): void {
  const own = globalThis as unknown as ListeningWindow;
  const messages: unknown[] = [];
  own.messages = messages;
  const port = (own.browser ?? own.chrome).runtime.connect({ name: 'cors-lens/panel/1' });
  port.onMessage.addListener((message) => {
    messages.push(message);
    port.postMessage({ kind: 'received' });
  });
  port.postMessage({ kind: 'subscribe', tabId, watches: true });
}

async function readStorage(last: string): Promise<string | undefined> {
  const own = globalThis as unknown as ExtensionWindow;
  const { storage } = own.browser ?? own.chrome;
  const text = JSON.stringify([await storage.session.get(null), await storage.local.get(null)]);
  return text.includes(last) ? text : undefined;
}
