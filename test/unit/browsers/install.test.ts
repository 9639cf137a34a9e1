import { describe, expect, it } from 'vitest';
import { type Computer, howToInstall, waysToInstall } from '../../browsers/install.ts';

const DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_ID="12"\nID=debian\n';
const RASPBERRY = 'ID=raspbian\nID_LIKE=debian\n';
const UBUNTU = 'NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian\n';
const MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n';
const FEDORA = 'ID=fedora\n';

const computer = (osRelease: string, more: Partial<Computer> = {}): Computer => ({
  platform: 'linux',
  isRoot: true,
  osRelease,
  playwrightCommand: ['node', 'cli.js'],
  ...more,
});

describe('waysToInstall', () => {
  it.each([
    ['chromium', 'root on Debian', computer(DEBIAN), ['node', 'sh']],
    ['chromium', 'root on a kin of Debian', computer(RASPBERRY), ['node', 'sh']],
    ['chromium', 'a user on Debian', computer(DEBIAN, { isRoot: false }), ['node']],
    ['chromium', 'root on Ubuntu', computer(UBUNTU), ['node']],
    ['chromium', 'Windows', computer('', { platform: 'win32', isRoot: false }), ['node']],
    ['firefox', 'root on Debian', computer(DEBIAN), ['sh']],
    ['firefox', 'root on Ubuntu', computer(UBUNTU), []],
    ['firefox', 'root on a kin of Ubuntu', computer(MINT), []],
    ['firefox', 'root on Fedora', computer(FEDORA), []],
  ] as const)('%s for %s', (engine, _who, where, programs) => {
    expect(waysToInstall(engine, where).map((way) => way.command[0])).toEqual(programs);
  });

  it('installs a font with it: without any, pages have no letters', () => {
    expect(waysToInstall('firefox', computer(DEBIAN))[0]?.command.join(' ')).toMatch(
      /apt-get update && .*apt-get install .*firefox-esr fonts-dejavu-core$/,
    );
  });
});

describe('howToInstall', () => {
  it.each([
    ['chromium', computer(DEBIAN), 'sudo apt-get install chromium,', 'CHROME_PATH'],
    ['firefox', computer(DEBIAN), 'sudo apt-get install firefox-esr,', 'FIREFOX_PATH'],
    ['firefox', computer(UBUNTU), 'sudo snap install firefox', 'FIREFOX_PATH'],
    ['chromium', computer(UBUNTU), 'npx playwright install --with-deps chromium', 'CHROME_PATH'],
    ['firefox', computer(FEDORA), 'the package firefox', 'FIREFOX_PATH'],
    ['chromium', computer('', { platform: 'darwin' }), 'brew install --cask chromium', 'CHROME_PATH'],
    ['firefox', computer('', { platform: 'win32' }), 'winget install Mozilla.Firefox', 'FIREFOX_PATH'],
  ] as const)('%s on %o: %s', (engine, where, advice, variable) => {
    const message = howToInstall(engine, where, ['Downloading it failed: no network']);
    expect(message).toContain(advice);
    expect(message).toContain(variable);
    expect(message).toContain('no network');
  });
});
