import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BrowserPage, EngineName, RealBrowser } from '../browsers/browser.ts';
import { extensionInLanguage } from '../browsers/extension-in-language.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { readMessages } from '../locales/messages-file.ts';
import { ENGINES, openPanelOf } from './session.ts';
import { startTwoOrigins, type TwoOrigins } from './two-origins.ts';

interface OwnWindow {
  readonly browser?: OwnWindow;
  readonly chrome: OwnWindow;
  readonly i18n: { getMessage(name: string): string };
  readonly action: { getTitle(details: { tabId: number }): Promise<string> };
}

const CASES = ENGINES.flatMap((engine) => ['de', 'ja'].map((tag): [EngineName, string] => [engine, tag]));

describe.each(CASES)('in %s, in its language %s, the extension', (engine, tag) => {
  const messages = readMessages(tag);
  /** Chromium only: Firefox speaks any language. */
  let directory: string | undefined;
  let site: TwoOrigins;
  let browser: RealBrowser;
  let page: BrowserPage;
  let panel: BrowserPage;

  beforeAll(async () => {
    site = await startTwoOrigins(() => ({ status: 500 }));
    directory = engine === 'chromium' ? extensionInLanguage(tag) : undefined;
    browser = await launchWithExtension(
      engine,
      directory === undefined ? { language: tag } : { extension: directory },
    );
    page = await browser.openPage(`${site.page}/`);
    await page.evaluate(async (url: string) => {
      await fetch(url).catch(() => undefined);
    }, `${site.api}/orders`);
    panel = await openPanelOf(browser, page);
  });

  afterAll(async () => {
    await browser?.close();
    await site?.close();
    if (directory !== undefined) rmSync(directory, { recursive: true, force: true });
  });

  /** What a message says, with anything in the place of its values. */
  function saying(name: string, values: Readonly<Record<string, string>> = {}): RegExp {
    const template = (messages[name]?.message ?? name).replaceAll('`', '');
    const pieces = template.split(/\{(\w+)\}/).map((piece, index) => {
      const text = index % 2 === 0 ? piece : values[piece];
      return text === undefined ? '.+' : text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    });
    return new RegExp(`^${pieces.join('')}$`);
  }

  it('has every message as it was written', async () => {
    const told = await panel.evaluate((names: readonly string[]) => {
      const own = globalThis as unknown as OwnWindow;
      const { i18n } = own.browser ?? own.chrome;
      return names.map((name) => i18n.getMessage(name));
    }, Object.keys(messages));
    expect(told).toEqual(Object.values(messages).map(({ message }) => message));
  });

  it('explains in it, and says so to screen readers', async () => {
    const [lang, headline, heading] = await panel.waitFor(() => {
      const shown = document.querySelector('.headline h2');
      return (
        shown && [
          document.documentElement.lang,
          shown.textContent,
          document.querySelector('.section h3 span')?.textContent,
        ]
      );
    });
    expect(lang).toBe(tag);
    expect(heading).toMatch(saying('explanation_diagram_heading'));
    expect(headline).toMatch(saying('rule_error_response_without_cors_headers_headline_server'));
  });

  it('counts in it, in the popup and on the toolbar button', async () => {
    const tabId = await page.tabId();
    const popup = await browser.openExtensionPage(`src/popup/popup.html?tabId=${tabId}`);
    const form = tag === 'de' ? 'one' : 'other';
    const title = await popup.waitFor(
      () => document.querySelector('.summary[data-tone="blocked"] h2')?.textContent,
    );
    expect(title).toMatch(saying(`popup_blocked_${form}`, { count: '1' }));
    const onButton = await popup.waitFor(
      async (id: number) => {
        const own = globalThis as unknown as OwnWindow;
        const said = await (own.browser ?? own.chrome).action.getTitle({ tabId: id });
        return said.includes('1') ? said : null;
      },
      [tabId],
    );
    expect(onButton).toMatch(saying(`badge_title_${form}`, { count: '1' }));
    await popup.close();
  });
});
