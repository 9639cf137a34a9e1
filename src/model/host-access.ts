import { OPAQUE_ORIGIN } from './origin.ts';
import { parseUrl } from './url.ts';

/** The sites whose requests the user, or who manages the browser, lets the extension see. */
export type HostAccess =
  | { readonly sites: 'all' }
  /** Match patterns, as the browser lists them: `*://*.example.com/*`, `http://localhost/*`. */
  | { readonly sites: 'some'; readonly patterns: readonly string[] }
  | { readonly sites: 'none' };

export const ALL_SITES = '<all_urls>';

/** Either of them means every site that can be called by a page. */
const ALL_PATTERNS: ReadonlySet<string> = new Set([ALL_SITES, '*://*/*']);

/** The access that granted match patterns come to. */
export function accessOf(patterns: readonly string[]): HostAccess {
  if (patterns.some((pattern) => ALL_PATTERNS.has(pattern))) return { sites: 'all' };
  return patterns.length === 0 ? { sites: 'none' } : { sites: 'some', patterns };
}

/**
 * Whether the access covers a serialised origin. An opaque one belongs to no site, so nothing has to be granted for it.
 *
 * @see https://developer.mozilla.org/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function coversOrigin(access: HostAccess, origin: string): boolean {
  if (origin === OPAQUE_ORIGIN) return true;
  switch (access.sites) {
    case 'all':
      return true;
    case 'none':
      return false;
    case 'some':
      return access.patterns.some((pattern) => matches(pattern, origin));
  }
}

/** The match pattern of an origin's site. It names no port: both browsers grant a host on all of its ports. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = parseUrl(origin) ?? { protocol: 'https:', hostname: '' };
  return `${protocol}//${hostname}/*`;
}

/** `scheme://host/path`; the host may begin with `*.`, and Chromium lets it end with a port. */
const PATTERN = /^(\*|[a-z-]+):\/\/(\*|(?:\*\.)?[^/*]+(?::\*)?)\/.*$/;

function matches(pattern: string, origin: string): boolean {
  const [, scheme, host = ''] = PATTERN.exec(pattern) ?? [];
  const url = parseUrl(origin);
  if (scheme === undefined || url === null) return false;
  const isScheme = scheme === '*' ? /^https?:$/.test(url.protocol) : url.protocol === `${scheme}:`;
  return isScheme && matchesHost(host, url.hostname, url.port || DEFAULT_PORTS[url.protocol]);
}

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

function matchesHost(pattern: string, hostname: string, port: string | undefined): boolean {
  if (pattern === '*') return true;
  const [, name = pattern, wantedPort = '*'] = /^(.*?)(?::(\*|\d+))?$/.exec(pattern) ?? [];
  if (wantedPort !== '*' && wantedPort !== port) return false;
  if (!name.startsWith('*.')) return name === hostname;
  return hostname === name.slice(2) || hostname.endsWith(name.slice(1));
}
