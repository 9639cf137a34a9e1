import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { EngineName } from '../browsers/browser.ts';

/** Writes the observing extension, unpacked, into that directory. */
export async function buildObserver(directory: string, engine: EngineName): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    define: { __BROWSER__: JSON.stringify(engine === 'firefox' ? 'firefox' : 'chrome') },
    build: {
      outDir: directory,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('observer.ts', import.meta.url)),
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
