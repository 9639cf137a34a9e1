import { browser } from './browser.ts';

/**
 * Whether the extension may see requests to all of these sites. Gives true where that can't be asked: a conclusion needs
 * a clear no.
 *
 * @param urls of http or https; others need no access, or no access would help
 */
export async function mayObserve(urls: readonly string[]): Promise<boolean> {
  const origins = urls.flatMap(patternOf);
  return origins.length === 0 || (await browser.permissions.contains({ origins }).catch(() => true));
}

/** Match patterns have no ports: a host is granted with all of them. */
function patternOf(url: string): readonly string[] {
  const { protocol, hostname } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? [`${protocol}//${hostname}/*`] : [];
}
