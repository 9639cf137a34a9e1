import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserDocument, BrowserPage, DevToolsPanel, RealBrowser } from '../browsers/browser.ts';
import type { PanelWindow } from '../browsers/panel-window.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf, rowsOf } from './session.ts';
import {
  type Answer,
  allowCredentialed,
  type Received,
  startTwoOrigins,
  type TwoOrigins,
} from './two-origins.ts';

const SHOP = 'shop.example';
const API = 'api.example';
const INTRANET = 'intranet.example';
const OTHER = 'other.example';

/** Redirects to another host where it is asked to. */
function allowOrRedirect(request: Received): Answer {
  const { headers = [] } = allowCredentialed(request);
  const [, to] = /^\/to\/([^/]+)/.exec(request.url) ?? [];
  const [, port] = (request.headers.host ?? '').split(':');
  return to === undefined
    ? { headers }
    : { status: 302, headers: [...headers, ['Location', `http://${to}:${port}/`]] };
}

/** Waits for the words about missing access, in place of the list or above it, with these buttons. */
async function gapIn(panel: BrowserDocument, kind: string, buttons: readonly string[] = []): Promise<void> {
  await panel.waitFor(
    (wanted: string, labels: readonly string[]) => {
      const place = document.querySelector(`[data-empty="${wanted}"], [data-notice="${wanted}"]`);
      const shown = [...(place?.querySelectorAll('button') ?? [])].map((button) => button.innerText);
      return place !== null && labels.every((label) => shown.includes(label));
    },
    [kind, buttons],
    { what: `the panel to say ${kind}, with ${buttons.join(' and ') || 'any buttons'}` },
  );
}

/** Waits until nothing is said to be missing. */
async function noGapIn(panel: BrowserDocument): Promise<void> {
  await panel.waitFor(
    () =>
      document.querySelector('[data-action^="grant"], [data-empty="hidden"], [data-notice="hidden"]') ===
      null,
    [],
    { what: 'nothing to be missing' },
  );
}

async function request(page: BrowserPage, url: string): Promise<string> {
  await page.evaluate(async (target: string) => {
    await fetch(target);
  }, url);
  return url;
}

describe.each(ENGINES)('access to the sites, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: DevToolsPanel;
  /** `http://host:port` of the page and of the API. */
  const at = (host: string, from: keyof Pick<TwoOrigins, 'page' | 'api'>) =>
    `http://${host}:${new URL(site[from]).port}`;

  beforeAll(async () => {
    site = await startTwoOrigins(allowOrRedirect);
    browser = await launchWithExtension(engine, {
      grantHosts: false,
      devtools: true,
      hosts: [SHOP, API, INTRANET, OTHER],
    });
    page = await browser.openPage(`${at(SHOP, 'page')}/`);
    panel = await browser.openDevToolsPanel(page);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('without any, the panel says that it sees nothing, and offers what the page needs', async () => {
    await request(page, `${at(API, 'api')}/unseen`);
    const needed = engine === 'firefox' ? 'Allow on these 2 sites' : `Allow on ${SHOP}`;
    await gapIn(panel, 'nothing-granted', [needed, 'Allow on all sites']);
    expect(await rowsOf(panel)).toEqual([]);
  });

  it('with access to another site, it says that the page’s is missing', async () => {
    await browser.setHostAccess(['*://other.example/*']);
    await gapIn(panel, 'page-not-granted', ['Allow on all sites']);
  });

  it('with access to the page’s site alone, it records without a reload what the browser then shows', async () => {
    await browser.setHostAccess([`http://${SHOP}/*`]);
    if (engine === 'firefox') {
      await request(page, `${at(API, 'api')}/hidden`);
      await gapIn(panel, 'targets-not-granted', [`Allow on ${API}`, 'Allow on all sites']);
      expect(await rowsOf(panel)).toEqual([]);
      await browser.setHostAccess([`http://${SHOP}/*`, `http://${API}/*`]);
    }
    await noGapIn(panel);
    expect(await rowOf(panel, await request(page, `${at(API, 'api')}/some`))).toMatchObject({
      verdict: 'allowed',
    });
    const elsewhere = await request(page, `${at(API, 'api')}/to/${OTHER}`);
    await panel.waitFor(
      (url: string, wanted: string) =>
        (globalThis as PanelWindow).corsLens?.rows().some((row) => row.url === url && row.verdict === wanted),
      [elsewhere, engine === 'firefox' ? 'unknown' : 'allowed'],
      { what: 'what is shown of a request that leaves the site' },
    );
  });

  it('when access is withdrawn, it says so above the list, and records again once it is back', async () => {
    await browser.setHostAccess(false);
    await gapIn(panel, 'nothing-granted');
    await request(page, `${at(API, 'api')}/withdrawn`);
    await browser.setHostAccess(true);
    await noGapIn(panel);
    await rowOf(panel, await request(page, `${at(API, 'api')}/again`));
    const paths = (await rowsOf(panel)).map(({ url }) => new URL(url).pathname);
    expect(paths.filter((path) => !path.startsWith('/to/'))).toEqual(['/some', '/again']);
  });

  it('a site that an administrator hides is named, as long as nothing of it is seen', async () => {
    await browser.hideFromExtensions([INTRANET]);
    await request(page, `${at(INTRANET, 'api')}/blocked`);
    await gapIn(panel, 'hidden');
    expect(await panel.evaluate(() => document.body.innerText)).toContain(INTRANET);
  });

  it('a page of such a site is said to be out of bounds', async () => {
    await page.goto(`${at(INTRANET, 'page')}/`);
    await gapIn(panel, 'kept-out');
    // Chromium doesn't tell when the page before has gone, so that it stays listed.
    expect((await rowsOf(panel)).length > 0).toBe(engine === 'chromium');
    await page.goto(`${at(SHOP, 'page')}/`);
    await noGapIn(panel);
  });
});

/** In Chromium nobody can answer the browser's question without a display. */
describe('the button that asks for access, in Firefox', () => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(allowCredentialed);
    browser = await launchWithExtension('firefox', { grantHosts: false, devtools: true });
    page = await browser.openPage(`${site.page}/`);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('in DevTools, where it can’t ask, opens the panel in a tab of its own', async () => {
    const tabId = await page.tabId();
    const panel = await browser.openDevToolsPanel(page);
    await panel.click('[data-action="grant"]');
    const other = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
    const opened = async (id: number): Promise<boolean> => {
      const { tabs } = (globalThis as unknown as TabsWindow).browser;
      return (await tabs.query({})).some(({ url }) => url?.endsWith(`panel.html?tabId=${id}`));
    };
    await other.waitFor(opened, [tabId], { what: 'the tab with the panel' });
  });

  it('there asks, and with the answer the recording begins, without a reload', async () => {
    const panel = await openPanelOf(browser, page);
    await panel.click('[data-action="grant"]');
    await noGapIn(panel);
    expect(await rowOf(panel, await request(page, `${site.api}/granted`))).toMatchObject({
      verdict: 'allowed',
    });
  });
});

interface TabsWindow {
  readonly browser: {
    readonly tabs: { query(filter: object): Promise<readonly { readonly url?: string }[]> };
  };
}
