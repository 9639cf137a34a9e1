import type { EngineName } from '../../browsers/browser.ts';
import { launchWithExtension } from '../../browsers/with-extension.ts';
import { type BenchSite, HOSTS } from './bench-site.ts';
import { play, SIMPLE } from './workload.ts';

/**
 * What each recorded exchange takes in the background, in bytes.
 *
 * @param count how many to record; a tab keeps 5,000
 */
export async function memoryPerExchange(engine: EngineName, count: number, site: BenchSite): Promise<number> {
  const browser = await launchWithExtension(engine, { hosts: HOSTS });
  try {
    const page = await browser.openPage(site.pageUrl(true));
    const before = await browser.backgroundMemory();
    await play(page, { ...SIMPLE, count }, site.api);
    return ((await browser.backgroundMemory()) - before) / count;
  } finally {
    await browser.close();
  }
}
