import { type ChromeScript, chromeScript } from './firefox-chrome-script.ts';
import type { Marionette } from './marionette.ts';

/** Calls a function of our chrome script inside Firefox. */
export type ChromeCall = <K extends keyof ChromeScript>(
  name: K,
  ...args: Parameters<ChromeScript[K]>
) => Promise<Awaited<ReturnType<ChromeScript[K]>>>;

// Where the script's functions stay between two calls, inside Firefox.
declare const corsLensDriver: Record<string, (...args: readonly unknown[]) => unknown>;

/** Brings our chrome script into the Firefox that Marionette drives. */
export async function installChromeScript(marionette: Marionette): Promise<ChromeCall> {
  await marionette.evaluate(`void (globalThis.corsLensDriver = (${chromeScript})())`);
  return (name, ...args) =>
    // What it gives is what the function of that name gives, as JSON.
    marionette.run((method, parameters) => corsLensDriver[method]?.(...parameters), name, args) as never;
}
