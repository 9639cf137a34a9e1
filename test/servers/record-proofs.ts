import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { ProvenOn } from '../../src/fixes/platforms/proven.ts';
import type { EngineName } from '../browsers/browser.ts';
import { launchBrowser } from '../browsers/launch.ts';
import { extensionFor } from '../browsers/with-extension.ts';
import { chosenDevProxies, chosenServers } from './chosen-servers.ts';
import { digestOf } from './proven-texts.ts';

const FILE = fileURLToPath(new URL('../../src/fixes/platforms/proven.json', import.meta.url));

/** Writes down on what the chosen servers were run, and with which texts; those that weren't chosen stay as they are. */
export async function recordProofs(date: string): Promise<void> {
  const [chromium, firefox] = [await versionOf('chromium'), await versionOf('firefox')];
  const proofs: Record<string, ProvenOn> = JSON.parse(await readFile(FILE, 'utf8'));
  const ran = [
    ...chosenServers().map(({ server, lacks }) => ({ ran: server, lacks })),
    ...chosenDevProxies().map(({ proxy, lacks }) => ({ ran: proxy, lacks })),
  ];
  for (const {
    ran: { platform, version },
    lacks,
  } of ran) {
    if (lacks.length > 0) continue;
    proofs[platform.id] = {
      version: await version(),
      chromium,
      firefox,
      date,
      digest: digestOf(platform),
    };
  }
  const sorted = Object.entries(proofs).sort(([a], [b]) => (a < b ? -1 : 1));
  await writeFile(FILE, `${JSON.stringify(Object.fromEntries(sorted), null, 2)}\n`);
}

async function versionOf(engine: EngineName): Promise<string> {
  const browser = await launchBrowser(engine, { headless: true, extension: extensionFor(engine) });
  await browser.close();
  return browser.version;
}
