import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import type { ExtensionWindow } from './extension-api.ts';
import { ENGINES, openPanelOf } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

describe.each(ENGINES)('the number on the toolbar button, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let tabId: number;
  /** One of our own pages, which may ask what the button of any tab says. */
  let own: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins((request) =>
      request.url.startsWith('/blocked') ? { status: 500 } : allowCredentialed(request),
    );
    browser = await launchWithExtension(engine);
    own = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
    page = await browser.openPage(`${site.page}/`);
    tabId = await page.tabId();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Requests these paths of the API, one after the other. */
  async function request(...paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      await page.evaluate(async (url: string) => {
        await fetch(url).catch(() => undefined);
      }, site.api + path);
    }
  }

  async function buttonSays(text: string): Promise<void> {
    const says = async (id: number, wanted: string): Promise<boolean> => {
      const window = globalThis as unknown as ExtensionWindow;
      return (await (window.browser ?? window.chrome).action.getBadgeText({ tabId: id })) === wanted;
    };
    await own.waitFor(says, [tabId, text], { what: `the button to say “${text}”` });
  }

  /** A browser stops a background that has been idle for half a minute: what it was writing is written by then. */
  async function stored(path: string): Promise<void> {
    const isStored = async (wanted: string): Promise<boolean> => {
      const window = globalThis as unknown as ExtensionWindow;
      const values = Object.values(await (window.browser ?? window.chrome).storage.session.get(null));
      return values.map(String).some((text) => text.includes(wanted) && !text.includes('"state":"pending"'));
    };
    await own.waitFor(isStored, [path], { what: `${path} to be stored` });
  }

  it('counts the tab’s blocked requests, and says so in words', async () => {
    await request('/allowed', '/blocked/1', '/allowed', '/blocked/2');
    await buttonSays('2');
    const title = await own.evaluate((id: number) => {
      const window = globalThis as unknown as ExtensionWindow;
      return (window.browser ?? window.chrome).action.getTitle({ tabId: id });
    }, tabId);
    expect(title).toBe('CORS Lens: 2 blocked requests');
  });

  it('is still right after the browser has stopped the background', async () => {
    await stored('/blocked/2');
    await browser.stopBackground();
    await request('/blocked/3');
    await buttonSays('3');
  });

  it('begins anew with the page', async () => {
    await page.goto(`${site.page}/next`);
    await buttonSays('');
    await request('/blocked/4');
    await buttonSays('1');
  });

  it('stays with the requests that are kept over a navigation', async () => {
    const panel = await openPanelOf(browser, page);
    await panel.click('.toolbar .tool-check input');
    await panel.waitFor(() => document.querySelector('.toolbar .tool-check input:checked'));
    await page.goto(`${site.page}/after`);
    await request('/blocked/5');
    await buttonSays('2');
    await page.reload();
    await buttonSays('2');
    await panel.close();
  });

  it('goes with the setting, and comes back with it', async () => {
    const panel = await openPanelOf(browser, page);
    await panel.click('.popover:has(> [aria-label="Settings"]) > button');
    await panel.click('.setting:last-child input');
    await buttonSays('');
    await request('/blocked/6');
    await panel.click('.setting:last-child input');
    await buttonSays('3');
    await panel.close();
  });
});
