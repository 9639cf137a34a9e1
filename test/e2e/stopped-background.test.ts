import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { storedKeys } from './extension-storage.ts';
import { ENGINES, openPanelOf, rowOf, rowsOf } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

describe.each(ENGINES)('a background that the browser stopped, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(allowCredentialed);
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function request(path: string): Promise<string> {
    const url = `${site.api}${path}`;
    await page.evaluate(async (target: string) => {
      await fetch(target).catch(() => undefined);
    }, url);
    return url;
  }

  it('still has what was recorded before, and records what comes after', async () => {
    const panel = await openPanelOf(browser, page);
    const before = await request('/before');
    await rowOf(panel, before);
    await storedKeys(panel, 'x:', [before, '"state":"completed"'], 1);
    await panel.close();
    await browser.stopBackground();

    const after = await request('/after');
    const reopened = await openPanelOf(browser, page);
    expect(await rowOf(reopened, before)).toMatchObject({ verdict: 'allowed' });
    expect(await rowOf(reopened, after)).toMatchObject({ verdict: 'allowed' });
    await reopened.close();
  });

  it('is reached again by a panel that stayed open: nothing is lost and nothing is doubled', async () => {
    const panel = await openPanelOf(browser, page);
    const first = await request('/first');
    await rowOf(panel, first);
    await storedKeys(panel, 'x:', [first, '"state":"completed"'], 1);
    await browser.stopBackground();
    await rowOf(panel, await request('/second'));
    const urls = (await rowsOf(panel)).map(({ url }) => url.slice(site.api.length));
    expect(urls).toEqual(['/before', '/after', '/first', '/second']);
    await panel.close();
  });
});
