import { isDevelopmentOrigin, OPAQUE_ORIGIN } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import { registrableDomain, sharedHostingOf } from '../registrable-domain.ts';

/** Tunnels to somebody's computer, and sites that run whatever code a visitor writes. */
const OPEN_TO_ANYONE =
  /(^|\.)(ngrok\.io|ngrok-free\.(app|dev)|ngrok\.app|trycloudflare\.com|loca\.lt|lhr\.life|serveo\.net|devtunnels\.ms|app\.github\.dev|gitpod\.io|webcontainer\.io|stackblitz\.io|csb\.app|codesandbox\.io|cdpn\.io|jsfiddle\.net|jshell\.net|jsbin\.com|replit\.dev|glitch\.me)$/;

/** Whose page asks, as far as its origin tells. */
export type OriginKind =
  | 'opaque'
  /** Of a browser's extension. */
  | 'extension'
  /** Of a developer's computer or network. */
  | 'development'
  /** A tunnel to such a computer, or a place where anybody may run code. */
  | 'open-to-anyone'
  | 'site';

/** What kind of origin it is. Total: what can't be parsed is a site like any other. */
export function originKind(origin: string): OriginKind {
  if (origin === OPAQUE_ORIGIN) return 'opaque';
  if (isExtensionOrigin(origin)) return 'extension';
  if (isDevelopmentOrigin(origin)) return 'development';
  return OPEN_TO_ANYONE.test(parseUrl(origin)?.hostname ?? '') ? 'open-to-anyone' : 'site';
}

/** Whether it is the origin of a browser's extension, in whichever browser. */
export function isExtensionOrigin(origin: string): boolean {
  return /^(chrome|moz|safari-web|ms-browser)-extension:\/\//.test(origin);
}

/**
 * Whose page it is: origins of one owner have the same site. What many strangers share (a hosting service's domain) is no
 * site, and all development origins together are one.
 */
export function siteOf(origin: string): string {
  const kind = originKind(origin);
  if (kind === 'opaque' || kind === 'extension' || kind === 'development') {
    return kind === 'development' ? kind : origin;
  }
  const host = parseUrl(origin)?.hostname ?? origin;
  return sharedHostingOf(host) === null ? (registrableDomain(host) ?? host) : host;
}

/** Whether nobody can have it on a list: its name belongs to nobody, or is made up anew for each installation. */
export function isUnlistable(origin: string): boolean {
  return origin.startsWith('moz-extension://') || /\.invalid$/.test(parseUrl(origin)?.hostname ?? '');
}
