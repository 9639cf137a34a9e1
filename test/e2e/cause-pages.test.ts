import { afterEach, describe, expect, it } from 'vitest';
import type { RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES } from './session.ts';
import { startTwoOrigins, type TwoOrigins } from './two-origins.ts';

interface TabsApi {
  readonly tabs: { query(filter: object): Promise<readonly { readonly url?: string }[]> };
}

interface ExtensionWindow {
  readonly browser?: TabsApi;
  readonly chrome: TabsApi;
}

describe.each(ENGINES)('the pages about causes, from the real DevTools of %s', (engine) => {
  let browser: RealBrowser | undefined;
  let site: TwoOrigins | undefined;

  afterEach(async () => {
    await browser?.close();
    await site?.close();
  });

  it('open in a tab of their own', async () => {
    site = await startTwoOrigins(() => ({ status: 500 }));
    browser = await launchWithExtension(engine, { devtools: true });
    const page = await browser.openPage(`${site.page}/`);
    await page.evaluate(async (api: string) => {
      await fetch(`${api}/orders`).catch(() => undefined);
    }, site.api);
    const panel = await browser.openDevToolsPanel(page);
    await panel.waitFor(() => document.querySelector('[data-exchange-id]'), [], { what: 'a row' });
    await panel.click('[data-exchange-id]');
    const path = await panel.waitFor(() => document.querySelector('.links a')?.getAttribute('href'));
    expect(path).toBe('/causes/error-response-without-cors-headers.html');
    await panel.click('.links a');

    const url = `${browser.extensionOrigin.replace(/\/$/, '')}${path}`;
    const other = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
    const opened = async (wanted: string): Promise<boolean> => {
      const { browser: api, chrome } = globalThis as unknown as ExtensionWindow;
      return (await (api ?? chrome).tabs.query({})).some((tab) => tab.url === wanted);
    };
    await other.waitFor(opened, [url], { what: 'the tab with the page' });

    const causePage = await browser.openExtensionPage(path.slice(1));
    const heading = await causePage.waitFor(() => document.querySelector('h1')?.textContent);
    expect(heading).not.toBe('');
  });
});
