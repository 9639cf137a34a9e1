import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { makeKeptProfile } from '../browsers/launch.ts';
import { removeProfile } from '../browsers/profile.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { storedForGood, storedKeys } from './extension-storage.ts';
import { ENGINES, openPanelOf, rowOf, rowsOf } from './session.ts';
import { allowCredentialed, type PageFiles, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** A name that isn't one of a development origin, and leads to this machine all the same. */
const PUBLIC_HOST = 'app.public-site.example';

type PageFile = PageFiles[string];

/** A page that makes a request as soon as it can. */
function eagerPage(url: string): PageFile {
  return {
    type: 'text/html',
    text: `<!doctype html><link rel="icon" href="data:,"><title>Page</title><script>fetch("${url}")</script>`,
  };
}

describe.each(ENGINES)('what is recorded, and from when, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;

  beforeAll(async () => {
    const files: Record<string, PageFile> = {};
    site = await startTwoOrigins(allowCredentialed, files);
    files['/eager'] = eagerPage(`${site.api}/on-load`);
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

  it('another page: from the moment its panel opens; the panel says so, and gets the rest by a reload', async () => {
    const page = await browser.openPage(`${site.page.replace('localhost', PUBLIC_HOST)}/eager`);
    const early = await request(page, '/before-the-panel');
    const panel = await openPanelOf(browser, page);
    await panel.waitFor(() => document.querySelector('[data-empty="incomplete"]'), [], {
      what: 'the notice that earlier requests were not recorded',
    });
    const late = await request(page, '/after-the-panel');
    expect(await rowOf(panel, late)).toMatchObject({ verdict: 'allowed' });
    expect((await rowsOf(panel)).map(({ url }) => url)).toEqual([late]);
    await panel.click('[data-notice="incomplete"] [data-action="reload"]');
    expect(await rowOf(panel, `${site.api}/on-load`)).toMatchObject({ verdict: 'allowed' });
    expect((await rowsOf(panel)).map(({ url }) => url)).not.toContain(early);
    expect(await panel.evaluate(() => document.querySelector('[data-notice="incomplete"]'))).toBeNull();
    await page.close();
    await panel.close();
  });

  it('nothing of a tab beside a recorded one', async () => {
    const recorded = await browser.openPage(`${site.page}/`);
    const beside = await browser.openPage(`${site.page.replace('localhost', PUBLIC_HOST)}/`);
    const before = await request(recorded, '/recorded-before');
    const urls = [await request(beside, '/beside-1'), await request(beside, '/beside-2')];
    const after = await request(recorded, '/recorded-after');
    const panel = await openPanelOf(browser, beside);
    for (const url of [before, after]) await storedKeys(panel, 'x:', [url, '"state":"completed"'], 1);
    for (const url of urls) await storedKeys(panel, '', [url], 0);
    expect(await rowsOf(panel)).toEqual([]);
    for (const each of [recorded, beside, panel]) await each.close();
  });

  it('a site that the user chose: from its first request, also after the background was stopped', async () => {
    const url = `${site.page.replace('localhost', PUBLIC_HOST)}/`;
    const page = await browser.openPage(url);
    const panel = await openPanelOf(browser, page);
    await chooseSite(panel);
    // A browser stops a background that has been idle for half a minute: the choice is written by then.
    await storedForGood(panel, new URL(url).origin);
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

describe.each(ENGINES)('a site that the user chose, after %s was closed and started again', (engine) => {
  it('is recorded from its first request', async () => {
    const files: Record<string, PageFile> = {};
    const site = await startTwoOrigins(allowCredentialed, files);
    files['/eager'] = eagerPage(`${site.api}/on-load`);
    const profile = await makeKeptProfile(engine);
    const url = `${site.page.replace('localhost', PUBLIC_HOST)}/eager`;
    const visit = async (use: (panel: BrowserPage) => Promise<unknown>): Promise<void> => {
      const browser = await launchWithExtension(engine, { hosts: [PUBLIC_HOST], profile });
      try {
        await use(await openPanelOf(browser, await browser.openPage(url)));
      } finally {
        await browser.close();
      }
    };
    try {
      await visit(async (panel) => {
        await chooseSite(panel);
        await storedForGood(panel, new URL(url).origin);
      });
      await visit(async (panel) => {
        expect(await rowOf(panel, `${site.api}/on-load`)).toMatchObject({ verdict: 'allowed' });
        expect(await panel.evaluate(() => document.querySelector('[data-notice="incomplete"]'))).toBeNull();
      });
    } finally {
      removeProfile(profile);
      await site.close();
    }
  });
});

/** "Always record this site", and waits until the background has taken it. */
async function chooseSite(panel: BrowserPage): Promise<void> {
  await panel.click('[data-action="always-record"]');
  await panel.waitFor(() =>
    document.querySelector('[data-empty="incomplete"]:not(:has([data-action="always-record"]))'),
  );
}
