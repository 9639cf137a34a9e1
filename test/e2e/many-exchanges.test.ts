import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_EXCHANGES_PER_TAB } from '../../src/model/limits.ts';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowsOf } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

const REQUESTS = MAX_EXCHANGES_PER_TAB + 250;

describe.each(ENGINES)('more exchanges than are kept, in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(allowCredentialed);
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
    await page.evaluate(
      async (api: string, count: number) => {
        let next = 0;
        const worker = async (): Promise<void> => {
          while (next < count) await fetch(`${api}/item/${next++}`).then((response) => response.text());
        };
        await Promise.all(Array.from({ length: 12 }, worker));
        await fetch(`${api}/last`);
      },
      site.api,
      REQUESTS,
    );
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('the newest are kept, the oldest are dropped, and the panel says how many', async () => {
    const dropped = REQUESTS + 1 - MAX_EXCHANGES_PER_TAB;
    await panel.waitFor(
      (max: number) => {
        const rows = (globalThis as { corsLens?: { rows(): { url: string }[] } }).corsLens?.rows() ?? [];
        return rows.length === max && rows.at(-1)?.url.endsWith('/last');
      },
      [MAX_EXCHANGES_PER_TAB],
      { timeoutMs: 60_000, what: 'the newest exchanges' },
    );
    const words = await panel.waitFor(() => document.querySelector('[data-notice="dropped"]')?.textContent);
    expect(words.replace(/\D/g, '')).toContain(String(dropped));
    expect((await rowsOf(panel)).every(({ verdict }) => verdict === 'allowed')).toBe(true);
  });

  it('the list has only the rows that are seen, and scrolls to the end', async () => {
    const rendered = await panel.evaluate(() => document.querySelectorAll('[data-exchange-id]').length);
    expect(rendered).toBeGreaterThan(5);
    expect(rendered).toBeLessThan(150);
    await panel.click('[data-exchange-id]');
    await panel.press('End');
    await panel.waitFor(
      () =>
        [...document.querySelectorAll('[data-exchange-id]')].some((row) =>
          row.textContent?.includes('/last'),
        ),
      [],
      { what: 'the last row' },
    );
  });
});
