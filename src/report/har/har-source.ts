import type { Engine, ObservedIn } from '../../model/exchange.ts';
import { cutText, makeVisible } from '../visible-text.ts';
import type { RawHarLog } from './har-schema.ts';

/** What wrote a HAR. */
export interface HarSource {
  /** The name and version that it gives itself: text of the file, to be shown as text. Empty if it gives none. */
  readonly tool: string;
  /**
   * `browser`: it was there when the browser decided, and says what came of each request. `proxy`: it saw what was sent and
   * answered, and no more. `cors-lens`: our own export.
   */
  readonly kind: 'browser' | 'proxy' | 'cors-lens';
  /** The browser that the whole file is from; null if each request's User-Agent has to tell. */
  readonly browser: ObservedIn | null;
  /** Whether several lines of one name are apart in it. */
  readonly lines: 'apart' | 'joined';
}

const PLAYWRIGHT_BROWSERS: ReadonlyMap<string, Engine> = new Map([
  ['chromium', 'chromium'],
  ['firefox', 'firefox'],
  ['webkit', 'webkit'],
]);

/**
 * What wrote the HAR, by its creator: DevTools of Chromium (`WebInspector`), of Firefox and of WebKit, Playwright, ourselves.
 * All others are taken for proxies, because nothing says that they know what the browser made of a response.
 */
export function sourceOf({ creator, browser }: Pick<RawHarLog, 'creator' | 'browser'>): HarSource {
  const name = creator?.name ?? '';
  const tool = makeVisible(cutText(`${name} ${creator?.version ?? ''}`.trim(), 100));
  const version = cutText(browser?.version ?? '', 100);
  const known = { tool, kind: 'browser', lines: 'apart' } as const;
  switch (name.toLowerCase()) {
    case 'cors lens':
      return { ...known, kind: 'cors-lens', browser: null };
    case 'webinspector':
      // Its version is that of the engine, so the version has to come from the requests.
      return { ...known, browser: { engine: 'chromium', version: '' } };
    case 'firefox':
      return { ...known, browser: { engine: 'firefox', version: version || (creator?.version ?? '') } };
    case 'webkit web inspector':
      // It keeps headers by their names, so that there is one line for each.
      return { ...known, lines: 'joined', browser: { engine: 'webkit', version: '' } };
    case 'playwright': {
      const engine = PLAYWRIGHT_BROWSERS.get(browser?.name?.toLowerCase() ?? '');
      return { ...known, browser: engine === undefined ? null : { engine, version } };
    }
    default:
      return { ...known, kind: 'proxy', browser: null };
  }
}

/**
 * The browser that a User-Agent header names; null if it names none of the three engines. All browsers of iOS are WebKit.
 *
 * @see https://developer.mozilla.org/docs/Web/HTTP/Reference/Headers/User-Agent
 */
export function browserOfUserAgent(userAgent: string): ObservedIn | null {
  const firefox = /\bFirefox\/([\d.]{1,40})/.exec(userAgent);
  if (firefox?.[1] !== undefined) return { engine: 'firefox', version: firefox[1] };
  const chromium = /\b(?:Headless)?Chrom(?:e|ium)\/([\d.]{1,40})/.exec(userAgent);
  if (chromium?.[1] !== undefined) return { engine: 'chromium', version: chromium[1] };
  if (!/\bAppleWebKit\//.test(userAgent)) return null;
  return { engine: 'webkit', version: /\bVersion\/([\d.]{1,40})/.exec(userAgent)?.[1] ?? '' };
}
