import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserDocument, EngineName, LaunchOptions, RealBrowser } from './browser.ts';
import { launchBrowser } from './launch.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/**
 * Launches a browser with the extension as `npm run build` made it, and waits until the background has started: it was
 * installed this very moment, and a page that is quicker than that is no case of anybody's.
 */
export async function launchWithExtension(
  engine: EngineName,
  options: Partial<LaunchOptions> = {},
): Promise<RealBrowser> {
  const browser = await launchBrowser(engine, {
    extension: extensionFor(engine),
    headless: true,
    ...options,
  });
  try {
    const page = await browser.openExtensionPage('src/panel/panel.html?tabId=0');
    await untilConnected(page);
    await page.close();
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** The directory of the extension as `npm run build` made it, absolute. */
export function extensionFor(engine: EngineName): string {
  return join(ROOT, 'dist', engine === 'chromium' ? 'chrome' : 'firefox');
}

/** Waits until a panel hears from the background. */
export async function untilConnected(panel: BrowserDocument): Promise<void> {
  await panel.waitFor(() => document.querySelector('[data-connection="live"]'), [], {
    what: 'the panel to be connected',
  });
}
