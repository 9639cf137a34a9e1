import { accessSync, constants } from 'node:fs';
import { posix, win32 } from 'node:path';
import type { EngineName } from './browser.ts';

/** Where to look, as far as the machine decides it. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Where Playwright would have put the Chromium that it downloads. */
  readonly playwrightChromium: string;
}

/** The environment variable by which people say which browser to use. */
export const PATH_VARIABLE: Readonly<Record<EngineName, string>> = {
  chromium: 'CHROME_PATH',
  firefox: 'FIREFOX_PATH',
};

/**
 * The first browser of that engine that is there.
 * @throws {Error} when the environment variable names something that can't be run: nobody wants another one then.
 */
export function findBrowser(
  engine: EngineName,
  surroundings: Surroundings,
  isUsable: (path: string) => boolean = canExecute,
): string | undefined {
  const named = surroundings.env[PATH_VARIABLE[engine]];
  if (named !== undefined && named !== '') {
    if (isUsable(named)) return named;
    throw new Error(`${PATH_VARIABLE[engine]} is ${named}, and there is no program to run there.`);
  }
  return candidatePaths(engine, surroundings).find(isUsable);
}

/** All places to look at, best first: an unbranded Chromium before Chrome and Edge, an ESR before other Firefoxes. */
export function candidatePaths(engine: EngineName, surroundings: Surroundings): readonly string[] {
  const { platform, env, playwrightChromium } = surroundings;
  const names = PROGRAM_NAMES[engine];
  return [
    ...(engine === 'chromium' ? [playwrightChromium] : []),
    ...(platform === 'win32' ? [] : names.flatMap((name) => onPath(name, env['PATH'] ?? ''))),
    ...(platform === 'darwin' ? macPlaces(engine, env) : []),
    ...(platform === 'win32' ? windowsPlaces(engine, env) : []),
  ];
}

const PROGRAM_NAMES: Readonly<Record<EngineName, readonly string[]>> = {
  chromium: [
    'chromium',
    'chromium-browser',
    'google-chrome-stable',
    'google-chrome',
    'microsoft-edge-stable',
    'microsoft-edge',
    'brave-browser',
  ],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
};

const MAC_APPLICATIONS: Readonly<Record<EngineName, readonly (readonly [app: string, program: string])[]>> = {
  chromium: [
    ['Chromium', 'Chromium'],
    ['Google Chrome', 'Google Chrome'],
    ['Microsoft Edge', 'Microsoft Edge'],
    ['Brave Browser', 'Brave Browser'],
  ],
  firefox: [
    ['Firefox', 'firefox'],
    ['Firefox Developer Edition', 'firefox'],
    ['Firefox Nightly', 'firefox'],
  ],
};

const WINDOWS_PROGRAMS: Readonly<Record<EngineName, readonly string[]>> = {
  chromium: [
    'Chromium\\Application\\chrome.exe',
    'Google\\Chrome\\Application\\chrome.exe',
    'Microsoft\\Edge\\Application\\msedge.exe',
    'BraveSoftware\\Brave-Browser\\Application\\brave.exe',
  ],
  firefox: [
    'Mozilla Firefox ESR\\firefox.exe',
    'Mozilla Firefox\\firefox.exe',
    'Firefox Developer Edition\\firefox.exe',
    'Firefox Nightly\\firefox.exe',
  ],
};

function onPath(name: string, path: string): string[] {
  return path
    .split(posix.delimiter)
    .filter((directory) => directory !== '')
    .map((directory) => posix.join(directory, name));
}

function macPlaces(engine: EngineName, env: Surroundings['env']): string[] {
  const roots = ['/Applications', ...(env['HOME'] ? [posix.join(env['HOME'], 'Applications')] : [])];
  return MAC_APPLICATIONS[engine].flatMap(([app, program]) =>
    roots.map((root) => posix.join(root, `${app}.app`, 'Contents', 'MacOS', program)),
  );
}

function windowsPlaces(engine: EngineName, env: Surroundings['env']): string[] {
  const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
    (root) => root !== undefined,
  );
  return WINDOWS_PROGRAMS[engine].flatMap((program) => roots.map((root) => win32.join(root, program)));
}

/** Whether there is a file that may be run. */
export function canExecute(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
