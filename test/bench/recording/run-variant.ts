import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserPage, EngineName, RealBrowser } from '../../browsers/browser.ts';
import { launchBrowser } from '../../browsers/launch.ts';
import { launchWithExtension } from '../../browsers/with-extension.ts';
import { openPanelOf } from '../../e2e/session.ts';
import { buildObserver } from '../../streams/build-observer.ts';
import { type BenchSite, HOSTS } from './bench-site.ts';
import { listenerSets } from './listener-sets.ts';
import type { Sample } from './measurements.ts';
import { processorTimeOfDescendants } from './processor-time.ts';
import type { Extension, Variant } from './variants.ts';
import { play, SIMPLE, shortened, type Workload } from './workload.ts';

/** The throw-away extensions that ours is compared with, unpacked. */
export interface OtherExtensions {
  directoryOf(extension: OtherExtension): string;
  remove(): Promise<void>;
}

type OtherExtension = Exclude<Extension, 'none' | 'ours'>;

/** Builds those that the variants have. */
export async function buildOtherExtensions(
  engine: EngineName,
  variants: readonly Variant[],
): Promise<OtherExtensions> {
  const directory = await mkdtemp(join(tmpdir(), 'cors-lens-bench-'));
  const directoryOf = (extension: OtherExtension): string => join(directory, extension);
  const sets = listenerSets(engine);
  for (const { extension } of variants) {
    if (extension === 'none' || extension === 'ours') continue;
    const target = directoryOf(extension);
    if (extension === 'idle') await buildObserver(target, engine, entryAt('idle-listeners.ts'));
    else await buildObserver(target, engine, entryAt('set-listeners.ts'), { __SET__: sets[extension] });
  }
  return { directoryOf, remove: () => rm(directory, { recursive: true, force: true }) };
}

function entryAt(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}

/** Longer than anything of ours is put off. */
const SETTLING_MS = 300;

/** Plays the workloads in a fresh browser. Resolves when it is closed. */
export async function runVariant(
  engine: EngineName,
  variant: Variant,
  workloads: readonly Workload[],
  site: BenchSite,
  others: OtherExtensions,
): Promise<readonly Sample[]> {
  const browser = await launchFor(engine, variant, others);
  try {
    const page = await openPage(browser, variant, site);
    // The first requests of a browser pay for much that isn't asked here.
    await play(page, shortened(SIMPLE), site.api);
    const samples: Sample[] = [];
    for (const workload of workloads) {
      const before = processorTimeOfDescendants();
      const wall = await play(page, workload, site.api);
      // What it has left to do (to write, to draw) is its cost, too.
      await new Promise((resolve) => setTimeout(resolve, SETTLING_MS));
      const after = processorTimeOfDescendants();
      samples.push({
        wall,
        processor: before === null || after === null ? null : after.all - before.all,
        extension: before === null || after === null ? null : after.extension - before.extension,
      });
    }
    return samples;
  } finally {
    await browser.close();
  }
}

function launchFor(
  engine: EngineName,
  { extension, devtools }: Variant,
  others: OtherExtensions,
): Promise<RealBrowser> {
  const options = { headless: true, hosts: HOSTS, devtools: devtools === true };
  if (extension === 'ours') return launchWithExtension(engine, options);
  if (extension === 'none') return launchBrowser(engine, options);
  return launchBrowser(engine, { ...options, extension: others.directoryOf(extension) });
}

async function openPage(browser: RealBrowser, variant: Variant, site: BenchSite): Promise<BrowserPage> {
  if (variant.beside === true) await browser.openPage(site.pageUrl(true));
  const page = await browser.openPage(site.pageUrl(variant.isRecorded));
  if (variant.panel === 'tab') await openPanelOf(browser, page);
  if (variant.panel === 'devtools') await browser.openDevToolsPanel(page);
  if (variant.panel === 'network') await browser.openNetworkPanel(page);
  return page;
}
