import { mkdtemp, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/**
 * Loads a module of ours as users get it: bundled into one file. Run file by file, each use of an import would be a
 * property access that isn't there in the product.
 *
 * @param entry path of a TypeScript module
 * @returns what the module exports; the type is for the caller to know
 */
export async function loadBundled(entry: string): Promise<unknown> {
  const directory = await mkdtemp(join(tmpdir(), 'cors-lens-bench-'));
  try {
    await build({
      configFile: false,
      logLevel: 'error',
      build: {
        ssr: entry,
        outDir: directory,
        rolldownOptions: { output: { format: 'cjs', entryFileNames: 'bundle.cjs' } },
      },
    });
    // Not import(): that would go through the runner of this very program, which is closed by now.
    return createRequire(import.meta.url)(join(directory, 'bundle.cjs'));
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}
