import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { EngineName } from '../browsers/browser.ts';
import { poll } from '../browsers/poll.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { type Answer, type Received, startTwoOrigins } from '../e2e/two-origins.ts';

const FOLDER = fileURLToPath(new URL('./hars/', import.meta.url));

/** What the server says at each path: one failure of each kind, and what is none. */
function answer({ url, method, headers }: Received): Answer {
  const origin = headers.origin ?? '*';
  const allowed = ['Access-Control-Allow-Origin', origin] as const;
  const path = url.replace(/\?.*$/, '');
  if (path === '/nothing') return { status: 500 };
  if (path === '/preflight-404' && method === 'OPTIONS') return { status: 404 };
  if (path === '/header' && method === 'OPTIONS') return { status: 204, headers: [allowed] };
  if (path === '/twice') return { headers: [allowed, ['Access-Control-Allow-Origin', '*']] };
  if (path === '/star') return { headers: [['Access-Control-Allow-Origin', '*']] };
  if (path === '/moved') return { status: 302, headers: [allowed, ['Location', '/nothing']] };
  if (path === '/moved-well') return { status: 302, headers: [allowed, ['Location', '/fine']] };
  const all = [
    allowed,
    ['Access-Control-Allow-Methods', 'PUT'],
    ['Access-Control-Allow-Headers', 'x-a'],
  ] as const;
  return { status: method === 'OPTIONS' ? 204 : 200, headers: [...all] };
}

/** Runs in the page. */
async function requestAll(api: string): Promise<void> {
  // Chromium calls a request aborted whose body nobody reads.
  const ask = (path: string, init?: RequestInit) =>
    fetch(api + path, init).then(
      (response) => response.text(),
      () => '',
    );
  // biome-ignore lint/suspicious/noDocumentCookie: a plain cookie is what proves the credentials mode.
  document.cookie = 'sid=hunter2hunter2';
  await fetch('/own').then((response) => response.text());
  await ask('/fine');
  await ask('/fine?access_token=0123456789abcdef0123', { method: 'PUT', headers: { 'X-A': '1' } });
  await ask('/nothing');
  await ask('/preflight-404', { method: 'PUT', headers: { Authorization: 'Bearer 0123456789abcdef' } });
  await ask('/header', { headers: { 'X-B': '1' } });
  await ask('/twice');
  await ask('/star', { credentials: 'include' });
  await ask('/moved');
  await ask('/moved-well');
  await ask('/image', { mode: 'no-cors' });
  await fetch('http://localhost:9000/refused').catch(() => undefined);
  await ask('/last');
}

/** Records a browser's own HAR, as its DevTools give it to the extension. */
async function recordDevTools(engine: EngineName): Promise<unknown> {
  const site = await startTwoOrigins(answer);
  const browser = await launchWithExtension(engine, { devtools: true });
  try {
    const page = await browser.openPage(`${site.page}/`);
    const panel = await browser.openDevToolsPanel(page);
    await page.evaluate(requestAll, site.api);
    const har = await poll(() => panel.evaluate(readHar, engine), {
      timeoutMs: 15_000,
      what: 'the last request in the HAR',
    });
    return withFixedOrigins(har, site.page, site.api);
  } finally {
    await browser.close();
    await site.close();
  }
}

/** Runs in the panel. Null as long as the last request isn't there. */
async function readHar(engine: string): Promise<string | null> {
  interface Network {
    getHAR(callback?: (har: object) => void): Promise<object> | undefined;
  }
  const { chrome, browser } = globalThis as unknown as Record<
    'chrome' | 'browser',
    { readonly devtools: { readonly network: Network } }
  >;
  const log =
    engine === 'firefox'
      ? await browser.devtools.network.getHAR()
      : await new Promise<object>((resolve) => void chrome.devtools.network.getHAR(resolve));
  const text = JSON.stringify({ log });
  return text.includes('/last') ? text : null;
}

/** Ports differ from one recording to the next. */
function withFixedOrigins(har: string, page: string, api: string): unknown {
  const host = (origin: string) => new URL(origin).host;
  return JSON.parse(har.replaceAll(host(page), 'localhost:5173').replaceAll(host(api), 'localhost:8080'));
}

/** `node test/launch.mjs --build test/report/record-hars.ts` */
export async function main(): Promise<number> {
  for (const engine of ['chromium', 'firefox'] as const) {
    const har = await recordDevTools(engine);
    await writeFile(`${FOLDER}${engine}.har`, `${JSON.stringify(har, null, 1)}\n`);
    console.log(`${engine}.har`);
  }
  return 0;
}
