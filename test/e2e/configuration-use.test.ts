import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf } from './session.ts';
import { startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** What somebody does who wants to repair their server. */
describe.each(ENGINES)('taking a configuration from the panel in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;

  /** A blocked request of the page, selected in a panel of its own. */
  async function openOn(path: string): Promise<BrowserPage> {
    const opened = await openPanelOf(browser, page);
    await page.evaluate(async (url: string) => {
      await fetch(url, { method: 'PUT' }).catch(() => undefined);
    }, `${site.api}${path}`);
    const { id } = await rowOf(opened, `${site.api}${path}`);
    await opened.click(`[data-exchange-id="${id}"]`);
    await opened.waitFor(() => document.querySelector('.configuration'), [], { what: 'a configuration' });
    return opened;
  }

  const has = (text: string) =>
    panel.waitFor(
      (wanted: string) =>
        [...document.querySelectorAll('.snippet-lines')].some(({ textContent }) =>
          textContent?.includes(wanted),
        ),
      [text],
      { what: `a configuration with ${text}` },
    );

  beforeAll(async () => {
    site = await startTwoOrigins(() => ({}));
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
    panel = await openOn('/first');
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('the server is chosen by the keyboard, and its text names the page', async () => {
    // The label's click leads to the field without opening its list.
    await panel.click('.configuration-choices label');
    await panel.type('Expr');
    await panel.press('Tab');
    await has('app.use(');
    await has(`'${site.page}'`);
  });

  it('an origin that is added is in the text at once, and the request still passes', async () => {
    await panel.click('.policy-editor > summary');
    await panel.click('.policy-fields textarea');
    await panel.press('Control+End');
    await panel.press('Enter');
    await panel.type('https://shop.example/');
    await has("'https://shop.example'");
    const effect = await panel.evaluate(
      () => document.querySelector('.configuration [role="status"]')?.textContent,
    );
    expect(effect?.trim()).toBe('With this, the request passes: the same rules say so.');
  });

  it('is copied', async () => {
    await panel.click('.snippet .button');
    await panel.waitFor(() => document.querySelector('.snippet .button')?.textContent === 'Copied', [], {
      what: 'the button to say that it has copied',
    });
  });

  it('the next panel has the same server from the start', async () => {
    panel = await openOn('/second');
    const chosen = await panel.waitFor(
      () => document.querySelector<HTMLSelectElement>('.configuration-choices select')?.value,
    );
    expect(chosen).toBe('express');
    await has('app.use(');
  });
});
