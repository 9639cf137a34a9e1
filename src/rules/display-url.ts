import { type UrlParts, urlParts } from '../fetch/url-parts.ts';

/**
 * A URL as sentences show it: without query, fragment and user information. What can't be parsed stays as it is.
 *
 * @param parts those of the URL, where they were read before
 */
export function displayUrl(url: string, parts: UrlParts | null = urlParts(url)): string {
  return parts === null || parts.origin === 'null' ? url : parts.origin + parts.pathname;
}

/**
 * Host with port, as it stands in the URL; the URL itself if it has none.
 *
 * @param parts those of the URL, where they were read before
 */
export function displayHost(url: string, parts: UrlParts | null = urlParts(url)): string {
  if (parts === null || parts.hostname === '') return url;
  return parts.port === '' ? parts.hostname : `${parts.hostname}:${parts.port}`;
}

/** Port of a URL, also if it is its scheme's default; a question mark if it can't be parsed. */
export function portOf(url: string): string {
  const parts = urlParts(url);
  if (parts === null) return '?';
  if (parts.port !== '') return parts.port;
  return parts.protocol === 'https:' ? '443' : '80';
}

/** Host name of a URL, without its port. */
export function hostnameOf(url: string): string {
  return urlParts(url)?.hostname ?? url;
}
