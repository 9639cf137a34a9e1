import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import type { RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES } from './session.ts';
import { startTwoOrigins, type TwoOrigins } from './two-origins.ts';

const PICTURES = fileURLToPath(new URL('../../artifacts/pictures/', import.meta.url));

describe.each(ENGINES)('inside the real DevTools of %s', (engine) => {
  let browser: RealBrowser | undefined;
  let site: TwoOrigins | undefined;

  afterEach(async () => {
    await browser?.close();
    await site?.close();
  });

  it.each(['light', 'dark'] as const)(
    'the panel is there, in the %s theme, and explains a failure',
    async (theme) => {
      site = await startTwoOrigins(({ headers }) =>
        headers['access-control-request-method'] === undefined
          ? { status: 500, headers: [['Content-Type', 'text/html']], body: '<h1>Internal Server Error</h1>' }
          : {
              status: 204,
              headers: [
                ['Access-Control-Allow-Origin', headers.origin ?? ''],
                ['Access-Control-Allow-Headers', 'Content-Type'],
              ],
            },
      );
      browser = await launchWithExtension(engine, { devtools: true, colorScheme: theme });
      const page = await browser.openPage(`${site.page}/`);
      // Before the panel was ever opened: on a development origin it is recorded all the same.
      await page.evaluate(async (api: string) => {
        const order = { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } };
        await fetch(`${api}/v1/orders`, order).catch(() => undefined);
      }, site.api);

      const panel = await browser.openDevToolsPanel(page);
      await panel.waitFor(() => document.querySelector('[data-exchange-id]'), [], { what: 'a row' });
      await panel.click('[data-exchange-id]');
      const headline = await panel.waitFor(() => document.querySelector('.headline h2')?.textContent);
      expect(headline).toContain('500');
      const change = await panel.waitFor(() => document.querySelector('.diff')?.textContent);
      expect(change).toContain(`Access-Control-Allow-Origin: ${site.page}`);

      const background = await panel.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const [red = 0] = background.match(/\d+/g)?.map(Number) ?? [];
      expect(red < 128 ? 'dark' : 'light').toBe(theme);

      await panel.click('[data-action="export"]');
      await panel.click('[data-action="copy-report"]:not(:disabled)');
      await panel.waitFor(
        () => document.querySelector('.export-end [role="status"]')?.textContent === 'Report copied',
        [],
        { what: 'the report to be copied' },
      );
      await panel.press('Escape');

      await mkdir(PICTURES, { recursive: true });
      await panel.screenshot(`${PICTURES}devtools-${engine}-${theme}.png`);
    },
  );
});
