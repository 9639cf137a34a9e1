import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { EngineName } from '../browsers/browser.ts';

const OBSERVER = fileURLToPath(new URL('observer.ts', import.meta.url));

/**
 * Writes the observing extension, or one with another background, unpacked into that directory.
 *
 * @param constants names that stand for values in the background's code
 */
export async function buildObserver(
  directory: string,
  engine: EngineName,
  entry = OBSERVER,
  constants: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const all = { __BROWSER__: engine === 'firefox' ? 'firefox' : 'chrome', ...constants };
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: Object.fromEntries(Object.entries(all).map(([name, value]) => [name, JSON.stringify(value)])),
    build: {
      outDir: directory,
      minify: false,
      lib: {
        entry,
        formats: ['es'],
        fileName: () => 'background.js',
      },
    },
  });
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest(engine)));
  await writeFile(join(directory, 'page.html'), '<!doctype html><title>Observer</title>');
}

function manifest(engine: EngineName): object {
  const perEngine =
    engine === 'chromium'
      ? { background: { service_worker: 'background.js', type: 'module' } }
      : {
          background: { scripts: ['background.js'], type: 'module' },
          browser_specific_settings: { gecko: { id: 'observer@cors-lens.example' } },
        };
  return {
    manifest_version: 3,
    name: 'Observer',
    version: '1',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    ...perEngine,
  };
}
