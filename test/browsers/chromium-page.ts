import { writeFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import type { BrowserPage } from './browser.ts';
import { browserDocument } from './document.ts';

export interface ChromiumPage extends BrowserPage {
  readonly playwrightPage: Page;
}

/** A tab as our interface has it. `findTabId` is asked once. */
export function chromiumPage(
  page: Page,
  openedWith: string,
  findTabId: (page: Page) => Promise<number>,
): ChromiumPage {
  let url = openedWith;
  let tabId: Promise<number> | undefined;
  return {
    ...browserDocument({
      // The expression's value is JSON, so a string.
      evaluateString: (expression) => page.evaluate<string>(expression),
      clickAt: ({ x, y }) => page.mouse.click(x, y),
      press: (key) => page.keyboard.press(key),
      type: (text) => page.keyboard.type(text),
      screenshot: async (path) => writeFile(path, await page.screenshot()),
    }),
    playwrightPage: page,
    get url() {
      return url;
    },
    tabId() {
      tabId ??= findTabId(page);
      return tabId;
    },
    async goto(target) {
      url = target;
      try {
        await page.goto(target);
      } catch (error) {
        // The page that says so arrives after the error, and would interrupt whatever comes next.
        await page.waitForURL('chrome-error://chromewebdata/', { timeout: 5_000 });
        throw error;
      }
    },
    async reload() {
      await page.reload();
    },
    setViewport: (size) => page.setViewportSize(size),
    close: () => page.close(),
  };
}
