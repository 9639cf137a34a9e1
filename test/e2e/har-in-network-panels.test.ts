import { afterEach, expect, it } from 'vitest';
import { createReport, FORMATS, writeWhole } from '../../src/report/index.ts';
import type { EngineName, RealBrowser } from '../browsers/browser.ts';
import { launchWithExtension } from '../browsers/with-extension.ts';
import { anExchange, PAGE } from '../rules/exchange-builder.ts';
import { startTwoOrigins, type TwoOrigins } from './two-origins.ts';

let browser: RealBrowser | undefined;
let site: TwoOrigins | undefined;

afterEach(async () => {
  await browser?.close();
  await site?.close();
});

const API = 'https://api.example.com';

/** A preflight that failed, a redirect, and a request that was refused. */
const REPORT = createReport({
  exchanges: [
    anExchange({
      id: 'put',
      method: 'PUT',
      url: `${API}/put`,
      preflight: { status: 404 },
      outcome: 'blocked',
    }),
    anExchange({
      id: 'moved',
      url: `${API}/old`,
      startedAt: 1_700_000_001_000,
      response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
      redirects: [{ url: `${API}/new`, response: { status: 500 } }],
      outcome: 'blocked',
    }),
    anExchange({
      id: 'refused',
      url: `${API}/refused`,
      startedAt: 1_700_000_002_000,
      outcome: { error: 'net::ERR_FAILED' },
    }),
  ],
  createdAt: '2026-11-21T10:00:00.000Z',
  extensionVersion: '0.1.0',
});

it.each<EngineName>(['chromium', 'firefox'])(
  'the exported HAR opens in the Network panel of %s',
  async (engine) => {
    site = await startTwoOrigins(() => ({}));
    browser = await launchWithExtension(engine, { devtools: true });
    const page = await browser.openPage(`${site.page}/`);
    const rows = await browser.importHar(page, writeWhole(FORMATS.har, REPORT, { length: 'short' }));
    const imported = rows.filter(({ url }) => url.startsWith(API));
    expect(imported.map(({ method, status, url }) => [method, status, url.slice(API.length)])).toEqual([
      ['PUT', 0, '/put'],
      ['OPTIONS', 404, '/put'],
      ['GET', 302, '/old'],
      ['GET', 500, '/new'],
      ['GET', 0, '/refused'],
    ]);
    // Firefox' panel has no place for what started a request that it has imported.
    const [, preflight] = imported;
    expect(preflight?.preflightOf).toBe(engine === 'chromium' ? 'PUT' : null);
  },
);
