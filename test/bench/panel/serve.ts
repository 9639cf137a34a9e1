import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { build, type Plugin, preview } from 'vite';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const PAGE = 'test/bench/panel/page/index.html';

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** The benchmark's page, built as the panel is for its users, and served. */
export async function servePage(): Promise<Served> {
  const outDir = await mkdtemp(join(tmpdir(), 'cors-lens-bench-'));
  const remove = () => rm(outDir, { recursive: true, force: true });
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      publicDir: false,
      plugins: [preact({ devToolsEnabled: false }), withoutPolyfill()],
      define: { __BROWSER__: '"chrome"', __VERSION__: '"0.0.0"' },
      worker: { format: 'es' },
      build: { outDir, modulePreload: false, rolldownOptions: { input: `${ROOT}${PAGE}` } },
    });
    const server = await preview({
      configFile: false,
      root: ROOT,
      logLevel: 'error',
      build: { outDir },
      preview: { port: 0, open: false },
    });
    return {
      url: `${server.resolvedUrls?.local[0]}${PAGE}`,
      close: async () => {
        await server.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** There is no extension API in an ordinary page; the polyfill would throw. */
function withoutPolyfill(): Plugin {
  const id = '\0no-browser-api';
  return {
    name: 'without-polyfill',
    enforce: 'pre',
    resolveId: { filter: { id: /^webextension-polyfill$/ }, handler: () => id },
    load: { filter: { id: /^\0no-browser-api$/ }, handler: () => 'export default {};' },
  };
}
