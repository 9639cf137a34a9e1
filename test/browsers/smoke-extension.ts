import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { EngineName } from './browser.ts';

/** Writes a throw-away extension with the parts that the drivers handle, unpacked, into that directory. */
export async function writeSmokeExtension(directory: string, engine: EngineName): Promise<void> {
  const files = { ...FILES, 'manifest.json': JSON.stringify(manifest(engine)) };
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(directory, path)), { recursive: true });
    await writeFile(join(directory, path), content);
  }
}

function manifest(engine: EngineName): object {
  const perEngine =
    engine === 'chromium'
      ? { background: { service_worker: 'background.js' } }
      : {
          background: { scripts: ['background.js'] },
          browser_specific_settings: { gecko: { id: 'smoke@cors-lens.example' } },
        };
  return {
    manifest_version: 3,
    name: 'Smoke',
    version: '1',
    devtools_page: 'devtools.html',
    permissions: ['webRequest'],
    host_permissions: ['<all_urls>'],
    ...perEngine,
  };
}

const FILES = {
  // Every start of the background has a name of its own, and counts the requests of pages that it saw.
  'background.js': `
    const boot = crypto.randomUUID();
    let requests = 0;
    chrome.webRequest.onBeforeRequest.addListener(() => { requests += 1; }, { urls: ['http://*/*'] });
    chrome.runtime.onMessage.addListener((message, sender, respond) => { respond({ boot, requests }); });
  `,
  'devtools.html': '<!doctype html><script src="devtools.js"></script>',
  'devtools.js': `chrome.devtools.panels.create('CORS', '', '/src/panel/panel.html');`,
  'src/panel/panel.html': `<!doctype html>
    <meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Panel of the smoke test</title>
    <h1>Panel</h1>
    <p style="height: 1500px">Far above the button</p>
    <button id="count">Count</button> <input id="text"> <output id="clicks">0</output> <output id="key"></output>
    <script src="panel.js"></script>`,
  'src/panel/panel.js': `
    const clicks = document.getElementById('clicks');
    document.getElementById('count').addEventListener('click', (event) => {
      if (event.isTrusted) clicks.textContent = String(Number(clicks.textContent) + 1);
    });
    document.addEventListener('keydown', (event) => {
      document.getElementById('key').textContent = event.key;
    });
  `,
};
