import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_EXCHANGES_PER_TAB, MAX_SESSION_BYTES, MAX_URL_LENGTH } from '../../src/model/limits.ts';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import type { PanelWindow } from '../browsers/panel-window.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import type { ExtensionWindow } from './extension-api.ts';
import { memoryOfBrowsers } from './memory.ts';
import { ENGINES, openPanelOf, rowsOf } from './session.ts';
import {
  type Answer,
  allowCredentialed,
  type Received,
  startTwoOrigins,
  type TwoOrigins,
} from './two-origins.ts';

const REQUESTS = 20_000;
/** For 20,000 requests on a machine that is busy with something else; an idle one takes less than a minute. */
const SLOW_MS = 300_000;

/** Of text; Firefox loads no URL that has more than 1,048,576 characters in all. */
const MEGABYTE = 1_000_000;

/** A page of the extension that sees whether its line to the background is cut. */
interface LineWindow extends ExtensionWindow {
  isCut?: boolean;
}

/** An API that allows everything, and answers with as many header lines as are asked for. */
function answer(request: Received): Answer {
  const asked = request.headers['access-control-request-headers'];
  const { headers: cors = [] } = allowCredentialed(request);
  const headers = [
    ...cors,
    ...(asked === undefined ? [] : [['Access-Control-Allow-Headers', asked] as const]),
  ];
  const lines = Number(new URL(request.url, 'http://localhost').searchParams.get('lines') ?? 0);
  const long = Array.from({ length: lines }, (_, n) => [`X-${n}`, 'v'.repeat(90)] as const);
  return { status: 204, headers: [...headers, ...long] };
}

describe.each(ENGINES)('what no page can break, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;
  /** A page of ours that does nothing but see whether the background stops. */
  let line: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(answer);
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
    line = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
    await line.evaluate(watchLine);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it(
    `a page that sends ${REQUESTS} requests: the newest are kept, and the panel says how many were dropped`,
    async () => {
      const before = await memoryOfBrowsers();
      const start = performance.now();
      const answered = await page.evaluate(
        async (api: string, count: number) => {
          let next = 0;
          let ok = 0;
          const worker = async (): Promise<void> => {
            while (next < count) {
              // The browser's own cache would take as much time as the requests.
              const response = await fetch(`${api}/item/${next++}`, { cache: 'no-store' });
              ok += response.ok ? 1 : 0;
            }
          };
          await Promise.all(Array.from({ length: 50 }, worker));
          const last = await fetch(`${api}/last`);
          return ok + (last.ok ? 1 : 0);
        },
        site.api,
        REQUESTS,
      );
      const sent = performance.now();
      expect(answered).toBe(REQUESTS + 1);
      await untilDropped(REQUESTS + 1 - MAX_EXCHANGES_PER_TAB);
      const shown = performance.now();
      console.log(
        `${engine}: ${REQUESTS} requests in ${Math.round(sent - start)} ms, the panel has them ${Math.round(shown - sent)} ms later,`,
        `memory of all processes ${before} MB before, ${await memoryOfBrowsers()} MB after`,
      );
      const rows = await rowsOf(panel);
      expect(rows.length).toBe(MAX_EXCHANGES_PER_TAB);
      expect(rows.every(({ verdict }) => verdict === 'allowed')).toBe(true);
      expect(rows.at(-1)?.url).toBe(`${site.api}/last`);
      await expectSoundBackground();
    },
    SLOW_MS,
  );

  it('the list has only the rows that are seen, and scrolls to the end', async () => {
    const rendered = await panel.evaluate(() => document.querySelectorAll('[data-exchange-id]').length);
    expect(rendered).toBeGreaterThan(5);
    expect(rendered).toBeLessThan(150);
    await panel.click('[data-exchange-id]');
    await panel.press('End');
    await panel.waitFor(
      () =>
        [...document.querySelectorAll('[data-exchange-id]')].some((row) =>
          row.textContent?.includes('/last'),
        ),
      [],
      { what: 'the last row' },
    );
  });

  it('headers of a megabyte, in one line or in many: what is cut is said', async () => {
    const statuses = await page.evaluate(
      async (api: string, size: number) => {
        const lines = Object.fromEntries(
          Array.from({ length: 5_000 }, (_, n) => [`x-${n}`, 'v'.repeat(size / 5_000)]),
        );
        const one = await fetch(`${api}/one-line`, { headers: { 'x-long': 'v'.repeat(size) } });
        const many = await fetch(`${api}/many-lines?lines=1500`, { headers: lines });
        // More than any browser takes in.
        const refused = await fetch(`${api}/refused?lines=12000`).catch(() => null);
        const after = await fetch(`${api}/after-headers`);
        return [one.status, many.status, refused?.status ?? 0, after.status];
      },
      site.api,
      MEGABYTE,
    );
    expect(statuses).toEqual([204, 204, 0, 204]);
    await untilDropped(REQUESTS + 5 - MAX_EXCHANGES_PER_TAB);
    const [[, long] = ['', '']] = (await exportedHop('/one-line')).request.headers.filter(
      ([name]) => name === 'x-long',
    );
    expect(long).toMatch(/ \[cut from 1000000 characters\]$/);
    const many = await exportedHop('/many-lines');
    expect(many.request.leftOut).toBeGreaterThan(3_500);
    expect(many.response.leftOut).toBeGreaterThan(400);
    expect(await verdictsOf('/many-lines')).toEqual(['allowed']);
    await expectSoundBackground();
  });

  it('URLs of a megabyte, one after the other', async () => {
    const statuses = await page.evaluate(
      async (api: string, size: number) => {
        const all: number[] = [];
        for (let n = 0; n < 20; n += 1) {
          all.push((await fetch(`${api}/long/${n}?${'ab=cd&'.repeat(size / 6)}`)).status);
        }
        return [...all, (await fetch(`${api}/after-urls`)).status];
      },
      site.api,
      MEGABYTE,
    );
    expect(new Set(statuses)).toEqual(new Set([204]));
    await untilDropped(REQUESTS + 26 - MAX_EXCHANGES_PER_TAB);
    const long = (await rowsOf(panel)).filter(({ url }) => url.includes('/long/'));
    expect(long.length).toBe(20);
    expect(Math.max(...long.map(({ url }) => url.length))).toBeLessThanOrEqual(MAX_URL_LENGTH);
    expect(long.every(({ url }) => /\.\.\.cut-from-\d{6,7}$/.test(url))).toBe(true);
    await expectSoundBackground();
  });

  /** Waits until the panel says that so many were dropped: then it has also shown the newest. */
  async function untilDropped(count: number): Promise<void> {
    await panel.waitFor(
      (wanted: string) => {
        const words = document.querySelector('[data-notice="dropped"]')?.textContent;
        return words?.startsWith(`${wanted} `) && !document.body.textContent?.includes('checking ');
      },
      [count.toLocaleString('en')],
      { timeoutMs: 60_000, what: `${count} dropped` },
    );
  }

  async function verdictsOf(path: string): Promise<readonly string[]> {
    return (await rowsOf(panel)).filter(({ url }) => url.includes(path)).map(({ verdict }) => verdict);
  }

  /** The first hop of the exchange with that path, as it is in the JSON report. */
  function exportedHop(path: string): Promise<ReportedHop> {
    return panel.waitFor(
      async (wanted: string) => {
        const text = await (globalThis as PanelWindow).corsLens?.exportReport('json');
        const { exchanges }: Report = JSON.parse(text ?? '');
        return exchanges.find(({ hops }) => hops[0].url.includes(wanted))?.hops[0];
      },
      [path],
      { what: `${path} in the report` },
    );
  }

  /** It was not stopped or started anew, and what it stored is within its own limit, far below the browser's quota. */
  async function expectSoundBackground(): Promise<void> {
    const { isCut, bytes } = await line.evaluate(async () => {
      const own = globalThis as unknown as LineWindow;
      const bytes = await (own.browser ?? own.chrome).storage.session.getBytesInUse(null);
      return { isCut: own.isCut, bytes };
    });
    expect(isCut).toBe(false);
    expect(bytes).toBeGreaterThan(0);
    expect(bytes).toBeLessThanOrEqual(MAX_SESSION_BYTES);
  }
});

interface Report {
  readonly exchanges: readonly { readonly hops: readonly [ReportedHop] }[];
}

interface ReportedHop {
  readonly url: string;
  readonly request: { readonly headers: readonly (readonly [string, string])[]; readonly leftOut: number };
  readonly response: { readonly leftOut: number };
}

/** A line to the background that is cut when it stops. */
function watchLine(): void {
  const own = globalThis as unknown as LineWindow;
  own.isCut = false;
  const port = (own.browser ?? own.chrome).runtime.connect({ name: 'cors-lens/panel/1' });
  port.onDisconnect.addListener(() => {
    own.isCut = true;
  });
}
