import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright';
import type { EngineName } from './browser.ts';
import { canExecute, findBrowser } from './find.ts';
import { type Computer, ENGINE_NAMES, howToInstall, type WayToInstall, waysToInstall } from './install.ts';
import { runSaying } from './run-saying.ts';

export interface ProvideOptions {
  /** Told, line by line, what is being done while it takes long. */
  readonly say: (line: string) => void;
}

/**
 * Gives the path of a browser of that engine: one that is there, or else one that it installs.
 * @throws {Error} that says what to install by hand, when there is none and none can be installed.
 */
export async function provideBrowser(engine: EngineName, { say }: ProvideOptions): Promise<string> {
  const find = (): string | undefined =>
    findBrowser(
      engine,
      { platform: process.platform, env: process.env, playwrightChromium: chromium.executablePath() },
      canRun,
    );
  const found = find();
  if (found !== undefined) return found;

  say(`There is no ${ENGINE_NAMES[engine]} on this computer.`);
  const computer = thisComputer();
  const failures: string[] = [];
  for (const way of waysToInstall(engine, computer)) {
    const result = await install(way, find, say);
    if (result.installed !== undefined) return result.installed;
    failures.push(result.failure);
  }
  throw new Error(howToInstall(engine, computer, failures));
}

async function install(
  { title, command, limitMs }: WayToInstall,
  find: () => string | undefined,
  say: (line: string) => void,
): Promise<{ installed: string } | { installed: undefined; failure: string }> {
  say(`${title}: ${command.join(' ')}`);
  const failure = await runSaying(command, { limitMs, say, what: title });
  const installed = find();
  if (installed !== undefined) {
    say(`Installed ${installed}`);
    return { installed };
  }
  const reason = `${title} failed: ${failure ?? 'what it brought does not run'}`;
  say(reason);
  return { installed: undefined, failure: reason };
}

/** Whether it is a program that starts: it may be there and lack a library. */
function canRun(path: string): boolean {
  if (!canExecute(path)) return false;
  // On Windows, browsers know no --version: they would open a window.
  return process.platform === 'win32' || spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function thisComputer(): Computer {
  const playwright = dirname(createRequire(import.meta.url).resolve('playwright/package.json'));
  return {
    platform: process.platform,
    isRoot: process.getuid?.() === 0,
    osRelease: readOsRelease(),
    playwrightCommand: [process.execPath, join(playwright, 'cli.js')],
  };
}

/** @see https://www.freedesktop.org/software/systemd/man/latest/os-release.html */
function readOsRelease(): string {
  try {
    return readFileSync('/etc/os-release', 'utf8');
  } catch {
    return '';
  }
}
