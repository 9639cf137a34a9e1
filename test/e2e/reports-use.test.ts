import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { ENGINES, openPanelOf, rowOf } from './session.ts';
import { allowCredentialed, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

interface TabsWindow {
  readonly browser?: TabsWindow;
  readonly chrome: TabsWindow;
  readonly tabs: { query(filter: object): Promise<readonly { readonly url?: string }[]> };
}

/** What is written in each format, and in no other, where a request is blocked. */
const FORMATS = [
  { format: 'markdown', has: '# CORS report: 1 request fails' },
  { format: 'chat', has: '\nChange: ' },
  { format: 'json', has: '"format": "cors-lens-report"' },
  { format: 'har', has: '"entries"' },
  { format: 'playwright', has: '@playwright/test' },
  { format: 'pytest', has: 'def test_' },
] as const;

/** What a developer does with reports: writes them for others, opens those of others, and compares them. */
describe.each(ENGINES)('reports in %s', (engine) => {
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;
  let isMended = false;
  const reports = new Map<string, string>();

  beforeAll(async () => {
    site = await startTwoOrigins((request) =>
      request.url === '/later' && !isMended ? {} : allowCredentialed(request),
    );
    browser = await launchWithExtension(engine);
    page = await browser.openPage(`${site.page}/`);
    panel = await openPanelOf(browser, page);
    await takeOutside(panel);
    await rowOf(panel, await request('/fine'));
    await rowOf(panel, await request('/later'));
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

  /** Neither the clipboard nor the dialog that chooses files is a test's. */
  function takeOutside(of: BrowserPage): Promise<void> {
    return of.evaluate(() => {
      navigator.clipboard.writeText = async (text) => {
        document.body.dataset['copied'] = text;
      };
      HTMLInputElement.prototype.showPicker = () => undefined;
      const click = HTMLInputElement.prototype.click;
      HTMLInputElement.prototype.click = function () {
        if (this.type !== 'file') click.call(this);
      };
    });
  }

  async function copied(): Promise<string> {
    const text = await panel.waitFor(() => document.body.dataset['copied'], [], { what: 'what was copied' });
    await panel.evaluate(() => {
      delete document.body.dataset['copied'];
    });
    return text;
  }

  /** As if the user had dragged a file from their desktop. */
  function drop(on: BrowserPage, name: string, text: string): Promise<void> {
    return on.evaluate(
      (file: string, content: string) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], file, { type: 'application/json' }));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
        }
      },
      name,
      text,
    );
  }

  /** As if the user had chosen it in the browser's dialog. */
  async function choose(name: string, text: string): Promise<void> {
    await panel.waitFor(() => document.querySelector('input[type="file"]'), [], {
      what: 'a file to be asked for',
    });
    await panel.evaluate(
      (file: string, content: string) => {
        const input = document.querySelector<HTMLInputElement>('input[type="file"]');
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content], file));
        if (input !== null) input.files = dataTransfer.files;
        input?.dispatchEvent(new Event('change', { bubbles: true }));
      },
      name,
      text,
    );
  }

  /** Waits until the list shows that many requests, and what to change for one of them. */
  async function explains(on: BrowserPage, rows: number): Promise<void> {
    await on.waitFor(
      (wanted: number) =>
        document.querySelectorAll('[data-exchange-id]').length === wanted &&
        document.querySelector('.detail .diff-lines')?.textContent?.includes('Access-Control-Allow-Origin'),
      [rows],
      { what: `${rows} requests, and an explanation` },
    );
  }

  it.each(FORMATS)(
    'are written as $format, of which the whole is shown before it leaves',
    async ({ format, has }) => {
      await panel.click('[data-action="export"]');
      await panel.click(`input[name="report-format"][value="${format}"]`);
      await panel.waitFor(
        (wanted: string) =>
          document.querySelector('.export-text:not([aria-busy="true"]) pre')?.textContent?.includes(wanted) &&
          document.querySelector('[data-action="copy-report"]:not(:disabled)'),
        [has],
        { what: `the report as ${format}` },
      );
      await panel.click('[data-action="copy-report"]');
      const text = await copied();
      const shown = await panel.evaluate(() => document.querySelector('.export-text pre')?.textContent ?? '');
      expect(text.startsWith(shown)).toBe(true);
      expect(text.length === shown.length || shown.length >= 19_999).toBe(true);
      reports.set(format, text);
      await panel.press('Escape');
      await panel.waitFor(() => document.querySelector('dialog') === null, [], {
        what: 'the dialog to close',
      });
    },
  );

  it('have no name of the site in them where aliases are wanted', async () => {
    await panel.click('[data-action="export"]');
    await panel.click('input[name="report-format"][value="markdown"]');
    await panel.click('input[name="aliases"]');
    await panel.waitFor(() => document.querySelector('.export-note'), [], { what: 'what was replaced' });
    await panel.click('[data-action="copy-report"]:not(:disabled)');
    const text = await copied();
    expect(text).toContain('path-');
    expect(text).not.toContain('/later');
    await panel.click('input[name="aliases"]');
    await panel.press('Escape');
  });

  it.each(['json', 'har'])('are opened again, from %s, and say what to change', async (format) => {
    await drop(panel, `cors-report.${format}`, reports.get(format) ?? '');
    await panel.waitFor(
      (name: string) => document.querySelector('[data-notice="report"]')?.textContent?.includes(name),
      [`cors-report.${format}`],
      { what: 'the report' },
    );
    await panel.click('[data-exchange-id].kind-blocked');
    await explains(panel, 1);
    await panel.click('[data-action="close-report"]');
    await panel.waitFor(() => document.querySelectorAll('[data-exchange-id]').length === 2, [], {
      what: 'the page’s requests',
    });
  });

  it('have in small what is copied of a request: as a command, and as a message', async () => {
    await panel.click('[data-exchange-id].kind-blocked');
    await panel.click('.copy-menu button');
    await panel.click('[data-command="posix-request"]');
    expect(await copied()).toContain(`curl --include`);
    await panel.press('c');
    await panel.click('[data-command="powershell-request"]');
    expect(await copied()).toContain(`${site.api}/later`);
    await panel.click('[data-action="copy-message"]');
    const message = await copied();
    expect(message).toContain('/later');
    expect(message.trim().split('\n').length).toBeLessThanOrEqual(5);
  });

  it('are compared with what is recorded since: what is fixed, and where that is seen', async () => {
    isMended = true;
    await panel.click('[aria-label="Clear"]');
    await request('/fine');
    await rowOf(panel, await request('/later'));
    await panel.click('.popover:has(> [aria-label="Open a report"]) > button');
    await panel.click('[data-action="compare"]');
    await choose('before.json', reports.get('json') ?? '');
    const headline = await panel.waitFor(() => document.querySelector('.compared h2')?.textContent, [], {
      what: 'the comparison',
    });
    expect(headline).toBe('Compared: 1 fixed.');
    await panel.click('[data-compared="fixed"] [data-side="before"]');
    await explains(panel, 1);
    await panel.click('[data-action="show-comparison"]');
    await panel.click('[data-compared="fixed"] [data-side="after"]');
    await panel.waitFor(() => document.querySelectorAll('[data-exchange-id]').length === 2, [], {
      what: 'the page’s requests',
    });
    await panel.click('[data-action="stop-comparing"]');
    await panel.waitFor(() => document.querySelector('[data-notice]') === null, [], {
      what: 'no comparison',
    });
  });

  it('are opened without DevTools, on the page that the popup leads to', async () => {
    const popup = await browser.openExtensionPage(`src/popup/popup.html?tabId=${await page.tabId()}`);
    // What it has to say comes in above the links, and moves them.
    await popup.waitFor(() => document.querySelector('[data-connection="live"] .summary[data-tone]'), [], {
      what: 'what the popup has to say',
    });
    await popup.click('[data-action="open-report"]');
    const opened = await panel.waitFor(
      async () => {
        const { browser: ofFirefox, chrome } = globalThis as unknown as TabsWindow;
        const tabs = await (ofFirefox ?? chrome).tabs.query({});
        return tabs.find(({ url }) => url?.endsWith('src/panel/panel.html'))?.url;
      },
      [],
      { what: 'the page for reports' },
    );
    expect(opened).toContain(browser.extensionOrigin);
    const alone = await browser.openExtensionPage('src/panel/panel.html');
    await alone.waitFor(
      () => document.querySelector('[data-empty="no-tab"] [data-action="open-report"]'),
      [],
      {
        what: 'the place for a report',
      },
    );
    await drop(alone, 'cors-report.json', reports.get('json') ?? '');
    await explains(alone, 1);
    await alone.close();
  });
});
