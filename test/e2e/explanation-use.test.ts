import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf } from './session.ts';
import { startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** What somebody does who wants to know more than the headline. */
describe.each(ENGINES)('reading an explanation in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;
  const rows: string[] = [];

  beforeAll(async () => {
    // Each path's answer allows the page, but for a slash at the end.
    site = await startTwoOrigins(({ url, headers }) => ({
      headers: [
        ['Access-Control-Allow-Origin', `${headers.origin}/`],
        ['X-Path', `path-of-${url.slice(1)}`],
      ],
    }));
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
    for (const path of ['/first', '/second']) {
      await page.evaluate(async (url: string) => {
        await fetch(url).catch(() => undefined);
      }, `${site.api}${path}`);
      rows.push((await rowOf(panel, `${site.api}${path}`)).id);
    }
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const select = (index: number) => panel.click(`[data-exchange-id="${rows[index]}"]`);

  it('the character that differs is marked, and named', async () => {
    await select(0);
    const marked = await panel.waitFor(() => document.querySelector('mark.differs')?.lastChild?.textContent);
    expect(marked).toBe('/');
    const words = await panel.evaluate(() => document.querySelector('.comparison-words')?.textContent);
    expect(words).toBe('Differs at the end: an extra /.');
  });

  it('how long it took is told from what the browser measured', async () => {
    await panel.click('[data-fold="timing"] > summary');
    const times = await panel.waitFor(() => {
      const cells = [...document.querySelectorAll('.timing .timing-time')].map(
        (cell) => cell.textContent ?? '',
      );
      return cells.length > 0 ? cells : undefined;
    });
    for (const time of times) expect(time).toMatch(/^(under )?[\d.]+ m?s$/);
  });

  it('a header is found, and what was opened and looked for is still there at the next request', async () => {
    await panel.click('[data-fold="headers"] > summary');
    await panel.click('.header-search-field');
    await panel.type('path-of');
    const found = (path: string) =>
      panel.waitFor(
        (wanted: string) =>
          [...document.querySelectorAll('[data-fold="headers"][open] .header-line')].some((line) =>
            line.textContent?.includes(wanted),
          ),
        [`path-of-${path}`],
        { what: `the header of ${path}` },
      );
    await found('first');
    await select(1);
    await found('second');
    expect(
      await panel.evaluate(() => document.querySelector('[data-fold="timing"]')?.hasAttribute('open')),
    ).toBe(true);
  });
});
