import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import chromeManifest from './manifest.json' with { type: 'json' };
import project from './package.json' with { type: 'json' };

type Target = 'chrome' | 'firefox';

/** The one manifest, as each browser wants it. Everything that differs between them differs here. */
function manifestFor(target: Target): ManifestV3Export {
  const { minimum_chrome_version, background, ...common } = chromeManifest;
  const manifest = { ...common, version: project.version };
  if (target === 'chrome') return { ...manifest, minimum_chrome_version, background } as ManifestV3Export;
  return {
    ...manifest,
    // Firefox has no service workers for extensions: the same module runs as an event page.
    background: { scripts: [background.service_worker], type: 'module' },
    // A number in a menu is seen by nobody; Chromium leaves the pinning to its users.
    action: { ...common.action, default_area: 'navbar' },
    browser_specific_settings: {
      gecko: {
        id: 'cors-lens@devtools.extension',
        // The first version, on Android too, that knows data_collection_permissions.
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
    // crxjs's types know neither `type` of a Firefox background nor data_collection_permissions.
  } as unknown as ManifestV3Export;
}

/**
 * Preact's only write to innerHTML serves dangerouslySetInnerHTML, which the linter forbids here. Without it the
 * extension has no way at all to turn text into markup, and the reviewers' linter has nothing to warn of.
 */
function withoutInnerHtml(): Plugin {
  return {
    name: 'without-inner-html',
    apply: 'build',
    transform: {
      filter: { id: /node_modules\/preact\/dist\/preact\.(mjs|module\.js)$/ },
      handler(code) {
        const writes = /\b[\w$]+\.innerHTML=[\w$]+\.__html\b/g;
        if ((code.match(writes) ?? []).length !== 1)
          this.error('Preact has changed how it writes innerHTML.');
        return { code: code.replace(writes, '0'), map: null };
      },
    },
  };
}

/** In Firefox the polyfill is the browser's own API, and the rest of it is never run. */
function withoutPolyfill(): Plugin {
  const id = '\0browser-api';
  return {
    name: 'without-polyfill',
    apply: 'build',
    enforce: 'pre',
    resolveId: { filter: { id: /^webextension-polyfill$/ }, handler: () => id },
    load: { filter: { id: /^\0browser-api$/ }, handler: () => 'export default globalThis.browser;' },
  };
}

/** crxjs removes the chunk that it made of the manifest, but leaves that chunk's source map. */
function withoutOrphanedMap(): Plugin {
  return {
    name: 'without-orphaned-map',
    apply: 'build',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const file of Object.keys(bundle)) if (/crx-manifest.*\.map$/.test(file)) delete bundle[file];
    },
  };
}

/**
 * Browsers read a whole catalogue before they give one message: the English of the translators stays behind, and so do
 * the English messages that the code has itself.
 */
function withLeanCatalogues(dist: string): Plugin {
  type Messages = Record<string, { readonly message: string }>;
  return {
    name: 'with-lean-catalogues',
    apply: 'build',
    enforce: 'post',
    closeBundle() {
      const locales = `${dist}/_locales`;
      for (const folder of readdirSync(locales)) {
        const file = `${locales}/${folder}/messages.json`;
        const entries = Object.entries(JSON.parse(readFileSync(file, 'utf8')) as Messages)
          .filter(([name]) => folder !== 'en' || /^(extension|language$)/.test(name))
          .map(([name, { message }]) => [name, { message }]);
        writeFileSync(file, JSON.stringify(Object.fromEntries(entries)));
      }
    },
  };
}

export default defineConfig(({ mode }) => {
  const target: Target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    plugins: [
      withoutInnerHtml(),
      preact({ devToolsEnabled: false }),
      withoutOrphanedMap(),
      target === 'firefox' && withoutPolyfill(),
      crx({ manifest: manifestFor(target), browser: target }),
      withLeanCatalogues(`dist/${target}`),
    ],
    define: { __BROWSER__: JSON.stringify(target), __VERSION__: JSON.stringify(project.version) },
    build: {
      outDir: `dist/${target}`,
      emptyOutDir: true,
      target: target === 'firefox' ? 'firefox142' : 'chrome120',
      modulePreload: false,
      sourcemap: true,
      rolldownOptions: { input: { panel: 'src/panel/panel.html' } },
    },
    server: { port: 5173, strictPort: true },
  };
});
