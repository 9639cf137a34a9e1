import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MAX_HEADER_VALUE_LENGTH } from '../../src/model/limits.ts';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, exportOf, openPanelOf, rowsOf } from './session.ts';
import { startTwoOrigins, type TwoOrigins } from './two-origins.ts';

/** Longer than what the panel shows at first, and nearly as long as what is kept. */
const LONG = 'y'.repeat(MAX_HEADER_VALUE_LENGTH - 100);

/** Header values as a hostile or broken server sends them. Each ends with a word that shows where it ended up. */
const HOSTILE: readonly (readonly [string, string])[] = [
  ['X-Markup', '<img src=x onerror="globalThis.pwned=1"> markup-end'],
  ['X-Script', '"><script>globalThis.pwned=1</script> script-end'],
  ['X-Quotes', `"'\`$(touch pwned)\\";{{7*7}} quotes-end`],
  ['X-Escaped-Lines', 'first\\r\\nX-Injected: 1\\n\\n# heading lines-end'],
  ['X-Markdown', '](javascript:alert(1)) ``` | **x** @everyone #1 markdown-end'],
  ['X-Emoji', Buffer.from('🦊 emoji-end').toString('latin1')],
  ['X-Long', `${LONG}long-end`],
];

describe.each(ENGINES)('hostile and huge content in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(() => ({ status: 500, headers: HOSTILE }));
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
    await page.evaluate(async (api: string) => {
      await fetch(`${api}/hostile?q=%3Cscript%3E`).catch(() => undefined);
      await fetch(`${api}/long?q=${'x'.repeat(200_000)}&end=url-end`).catch(() => undefined);
    }, site.api);
    await panel.waitFor(
      () => (globalThis as { corsLens?: { rows(): unknown[] } }).corsLens?.rows().length === 2,
      [],
      { what: 'both exchanges' },
    );
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  it('is shown as text, and nothing of it runs', async () => {
    await panel.click('[data-exchange-id]');
    const shown = await panel.waitFor(() => {
      const text = document.body.textContent ?? '';
      return text.includes('markup-end') ? text : undefined;
    });
    for (const end of ['markup-end', 'script-end', 'quotes-end', 'lines-end', 'markdown-end', 'emoji-end']) {
      expect(shown).toContain(end);
    }
    const ran = await panel.evaluate(() => ({
      pwned: 'pwned' in globalThis,
      images: document.querySelectorAll('img[src="x"]').length,
      scripts: [...document.scripts].filter((script) => script.textContent?.includes('pwned')).length,
    }));
    expect(ran).toEqual({ pwned: false, images: 0, scripts: 0 });
  });

  it('a value of 64 kB is cut, and can be seen whole', async () => {
    const before = await panel.evaluate(() => document.body.textContent?.includes('long-end') ?? false);
    expect(before).toBe(false);
    await panel.click('details:has(.header-lines) > summary');
    await panel.click('[data-action="show-all"]');
    await panel.waitFor(() => document.body.textContent?.includes('long-end'), [], {
      what: 'the whole value',
    });
  });

  it('a URL of 200 kB breaks neither the list nor the detail', async () => {
    const [, long] = await rowsOf(panel);
    expect(long?.verdict).toBe('blocked');
    const overflow = await panel.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  });

  it('is in the reports as text only', async () => {
    const markdown = await exportOf(panel, 'markdown');
    expect(markdown).not.toMatch(/^<script|^<img/m);
    const json: unknown = JSON.parse(await exportOf(panel, 'json'));
    expect(JSON.stringify(json)).toContain('long-end');
  });
});
