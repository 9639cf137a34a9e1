import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf, rowsOf } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

describe.each(ENGINES)('without access to the sites, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(allowCredentialed);
    browser = await launchWithExtension(engine, { grantHosts: false });
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function request(path: string): Promise<string> {
    const url = `${site.api}${path}`;
    await page.evaluate(async (target: string) => {
      await fetch(target);
    }, url);
    return url;
  }

  it('the panel says that it sees nothing, and why, with a button that asks for access', async () => {
    await request('/unseen');
    await panel.waitFor(() => document.querySelector('[data-action="grant"]'), [], {
      what: 'the button that asks for access',
    });
    expect(await rowsOf(panel)).toEqual([]);
  });

  it('once access is given it records, without a reload', async () => {
    await browser.setHostAccess(true);
    await panel.waitFor(() => document.querySelector('[data-action="grant"]') === null, [], {
      what: 'the button to be gone',
    });
    expect(await rowOf(panel, await request('/seen'))).toMatchObject({ verdict: 'allowed' });
  });
});

interface TabsWindow {
  readonly browser: {
    readonly tabs: { query(filter: object): Promise<readonly { readonly url?: string }[]> };
  };
}

/** An extension's page in Firefox's DevTools has no way to ask for permissions. */
describe('without access to the sites, in Firefox’s DevTools', () => {
  it('the button opens the panel in a tab of its own, where it can ask', async () => {
    const site = await startTwoOrigins(allowCredentialed);
    const browser = await launchWithExtension('firefox', { grantHosts: false, devtools: true });
    try {
      const page = await browser.openPage(`${site.page}/`);
      const tabId = await page.tabId();
      const panel = await browser.openDevToolsPanel(page);
      await panel.click('[data-action="grant"]');
      const other = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
      const opened = async (id: number): Promise<boolean> => {
        const { tabs } = (globalThis as unknown as TabsWindow).browser;
        return (await tabs.query({})).some(({ url }) => url?.endsWith(`panel.html?tabId=${id}`));
      };
      await other.waitFor(opened, [tabId], { what: 'the tab with the panel' });
    } finally {
      await browser.close();
      await site.close();
    }
  });
});
