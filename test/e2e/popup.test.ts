import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** A name that isn't one of a development origin, and leads to this machine all the same. */
const PUBLIC_HOST = 'shop.public-site.example';

interface TabsWindow {
  readonly browser?: TabsWindow;
  readonly chrome: TabsWindow;
  readonly action: {
    getBadgeText(details: { tabId: number }): Promise<string>;
    openPopup(): Promise<void>;
  };
  readonly extension: { getViews(filter: { type: 'popup' }): readonly Window[] };
  readonly tabs: { query(filter: object): Promise<readonly { readonly url?: string }[]> };
}

describe.each(ENGINES)('the popup of the toolbar button, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;

  beforeAll(async () => {
    site = await startTwoOrigins((request) =>
      request.url.startsWith('/blocked') ? { status: 500 } : allowCredentialed(request),
    );
    browser = await launchWithExtension(engine, { hosts: [PUBLIC_HOST] });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function openPopupOf(page: BrowserPage): Promise<BrowserPage> {
    return browser.openExtensionPage(`src/popup/popup.html?tabId=${await page.tabId()}`);
  }

  async function request(page: BrowserPage, path: string): Promise<void> {
    await page.evaluate(async (url: string) => {
      await fetch(url).catch(() => undefined);
    }, site.api + path);
  }

  /** Waits for the title to be this. */
  async function says(popup: BrowserPage, title: string): Promise<void> {
    await popup.waitFor((wanted: string) => document.querySelector('h2')?.textContent === wanted, [title], {
      what: `the title “${title}”`,
    });
  }

  it('tells the causes of what was blocked, newest first, and follows what happens', async () => {
    const page = await browser.openPage(`${site.page}/`);
    await request(page, '/blocked/1');
    await request(page, '/allowed');
    const popup = await openPopupOf(page);
    await says(popup, '1 blocked request');
    for (const path of ['/blocked/2', '/blocked/2', '/allowed']) await request(page, path);
    await says(popup, '3 blocked requests');
    const listed = await popup.evaluate(() =>
      [...document.querySelectorAll('.cause')].map((cause) => [
        cause.querySelector('h3 span')?.textContent,
        ...[...cause.querySelectorAll('.request')].map((each) => each.textContent),
      ]),
    );
    expect(listed).toEqual([
      [
        'Server error 500 behind the CORS error',
        `GET${site.api}/blocked/222 blocked requests`,
        `GET${site.api}/blocked/1`,
      ],
    ]);
    await popup.close();
    await page.close();
  });

  it('says that nothing is blocked where nothing is', async () => {
    const page = await browser.openPage(`${site.page}/`);
    for (const path of ['/1', '/2']) await request(page, path);
    const popup = await openPopupOf(page);
    await says(popup, '2 cross-origin requests, none blocked');
    await popup.close();
    await page.close();
  });

  it('turns the number on the button off and on', async () => {
    const page = await browser.openPage(`${site.page}/`);
    const tabId = await page.tabId();
    await request(page, '/blocked');
    const popup = await openPopupOf(page);
    const shows = async (text: string): Promise<void> => {
      const isShown = async (id: number, wanted: string): Promise<boolean> => {
        const own = globalThis as unknown as TabsWindow;
        return (await (own.browser ?? own.chrome).action.getBadgeText({ tabId: id })) === wanted;
      };
      await popup.waitFor(isShown, [tabId, text], { what: `the number “${text}”` });
    };
    await shows('1');
    await popup.click('.next-steps input');
    await shows('');
    await says(popup, '1 blocked request');
    await popup.click('.next-steps input');
    await shows('1');
    await popup.close();
    await page.close();
  });

  it('does not start a recording, and offers to record the site always', async () => {
    const page = await browser.openPage(`${site.page.replace('localhost', PUBLIC_HOST)}/`);
    const popup = await openPopupOf(page);
    await popup.waitFor(() => document.querySelector('[data-empty="out-of-scope"]'));
    await request(page, '/blocked/unseen');
    await popup.click('[data-action="always-record"]');
    await popup.click('[data-action="reload"]');
    await popup.waitFor(() => document.querySelector('[data-empty="no-cross-origin"]'));
    await request(page, '/blocked/seen');
    await says(popup, '1 blocked request');
    await popup.close();
    await page.close();
  });

  it('asks for access where it is missing', async () => {
    const page = await browser.openPage(`${site.page}/`);
    await browser.setHostAccess(false);
    const popup = await openPopupOf(page);
    await popup.waitFor(() => document.querySelector('[data-empty="nothing-granted"] [data-action="grant"]'));
    await browser.setHostAccess(true);
    await popup.waitFor(() => document.querySelector('.popup:not(:has([data-action="grant"]))'));
    await popup.close();
    await page.close();
  });

  it('opens from the button, on the tab that the user looks at, as large as what is in it', async () => {
    const own = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
    const page = await browser.openPage(`${site.page}/`);
    await request(page, '/blocked');
    await page.tabId();
    await own.evaluate(async () => {
      const window = globalThis as unknown as TabsWindow;
      await (window.browser ?? window.chrome).action.openPopup();
    });
    const fits = (): boolean => {
      const window = globalThis as unknown as TabsWindow;
      const [popup] = (window.browser ?? window.chrome).extension.getViews({ type: 'popup' });
      const title = popup?.document.querySelector('h2')?.textContent;
      return title === '1 blocked request' && popup?.innerHeight === popup?.document.body.offsetHeight;
    };
    await own.waitFor(fits, [], { what: 'the popup of the page' });
    await own.close();
    await page.close();
  });

  it('has nothing to say of the browser’s own pages', async () => {
    const popup = await browser.openExtensionPage('src/popup/popup.html');
    await popup.waitFor(() => document.querySelector('[data-empty="browser-page"]'));
    await popup.close();
  });

  it('opens the panel in a tab', async () => {
    const page = await browser.openPage(`${site.page}/`);
    const tabId = await page.tabId();
    const other = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
    const popup = await openPopupOf(page);
    // As long as it is connecting, what it says moves the button.
    await popup.waitFor(() => document.querySelector('[data-connection="live"]'), [], { what: 'the popup' });
    await popup.click('[data-action="open-in-tab"]');
    const isOpen = async (id: number): Promise<boolean> => {
      const own = globalThis as unknown as TabsWindow;
      const tabs = await (own.browser ?? own.chrome).tabs.query({});
      return tabs.some(({ url }) => url?.endsWith(`panel.html?tabId=${id}`));
    };
    await other.waitFor(isOpen, [tabId], { what: 'the tab with the panel' });
  });
});
