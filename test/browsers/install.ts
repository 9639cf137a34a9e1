import type { EngineName } from './browser.ts';
import { PATH_VARIABLE } from './find.ts';

/** What decides how a browser can be installed. */
export interface Computer {
  readonly platform: NodeJS.Platform;
  readonly isRoot: boolean;
  /** The text of `/etc/os-release`, or nothing. */
  readonly osRelease: string;
  /** The program and its arguments that run Playwright's command line. */
  readonly playwrightCommand: readonly string[];
}

export interface WayToInstall {
  readonly title: string;
  readonly command: readonly string[];
  readonly limitMs: number;
}

export const ENGINE_NAMES: Readonly<Record<EngineName, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
};

/** Debian's names. */
const PACKAGES: Readonly<Record<EngineName, string>> = { chromium: 'chromium', firefox: 'firefox-esr' };

/** The ways that may work on this computer without asking anybody, best first. */
export function waysToInstall(engine: EngineName, computer: Computer): readonly WayToInstall[] {
  return [
    // Playwright's Firefox is a build of its own, which has neither our protocols nor unsigned extensions.
    ...(engine === 'chromium' ? [playwrightDownload(computer)] : []),
    ...(computer.isRoot && isDebian(computer) ? [debianPackage(engine)] : []),
  ];
}

function playwrightDownload({ playwrightCommand }: Computer): WayToInstall {
  return {
    title: 'Downloading Chromium with Playwright',
    command: [...playwrightCommand, 'install', '--no-shell', 'chromium'],
    limitMs: 120_000,
  };
}

function debianPackage(engine: EngineName): WayToInstall {
  const packages = `${PACKAGES[engine]} fonts-dejavu-core`;
  return {
    title: `Installing Debian's ${PACKAGES[engine]}`,
    command: [
      'sh',
      '-c',
      `apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends ${packages}`,
    ],
    limitMs: 600_000,
  };
}

/** One message for people: what failed, what to install, and how to name a browser that we didn't find. */
export function howToInstall(engine: EngineName, computer: Computer, failures: readonly string[]): string {
  return [
    `No ${ENGINE_NAMES[engine]} was found, and none could be installed.`,
    ...failures.map((failure) => `  ${failure}`),
    `Install one: ${advice(engine, computer)}`,
    `If you have one in another place, set the environment variable ${PATH_VARIABLE[engine]} to its program.`,
  ].join('\n');
}

function advice(engine: EngineName, computer: Computer): string {
  const downloads =
    engine === 'chromium' ? 'npx playwright install chromium' : 'https://www.mozilla.org/firefox/all/';
  switch (computer.platform) {
    case 'darwin':
      return `brew install --cask ${engine}, or ${downloads}`;
    case 'win32': {
      const id = engine === 'chromium' ? 'Google.Chrome' : 'Mozilla.Firefox';
      return `winget install ${id}, or ${downloads}`;
    }
    default:
      if (isDebian(computer)) return `sudo apt-get install ${PACKAGES[engine]}, or ${downloads}`;
      if (isUbuntu(computer)) {
        return engine === 'chromium'
          ? `sudo snap install chromium, or npx playwright install --with-deps chromium`
          : `sudo snap install firefox, or where snaps don't run, such as in a container, the archive from ${downloads}`;
      }
      return `the package ${engine} of your system, or ${downloads}`;
  }
}

/** Debian itself and its near kin: what they call a package is one. Ubuntu's packages of browsers only fetch snaps. */
function isDebian(computer: Computer): boolean {
  return families(computer).includes('debian') && !isUbuntu(computer);
}

function isUbuntu(computer: Computer): boolean {
  return families(computer).includes('ubuntu');
}

function families({ osRelease }: Computer): readonly string[] {
  const values = [...osRelease.matchAll(/^(?:ID|ID_LIKE)=(.*)$/gm)].map((match) => match[1] ?? '');
  return values.flatMap((value) => value.replaceAll(/["']/g, '').split(' '));
}
