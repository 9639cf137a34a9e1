import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf, rowsOf } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** A name that isn't one of a development origin, and leads to this machine all the same. */
const PUBLIC_HOST = 'app.public-site.example';

describe.each(ENGINES)('what is recorded, and from when, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;

  beforeAll(async () => {
    site = await startTwoOrigins(allowCredentialed);
    browser = await launchWithExtension(engine, { hosts: [PUBLIC_HOST] });
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  async function request(page: BrowserPage, path: string): Promise<string> {
    const url = `${site.api}${path}`;
    await page.evaluate(async (target: string) => {
      await fetch(target);
    }, url);
    return url;
  }

  it('a development origin: from its first request, before the panel is opened', async () => {
    const page = await browser.openPage(`${site.page}/`);
    const early = await request(page, '/early');
    const panel = await openPanelOf(browser, page);
    expect(await rowOf(panel, early)).toMatchObject({ verdict: 'allowed' });
    await page.close();
    await panel.close();
  });

  it('another page: from the moment its panel opens, and the panel says so', async () => {
    const page = await browser.openPage(`${site.page.replace('localhost', PUBLIC_HOST)}/`);
    const early = await request(page, '/before-the-panel');
    const panel = await openPanelOf(browser, page);
    await panel.waitFor(() => document.querySelector('[data-empty="incomplete"]'), [], {
      what: 'the notice that earlier requests were not recorded',
    });
    const late = await request(page, '/after-the-panel');
    expect(await rowOf(panel, late)).toMatchObject({ verdict: 'allowed' });
    expect((await rowsOf(panel)).map(({ url }) => url)).not.toContain(early);
    await page.close();
    await panel.close();
  });

  it('a site that the user chose: from its first request, also after the background was stopped', async () => {
    const url = `${site.page.replace('localhost', PUBLIC_HOST)}/`;
    const page = await browser.openPage(url);
    const panel = await openPanelOf(browser, page);
    await panel.click('[data-action="always-record"]');
    await panel.waitFor(() =>
      document.querySelector('[data-empty="incomplete"]:not(:has([data-action="always-record"]))'),
    );
    await panel.close();
    await page.close();
    await browser.stopBackground();

    const again = await browser.openPage(url);
    const early = await request(again, '/early-on-own-site');
    const reopened = await openPanelOf(browser, again);
    expect(await rowOf(reopened, early)).toMatchObject({ verdict: 'allowed' });
    await again.close();
    await reopened.close();
  });

  it('a shared worker belongs to the pages of its origin', async () => {
    const page = await browser.openPage(`${site.page}/`);
    const panel = await openPanelOf(browser, page);
    const url = `${site.api}/from-shared-worker`;
    await page.evaluate(async (target: string) => {
      const code = `onconnect = ({ports:[port]}) => fetch(${JSON.stringify(target)}).then(() => port.postMessage(1))`;
      const worker = new SharedWorker(URL.createObjectURL(new Blob([code], { type: 'text/javascript' })));
      await new Promise((resolve) => {
        worker.port.onmessage = resolve;
      });
    }, url);
    expect(await rowOf(panel, url)).toMatchObject({ verdict: 'allowed' });
    await page.close();
    await panel.close();
  });
});
