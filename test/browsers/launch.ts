import { constants } from 'node:os';
import type { EngineName, LaunchOptions, RealBrowser } from './browser.ts';
import { launchChromium } from './chromium.ts';
import { launchFirefox } from './firefox.ts';
import { makeProfile } from './profile.ts';
import { type ProvideOptions, provideBrowser } from './provide.ts';

/**
 * Finds or installs a browser of that engine and launches it. Whatever ends this process, short of SIGKILL, also
 * ends the browser and removes its profile.
 */
export async function launchBrowser(
  engine: EngineName,
  options: LaunchOptions,
  { say = console.log }: Partial<ProvideOptions> = {},
): Promise<RealBrowser> {
  if (!options.headless && !hasDisplay()) {
    throw new Error('There is no display to show a browser on. Set DISPLAY, or run it headless.');
  }
  const executable = await provideBrowser(engine, { say });
  exitAtSignals();
  return engine === 'chromium' ? launchChromium(executable, options) : launchFirefox(executable, options);
}

/** An empty profile for several runs of that browser. Whoever asks for it removes it with `removeProfile`. */
export async function makeKeptProfile(engine: EngineName): Promise<string> {
  return makeProfile(await provideBrowser(engine, { say: console.log }));
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** A process that a signal ends runs no exit handlers, and those are what ends the browsers. */
function exitAtSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    if (!process.listeners(signal).includes(exit)) process.on(signal, exit);
  }
}

function exit(signal: NodeJS.Signals): void {
  process.exit(128 + constants.signals[signal]);
}
