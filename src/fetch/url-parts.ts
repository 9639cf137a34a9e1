import { OPAQUE_ORIGIN } from '../model/origin.ts';
import { type ParsedUrl, parseUrl } from '../model/url.ts';

/** The parts of a URL that say which server it is of, and what is asked for there. */
export type UrlParts = Pick<ParsedUrl, 'origin' | 'protocol' | 'hostname' | 'port' | 'pathname'>;

/**
 * A URL as browsers write nearly all of them, with nothing in it that parsing would change: a host name whose last
 * label starts with a letter (so it is no address), a port that isn't the scheme's own, and a path of plain characters
 * without dot segments.
 */
const PLAIN =
  /^(https?:)\/\/((?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*)(?::((?!80\/|443\/)[1-9]\d{0,3}))?((?:\/(?:[\w~!$&'()*+,;=:@-][\w.~!$&'()*+,;=:@-]*)?)+)(?=$|[?#])/;

/** The parts of a URL; null if it can't be parsed. For a plain one it takes a fraction of the time of parsing it. */
export function urlParts(url: string): UrlParts | null {
  const plain = PLAIN.exec(url);
  if (plain === null) return parseUrl(url);
  const [, protocol = '', hostname = '', port = '', pathname = ''] = plain;
  // Such labels may encode what no host name may have.
  if (hostname.includes('xn--')) return parseUrl(url);
  const origin = port === '' ? `${protocol}//${hostname}` : `${protocol}//${hostname}:${port}`;
  return { origin, protocol, hostname, port, pathname };
}

/** What `originOf` says, in a fraction of its time for a plain URL: for what asks of thousands. */
export function serverOf(url: string): string {
  return urlParts(url)?.origin ?? OPAQUE_ORIGIN;
}

/** Whether it is certainly an absolute HTTP(S) URL without user name and password; only plain ones are certain. */
export function isPlainHttpUrl(url: string): boolean {
  return PLAIN.test(url);
}
