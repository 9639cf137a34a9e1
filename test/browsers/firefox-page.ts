import { writeFile } from 'node:fs/promises';
import type { BrowserPage } from './browser.ts';
import { browserDocument } from './document.ts';
import type { ChromeCall } from './firefox-chrome.ts';
import { parseChord } from './keys.ts';
import { poll } from './poll.ts';
import type { WebDriverBidi } from './webdriver-bidi.ts';

export interface FirefoxPage extends BrowserPage {
  /** WebDriver BiDi's id of the tab. */
  readonly context: string;
}

export function firefoxPage(bidi: WebDriverBidi, chrome: ChromeCall, context: string): FirefoxPage {
  let url = 'about:blank';
  /** Input goes to the tab in front, as people have it; behind, Firefox doesn't even paint. */
  const activate = (): Promise<unknown> => bidi.command('browsingContext.activate', { context });
  return {
    ...browserDocument({
      evaluateString: (expression) => bidi.evaluateString(context, expression),
      async clickAt(point) {
        await activate();
        await bidi.click(context, point);
      },
      async press(key) {
        await activate();
        await bidi.press(context, parseChord(key));
      },
      async type(text) {
        await activate();
        await bidi.type(context, text);
      },
      screenshot: async (path) => writeFile(path, await bidi.screenshot(context)),
    }),
    context,
    get url() {
      return url;
    },
    async tabId() {
      await activate();
      return chrome('tabId', context);
    },
    async goto(target) {
      // The load of an extension's page changes the process, and then its end is never told.
      const told = !target.startsWith('moz-extension:');
      await bidi.command('browsingContext.navigate', {
        context,
        url: target,
        wait: told ? 'complete' : 'none',
      });
      if (!told) {
        await poll(
          () =>
            bidi.evaluateString(
              context,
              `String(location.protocol === 'moz-extension:' && document.readyState === 'complete' || '')`,
            ),
          { timeoutMs: 15_000, what: `${target} to load` },
        );
      }
      url = target;
    },
    async reload() {
      await bidi.command('browsingContext.reload', { context, wait: 'complete' });
    },
    async setViewport(viewport) {
      await bidi.command('browsingContext.setViewport', { context, viewport });
    },
    async close() {
      await bidi.command('browsingContext.close', { context });
    },
  };
}
