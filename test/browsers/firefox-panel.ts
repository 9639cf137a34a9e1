import { writeFile } from 'node:fs/promises';
import type { DevToolsPanel } from './browser.ts';
import { browserDocument } from './document.ts';
import type { ChromeCall } from './firefox-chrome.ts';
import { parseChord } from './keys.ts';
import type { Marionette } from './marionette.ts';
import { poll } from './poll.ts';
import { chordActions, clickActions, typingActions } from './webdriver-bidi.ts';

/** Opens the toolbox of that tab, or takes the one that is open, and selects our panel in it. */
export async function openFirefoxPanel(
  marionette: Marionette,
  chrome: ChromeCall,
  context: string,
  extensionOrigin: string,
): Promise<DevToolsPanel> {
  await chrome('openToolbox', context);
  await poll(() => chrome('selectPanel', context), {
    timeoutMs: 30_000,
    what: 'a toolbox panel titled CORS',
  });
  await poll(async () => (await chrome('panelUrl', context)).startsWith(extensionOrigin), {
    timeoutMs: 15_000,
    what: 'the document of the CORS panel',
  });
  /** Input goes to the browser's window, which hands it on to what is there or has the focus. */
  const perform = (actions: object[]): Promise<unknown> =>
    marionette.command('WebDriver:PerformActions', { actions });
  const panelDocument = browserDocument({
    evaluateString: (expression) => chrome('evaluateInPanel', context, expression),
    async clickAt({ x, y }) {
      const offset = await chrome('panelOffset', context);
      await perform(clickActions({ x: offset.x + x, y: offset.y + y }));
    },
    async press(key) {
      await perform(chordActions(parseChord(key)));
    },
    async type(text) {
      await perform(typingActions(text));
    },
    screenshot: async (path) =>
      writeFile(path, Buffer.from(await chrome('windowScreenshot', context), 'base64')),
  });
  await panelDocument.waitFor(() => document.readyState === 'complete', [], {
    what: 'the CORS panel to load',
  });
  return {
    kind: 'devtools-panel',
    shownSource: () => Promise.resolve(null),
    showsConsole: () => chrome('showsConsole', context),
    setTheme: (theme) => chrome('setDevToolsTheme', theme),
    ...panelDocument,
  };
}
