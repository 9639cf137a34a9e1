import { describe, expect, it } from 'vitest';
import { candidatePaths, findBrowser, type Surroundings } from '../../browsers/find.ts';

const linux: Surroundings = {
  platform: 'linux',
  env: { PATH: '/usr/local/bin:/usr/bin:' },
  playwrightChromium: '/home/me/.cache/ms-playwright/chromium/chrome',
};
const mac: Surroundings = { ...linux, platform: 'darwin', env: { PATH: '/usr/bin', HOME: '/Users/me' } };
const windows: Surroundings = {
  platform: 'win32',
  env: {
    PROGRAMFILES: 'C:\\Program Files',
    LOCALAPPDATA: 'C:\\Users\\me\\AppData\\Local',
    PATH: 'C:\\Windows',
  },
  playwrightChromium: 'C:\\playwright\\chrome.exe',
};

const only =
  (...paths: string[]) =>
  (path: string): boolean =>
    paths.includes(path);

describe('findBrowser', () => {
  it.each([
    ['chromium', linux, ['/usr/bin/google-chrome', '/usr/bin/chromium'], '/usr/bin/chromium'],
    ['chromium', linux, ['/usr/bin/microsoft-edge', '/usr/bin/google-chrome'], '/usr/bin/google-chrome'],
    ['chromium', linux, ['/usr/bin/chromium', linux.playwrightChromium], linux.playwrightChromium],
    ['firefox', linux, ['/usr/bin/firefox', '/usr/local/bin/firefox-esr'], '/usr/local/bin/firefox-esr'],
    ['firefox', linux, ['/usr/bin/chromium'], undefined],
    [
      'chromium',
      mac,
      ['/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
      '/Users/me/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    ],
    [
      'firefox',
      mac,
      ['/Applications/Firefox.app/Contents/MacOS/firefox'],
      '/Applications/Firefox.app/Contents/MacOS/firefox',
    ],
    [
      'chromium',
      windows,
      ['C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe'],
      'C:\\Users\\me\\AppData\\Local\\Google\\Chrome\\Application\\chrome.exe',
    ],
    [
      'firefox',
      windows,
      ['C:\\Program Files\\Mozilla Firefox\\firefox.exe'],
      'C:\\Program Files\\Mozilla Firefox\\firefox.exe',
    ],
  ] as const)('%s of %o among %o is %s', (engine, surroundings, there, expected) => {
    expect(findBrowser(engine, surroundings, only(...there))).toBe(expected);
  });

  it.each([
    ['chromium', 'CHROME_PATH'],
    ['firefox', 'FIREFOX_PATH'],
  ] as const)('takes the %s that %s names, and no other', (engine, variable) => {
    const named = { ...linux, env: { ...linux.env, [variable]: '/opt/mine' } };
    expect(findBrowser(engine, named, only('/opt/mine', '/usr/bin/chromium', '/usr/bin/firefox'))).toBe(
      '/opt/mine',
    );
    expect(() => findBrowser(engine, named, only('/usr/bin/chromium', '/usr/bin/firefox'))).toThrow(
      `${variable} is /opt/mine`,
    );
  });
});

describe('candidatePaths', () => {
  it('holds no empty directory and nothing twice', () => {
    for (const surroundings of [linux, mac, windows]) {
      for (const engine of ['chromium', 'firefox'] as const) {
        const paths = candidatePaths(engine, surroundings);
        expect(new Set(paths).size).toBe(paths.length);
        expect(paths.every((path) => /[\\/]/.test(path))).toBe(true);
      }
    }
  });
});
