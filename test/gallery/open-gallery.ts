import { fileURLToPath } from 'node:url';
import { type BrowserContextOptions, chromium, type Page } from 'playwright';
import { createServer } from 'vite';
import { provideBrowser } from '../browsers/provide.ts';
import { STATES } from './states.ts';

export type GalleryPage = 'panel' | 'popup';
export type Theme = 'light' | 'dark';

/** What the gallery can show. */
export interface Subject {
  readonly page: GalleryPage;
  readonly state: string;
}

/** The gallery in a browser that draws the same on every computer. */
export interface Gallery {
  /** A page of it. It is loaded once for all of its states: what is served unbundled takes its time. */
  openPage(page: GalleryPage, options?: BrowserContextOptions): Promise<Page>;
  close(): Promise<void>;
}

const FILES: Readonly<Record<GalleryPage, string>> = { panel: 'index.html', popup: 'popup.html' };

/** What would otherwise be drawn as the computer, its screen and its settings want it. */
const SWITCHES = [
  '--disable-gpu',
  '--disable-lcd-text',
  '--disable-skia-runtime-opts',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--force-device-scale-factor=1',
  '--hide-scrollbars',
];

/** The same for what a page can ask about. A colour in the middle of its transition would be neither of the two. */
const ALIKE: BrowserContextOptions = {
  colorScheme: 'light',
  deviceScaleFactor: 1,
  locale: 'en-US',
  reducedMotion: 'reduce',
  timezoneId: 'UTC',
};

export async function openGallery(): Promise<Gallery> {
  const server = await createServer({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    // Files that change meanwhile must not reload the page under the test.
    server: { port: 0, open: false, hmr: false, watch: null },
    logLevel: 'error',
  });
  await server.listen();
  const browser = await chromium.launch({
    executablePath: await provideBrowser('chromium', { say: (line) => console.log(line) }),
    // Chromium refuses to sandbox itself for root.
    args: process.getuid?.() === 0 ? [...SWITCHES, '--no-sandbox'] : SWITCHES,
    env: { ...process.env, FONTCONFIG_FILE: fileURLToPath(new URL('fonts.conf', import.meta.url)) },
  });
  return {
    async openPage(page, options = {}) {
      const opened = await browser.newPage({ ...ALIKE, ...options });
      await opened.goto(`${server.resolvedUrls?.local[0]}test/gallery/${FILES[page]}`);
      await opened.waitForFunction(() => 'show' in window);
      return opened;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** Shows a state, on its page, in place of the one before, and waits until it is whole. */
export async function showState(opened: Page, { page, state }: Subject): Promise<void> {
  const forced = page === 'panel' && STATES[state]?.forcedColors === true;
  await opened.emulateMedia({ forcedColors: forced ? 'active' : 'none' });
  await opened.evaluate((name) => (window as unknown as GalleryWindow).show(name), state);
}

export async function showTheme(page: Page, theme: Theme): Promise<void> {
  await Promise.all([
    // Forced colours are those of the browser's own theme.
    page.emulateMedia({ colorScheme: theme }),
    page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme),
  ]);
}

/** What a page of the gallery has besides what it shows. */
interface GalleryWindow {
  show(state: string): Promise<void>;
}
