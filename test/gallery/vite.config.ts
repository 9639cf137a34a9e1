import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** Serves the panel's states from fixtures, in any browser tab: `npx vite --config test/gallery/vite.config.ts`. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  cacheDir: 'node_modules/.cache/gallery',
  plugins: [preact({ devToolsEnabled: false })],
  // Always the same, as pictures are to be.
  define: { __VERSION__: '"1.0.0"' },
  // Found late, a dependency would reload the page.
  optimizeDeps: { entries: ['test/gallery/index.html', 'test/gallery/popup.html'] },
  server: { open: '/test/gallery/index.html?state=server-error&theme=light' },
});
