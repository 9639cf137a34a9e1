import { fileURLToPath } from 'node:url';
import type { EngineName, LaunchOptions, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';

/** Names that the browser has to be told to resolve to this computer: those of pages that are no secure context. */
const HOSTS: readonly string[] = ['insecure.shop.test'];

/** An extension that blocks what looks like an advertisement. */
const BLOCKER = fileURLToPath(new URL('blocker', import.meta.url));

/** Launches a browser as the demo needs it: with our extension, its own host names, and an ad blocker. */
export async function launchDemoBrowser(
  engine: EngineName,
  options: Partial<LaunchOptions> = {},
): Promise<RealBrowser> {
  const browser = await launchWithExtension(engine, { devtools: true, ...options, hosts: HOSTS });
  try {
    await browser.installExtension(BLOCKER);
    return browser;
  } catch (error) {
    await browser.close();
    throw error;
  }
}
