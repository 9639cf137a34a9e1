import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserDocument, BrowserPage, PrivatePage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf, rowsOf } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

const SHOP = 'shop.example';
const WORKER = `onconnect = ({ ports: [port] }) => {
  port.onmessage = ({ data }) => fetch(data).then(() => port.postMessage('done'));
}`;

describe.each(ENGINES)('private windows, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let normal: BrowserPage;
  let hidden: PrivatePage;
  let ofNormal: BrowserDocument;
  let ofHidden: BrowserDocument;

  beforeAll(async () => {
    site = await startTwoOrigins(allowCredentialed, {
      '/worker.js': { type: 'text/javascript', text: WORKER },
    });
    browser = await launchWithExtension(engine, { privateWindows: true, hosts: [SHOP] });
    const page = `http://${SHOP}:${new URL(site.page).port}/`;
    normal = await browser.openPage(page);
    ofNormal = await openPanelOf(browser, normal);
    hidden = await browser.openPrivatePage(page);
    ofHidden = await hidden.openDevToolsPanel();
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  /** Asks from the page and from a shared worker of its origin. */
  async function ask(page: BrowserDocument, name: string): Promise<void> {
    await page.evaluate(
      async (byPage: string, byWorker: string) => {
        await fetch(byPage);
        const { port } = new SharedWorker('/worker.js');
        const done = new Promise((resolve) => {
          port.onmessage = resolve;
        });
        port.postMessage(byWorker);
        await done;
      },
      `${site.api}/${name}`,
      `${site.api}/${name}-worker`,
    );
  }

  async function shows(panel: BrowserDocument, ...names: readonly string[]): Promise<void> {
    for (const name of names) await rowOf(panel, `${site.api}/${name}`);
    const shown = (await rowsOf(panel)).map(({ url }) => new URL(url).pathname.slice(1));
    expect(shown.toSorted()).toEqual(names.toSorted());
  }

  /** The words in the box that the Settings button opens. */
  async function settingsOf(panel: BrowserDocument): Promise<string> {
    await panel.evaluate(() =>
      [...document.querySelectorAll('button')].find(({ innerText }) => innerText === 'Settings')?.click(),
    );
    return panel.waitFor(() => document.querySelector<HTMLElement>('.popover-box:not([hidden])')?.innerText);
  }

  /** Chromium doesn't tell whose window a worker serves. */
  const ofOthers = (...names: readonly string[]) => (engine === 'chromium' ? names : []);

  it('their panels say where they are, and what to do', async () => {
    const words = await ofHidden.waitFor(
      () => document.querySelector<HTMLElement>('.empty[data-empty^="private-window"]')?.innerText,
    );
    expect(words).toContain('private window');
    expect(words).toContain('Reload');
  });

  it('what they ask is in their panels, and in no others, also where the origin is the same', async () => {
    await ask(hidden, 'private');
    await ask(normal, 'normal');
    await shows(ofHidden, 'private', 'private-worker', ...ofOthers('normal-worker'));
    await shows(ofNormal, 'normal', 'normal-worker', ...ofOthers('private-worker'));
  });

  it('that stays so when the browser stops the recorder', async () => {
    await browser.stopBackground();
    await ask(hidden, 'hidden-again');
    await shows(
      ofHidden,
      ...['private', 'private-worker', 'hidden-again', 'hidden-again-worker'],
      ...ofOthers('normal-worker'),
    );
    await shows(ofNormal, 'normal', 'normal-worker', ...ofOthers('private-worker', 'hidden-again-worker'));
  });

  it('their sites can’t be put on the list that is kept on disk', async () => {
    expect(await settingsOf(ofNormal)).toContain(`Always record http://${SHOP}`);
    const settings = await settingsOf(ofHidden);
    expect(settings).not.toContain(SHOP);
    expect(settings).toContain('private window');
    expect(await ofHidden.evaluate(() => document.querySelector('[data-action="always-record"]'))).toBeNull();
  });
});
