import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';
import { viteProxy as platform } from '../../../src/fixes/platforms/vite-proxy.ts';
import { runProgram } from '../run-program.ts';
import { runTool } from '../run-tool.ts';
import type { Surroundings } from '../server-under-test.ts';
import type { DevProxyUnderTest } from './dev-proxy-under-test.ts';

const VITE = fileURLToPath(new URL('../../../node_modules/vite/', import.meta.url));
const PROGRAM = join(VITE, 'bin/vite.js');

export const viteProxy: DevProxyUnderTest = {
  platform,
  needs: [{ there: 'vite', from: 'npm' }],
  rewritesCookies: true,
  async start(surroundings, snippets) {
    const { folder, port } = surroundings;
    await write(surroundings, snippets ?? []);
    const args = [PROGRAM, '--host', '127.0.0.1', '--port', String(port), '--strictPort'];
    return runProgram({ command: process.execPath, args, folder, port });
  },
  async parse(surroundings, snippets) {
    const file = await write(surroundings, snippets);
    // Vite's own reader of its configurations.
    const read = `const { loadConfigFromFile } = await import(${JSON.stringify(join(VITE, 'dist/node/index.js'))});
const { config } = await loadConfigFromFile({ command: 'serve', mode: 'development' }, ${JSON.stringify(file)});
if (Object.keys(config.server.proxy).length !== 1) throw new Error('There is no proxy.');`;
    const { ok, printed } = await runTool(process.execPath, ['--input-type=module', '-e', read]);
    return ok ? null : printed;
  },
  async version() {
    const { version }: { version: string } = JSON.parse(await readFile(join(VITE, 'package.json'), 'utf8'));
    return version;
  },
};

async function write({ folder }: Surroundings, snippets: readonly Snippet[]): Promise<string> {
  const file = join(folder, 'vite.config.js');
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Page of the developer</title>');
  await writeFile(
    file,
    `import { defineConfig } from 'vite';

export default defineConfig({
  // Nothing to do beforehand, and nobody to watch for.
  optimizeDeps: { noDiscovery: true },
${snippets.map(textOf).join('')}
});
`,
  );
  return file;
}
