import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { CallFrame, Exchange, Hop } from '../../src/model/exchange.ts';
import { getHeader, getHeaderLines } from '../../src/model/header-list.ts';
import type {
  BrowserDocument,
  BrowserPage,
  DevToolsPanel,
  EngineName,
  RealBrowser,
  ShownSource,
} from '../browsers/browser.ts';
import type { PanelWindow } from '../browsers/panel-window.ts';
import { poll } from '../browsers/poll.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { exportOf, rowsOf } from './session.ts';
import { type Answer, type Received, startTwoOrigins, type TwoOrigins } from './two-origins.ts';

let browser: RealBrowser | undefined;
let site: TwoOrigins | undefined;

afterEach(async () => {
  await browser?.close();
  await site?.close();
});

/** Each request says in a header from which line it is sent: the truth about the script. */
const SCRIPT = `
async function loadUsers(api) {
  await fetch(api + '/users', { headers: { 'x-line': '3' } });
}
async function sameUrl(api) {
  await Promise.all([
    fetch(api + '/same', { headers: { 'x-line': '7' } }),
    fetch(api + '/same', { headers: { 'x-line': '8' } }),
  ]);
}
async function sameLine(api) {
  await Promise.all([1, 2, 3].map(() => fetch(api + '/again', { headers: { 'x-line': '12' } })));
}
async function save(api) {
  const headers = { 'Content-Type': 'application/json', Authorization: 'Bearer 0123456789abcdef' };
  await fetch(api + '/save', { method: 'PUT', headers, body: '{}' }).catch(() => undefined);
}
async function refused(nobody) {
  await fetch(nobody, { method: 'DELETE' }).catch(() => undefined);
}
async function run(api, nobody) {
  for (let round = 0; round < 8; round += 1) await sameUrl(api);
  await loadUsers(api);
  await sameLine(api);
  await save(api);
  await refused(nobody);
  await fetch(api + '/last');
}
`;

function answer({ url, method, headers }: Received): Answer {
  const origin = headers.origin ?? '';
  if (url === '/app.js') return { headers: [['Content-Type', 'text/javascript']], body: SCRIPT };
  if (url === '/save' && method === 'OPTIONS') return { status: 404 };
  const credentialed = ['Access-Control-Allow-Credentials', 'true'] as const;
  if (url === '/hidden') {
    return {
      headers: [['Access-Control-Allow-Origin', origin], ['Access-Control-Allow-Origin', ''], credentialed],
    };
  }
  if (url.startsWith('/twice') || (url === '/either' && headers.accept === 'n/1'))
    return { headers: twice(origin) };
  if (url === '/list' || url === '/either') return { headers: list(origin) };
  if (url === '/preflight-twice') return { status: 204, headers: twice(origin) };
  return {
    headers: [
      ['Access-Control-Allow-Origin', '*'],
      ['Access-Control-Allow-Headers', '*'],
    ],
  };
}

type Lines = NonNullable<Answer['headers']>;

const twice = (origin: string): Lines => [
  ['Access-Control-Allow-Origin', origin],
  ['Access-Control-Allow-Origin', origin],
];
const list = (origin: string): Lines => [['Access-Control-Allow-Origin', `${origin}, ${origin}`]];

/** A URL at which nothing listens. */
async function nobodysUrl(): Promise<string> {
  const server = createServer().listen(0, 'localhost');
  await new Promise((resolve) => server.once('listening', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('No port');
  return `http://localhost:${address.port}/nobody`;
}

async function open(engine: EngineName): Promise<{ page: BrowserPage; panel: DevToolsPanel; api: string }> {
  site = await startTwoOrigins(answer);
  browser = await launchWithExtension(engine, { devtools: true });
  const page = await browser.openPage(`${site.page}/`);
  const panel = await browser.openDevToolsPanel(page);
  return { page, panel, api: site.api };
}

async function exchangesOf(panel: BrowserDocument): Promise<readonly Exchange[]> {
  const report: { readonly exchanges: readonly Exchange[] } = JSON.parse(await exportOf(panel, 'json'));
  return report.exchanges;
}

/** Waits until the panel has joined the last request, and so all before, and gives all of them. */
async function joined(panel: BrowserDocument, mark: string): Promise<readonly Exchange[]> {
  await panel.waitFor(
    async (wanted: string) => {
      const report = await (globalThis as PanelWindow).corsLens?.exportReport('json');
      const { exchanges } = JSON.parse(report ?? '{"exchanges":[]}') as { exchanges: readonly object[] };
      const last = exchanges.at(-1);
      return last !== undefined && JSON.stringify(last).includes(wanted);
    },
    [mark],
    { what: `the last request to be joined (${mark})` },
  );
  return exchangesOf(panel);
}

function at(exchanges: readonly Exchange[], path: string): readonly Exchange[] {
  return exchanges.filter(({ hops }) => new URL(hops[0].url).pathname === path);
}

function lineOf({ startedBy }: Exchange): CallFrame['line'] | undefined {
  return startedBy?.[0]?.line;
}

function isAt(shown: ShownSource | null, url: string, line: number): boolean {
  return shown?.url === url && shown.line === line;
}

function lineSent({ hops }: Exchange): number {
  return Number(getHeader(hops[0].request?.headers ?? [], 'x-line'));
}

function allowOrigins(message: Hop['response']): readonly string[] {
  return getHeaderLines(message?.headers ?? [], 'access-control-allow-origin');
}

describe('DevTools’ network log in Chromium', () => {
  it('tells the script, what was never sent, and why a preflight failed; a click opens the script', async () => {
    const { page, panel, api } = await open('chromium');
    const nobody = await nobodysUrl();
    await page.evaluate(
      async (server: string, unused: string) => {
        const script = document.createElement('script');
        script.src = `${server}/app.js`;
        document.head.append(script);
        await new Promise((resolve) => script.addEventListener('load', resolve));
        await (globalThis as unknown as { run(a: string, b: string): Promise<void> }).run(server, unused);
      },
      api,
      nobody,
    );
    const exchanges = await joined(panel, '"startedBy"');

    const [users] = at(exchanges, '/users');
    expect(users?.startedBy?.[0]).toMatchObject({ functionName: 'loadUsers', url: `${api}/app.js`, line: 3 });
    expect(users?.startedBy?.[1]).toMatchObject({ functionName: 'run', url: `${api}/app.js` });
    expect(users?.startedBy?.some(({ before }) => before === 'await')).toBe(true);
    // Of two at the same time nobody knows which is which, as long as they don't say the same.
    const same = at(exchanges, '/same');
    expect(same).toHaveLength(16);
    for (const each of same) expect([undefined, lineSent(each)]).toContain(lineOf(each));
    expect(at(exchanges, '/again').map(lineOf)).toEqual([12, 12, 12]);

    const [save] = at(exchanges, '/save');
    const unsent = save?.hops[0].unsentRequest?.headers ?? [];
    expect(getHeader(unsent, 'content-type')).toBe('application/json');
    expect(getHeader(unsent, 'authorization')).toBe('[masked: Bearer, 16 characters]');
    expect(save?.hops[0].request).toBeUndefined();
    expect(at(exchanges, '/nobody')[0]?.hops[0].preflight).toMatchObject({
      error: 'net::ERR_CONNECTION_REFUSED',
      errorFrom: 'network-log',
    });

    const report = await exportOf(panel, 'markdown');
    expect(report).toContain('Content-Type: application/json');
    expect(JSON.stringify(exchanges) + report).not.toContain('0123456789abcdef');

    const row = (await rowsOf(panel)).find(({ url }) => url.endsWith('/save'));
    await panel.click(`[data-exchange-id="${row?.id}"]`);
    await panel.waitFor(() => document.querySelector('.started-by')?.textContent?.includes('app.js:16'));
    await panel.click('.started-by .link-button');
    await poll(async () => isAt(await panel.shownSource(), `${api}/app.js`, 16), {
      timeoutMs: 15_000,
      what: 'line 16 in Sources',
    });
  });
});

describe('DevTools’ network log in Firefox', () => {
  it('tells header lines apart, also empty ones that webRequest hides, and never those of another', async () => {
    const { page, panel, api } = await open('firefox');
    await page.evaluate(async (server: string) => {
      const ask = (path: string, init?: RequestInit) => fetch(server + path, init).catch(() => undefined);
      // biome-ignore lint/suspicious/noDocumentCookie: a plain cookie is what proves the credentials mode.
      document.cookie = 'seen=1';
      await ask('/twice');
      await ask('/list');
      await ask('/hidden', { credentials: 'include' });
      await ask('/preflight-twice', { method: 'PUT' });
      await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          ask('/either', { cache: 'no-store', headers: { accept: `n/${index % 2}` } }),
        ),
      );
      await ask('/last');
    }, api);
    const exchanges = await joined(panel, '"lines":"apart"');

    const origin = site?.page ?? '';
    const linesAt = (path: string) =>
      at(exchanges, path).map(({ hops: [hop] }) => allowOrigins(hop.response));
    expect(linesAt('/twice')).toEqual([[origin, origin]]);
    expect(linesAt('/list')).toEqual([[`${origin}, ${origin}`]]);
    expect(linesAt('/hidden')).toEqual([[origin, '']]);
    const [put] = at(exchanges, '/preflight-twice');
    expect(put?.hops[0].preflight?.response?.lines).toBe('apart');
    expect(allowOrigins(put?.hops[0].preflight?.response)).toEqual([origin, origin]);
    // Joined, both answers look the same: either it is right or it isn't told.
    for (const { hops } of at(exchanges, '/either')) {
      const { request, response } = hops[0];
      const isTwice = getHeader(request?.headers ?? [], 'accept') === 'n/1';
      const told = response?.lines === 'apart' ? allowOrigins(response) : null;
      expect([null, isTwice ? [origin, origin] : [`${origin}, ${origin}`]]).toContainEqual(told);
    }

    const rows = await rowsOf(panel);
    const causeAt = (path: string) => {
      const row = rows.find(({ url }) => url.endsWith(path));
      return [row?.verdict, row?.cause];
    };
    expect(causeAt('/twice')).toEqual(['blocked', 'duplicate-allow-origin']);
    expect(causeAt('/list')).toEqual(['blocked', 'origin-list']);
    expect(causeAt('/hidden')).toEqual(['blocked', 'duplicate-allow-origin']);
    expect(causeAt('/preflight-twice')).toEqual(['blocked', 'duplicate-allow-origin']);
  });
});
