import { parseArgs } from 'node:util';
import type { EngineName } from '../browsers/browser.ts';

/** What `npm start` was asked to do. */
export interface Options {
  readonly help: boolean;
  readonly browser: EngineName;
  readonly headless: boolean;
  /** Folder for reports and screenshot, relative to the working directory. */
  readonly out: string;
  /** Opened instead of the demo. */
  readonly url?: string;
}

export const HELP = `Opens a browser with CORS Lens and DevTools on a page full of failing requests.
Without a display it makes the requests itself, prints a verdict for each, and writes reports and a screenshot.

Usage: npm start -- [options] [URL]

  URL               open this page instead of the demo
  --browser NAME    chromium (default) or firefox
  --headless        don't show the browser, even if there is a display
  --out DIR         where reports and screenshot go (default: artifacts)
  --help            show this text
`;

/**
 * @param argv the words after the script's name
 * @param hasDisplay whether a window could be shown; if not, the run is headless
 * @throws Error with a sentence for the user, if the words can't be understood
 */
export function parseOptions(argv: readonly string[], hasDisplay: boolean): Options {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      help: { type: 'boolean', default: false },
      browser: { type: 'string', default: 'chromium' },
      headless: { type: 'boolean', default: false },
      out: { type: 'string', default: 'artifacts' },
    },
  });
  const { help, browser, headless, out } = values;
  const [url, ...more] = positionals;
  if (browser !== 'chromium' && browser !== 'firefox') {
    throw new Error(`--browser is chromium or firefox, not ${browser}.`);
  }
  if (more.length > 0) throw new Error('Only one URL can be opened.');
  if (url !== undefined && !URL.canParse(url)) throw new Error(`${url} is not a URL; does it lack http://?`);
  return { help, browser, headless: headless || !hasDisplay, out, ...(url === undefined ? {} : { url }) };
}

/** Whether a browser window can be shown. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}
