import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { type OpenedFile, openReport } from '../../../../src/report/open-report.ts';
import { diagnose } from '../../../../src/rules/index.ts';

type Tool = 'chromium' | 'firefox' | 'safari' | 'charles' | 'mitmproxy' | 'fiddler';

/** See `test/report/hars/README.md` for how they came. */
function textOf(tool: Tool): string {
  return readFileSync(new URL(`../../../report/hars/${tool}.har`, import.meta.url), 'utf8');
}

type OpenedHar = Extract<OpenedFile, { readonly kind: 'har' }>;

function open(input: unknown): OpenedHar {
  const opened = openReport(input);
  if (!opened.ok || opened.kind !== 'har') throw new Error(JSON.stringify(opened));
  return opened;
}

/** `PUT /items > /login: blocked by no-cors-headers` */
function saidOf(exchange: Exchange): string {
  const { hops } = exchange;
  const { verdict, lead } = diagnose(exchange);
  const path = hops.map(({ url }) => new URL(url).pathname).join(' > ');
  const checked = hops.some(({ preflight }) => preflight !== undefined) ? ' (preflight)' : '';
  return `${hops[0].method} ${path}${checked}: ${verdict}, ${lead.rule}`;
}

interface FixtureCase {
  readonly says: readonly string[];
  readonly leftOut: Readonly<Record<string, number>>;
  readonly unknown: Readonly<Record<string, number>>;
  readonly browser: Exchange['observedIn'];
  readonly tool: string;
}

const CASES: Readonly<Record<Tool, FixtureCase>> = {
  chromium: {
    says: [
      'GET /fine: allowed, allowed',
      'PUT /fine (preflight): allowed, allowed',
      'GET /nothing: blocked, error-response-without-cors-headers',
      'PUT /preflight-404 (preflight): blocked, preflight-not-handled',
      'GET /header (preflight): blocked, header-not-allowed',
      'GET /twice: blocked, duplicate-allow-origin',
      'GET /star: blocked, wildcard-with-credentials',
      'GET /moved > /nothing: blocked, error-response-without-cors-headers',
      'GET /moved-well > /fine: allowed, allowed',
      'GET /image: failed, aborted',
      'GET /refused: failed, connection-refused',
      'GET /last: allowed, allowed',
    ],
    leftOut: { 'same-origin': 1 },
    unknown: { credentials: 11, mode: 1 },
    browser: { engine: 'chromium', version: '156.0.0.0' },
    tool: 'WebInspector 537.36',
  },
  firefox: {
    says: [
      'GET /fine: unknown, credentials-unknown',
      'PUT /fine (preflight): allowed, allowed',
      'GET /nothing: blocked, error-response-without-cors-headers',
      'PUT /preflight-404 (preflight): blocked, preflight-not-handled',
      'GET /header (preflight): blocked, header-not-allowed',
      'GET /twice: blocked, duplicate-allow-origin',
      'GET /star: blocked, wildcard-with-credentials',
      'GET /moved > /nothing: blocked, error-response-without-cors-headers',
      'GET /moved-well > /fine: allowed, allowed',
      'GET /image: opaque, no-cors-mode',
      'GET /refused: failed, network-failure-other',
      'GET /last: unknown, credentials-unknown',
    ],
    leftOut: { navigation: 1, 'not-http': 1, 'same-origin': 1 },
    unknown: { credentials: 11, error: 3 },
    browser: { engine: 'firefox', version: '153.7.0' },
    tool: 'Firefox 153.7.0',
  },
  safari: {
    says: [
      'GET /crashed: blocked, error-response-without-cors-headers',
      'GET /twice: blocked, duplicate-allow-origin',
      'GET /fine: unknown, credentials-unknown',
    ],
    leftOut: { 'same-origin': 1 },
    unknown: { credentials: 3, 'header-lines': 3 },
    browser: { engine: 'webkit', version: '18.3' },
    tool: 'WebKit Web Inspector 1.0',
  },
  charles: {
    says: [
      'PUT /orders (preflight): blocked, preflight-not-handled',
      'PUT /saved (preflight): blocked, error-response-without-cors-headers',
    ],
    leftOut: { 'same-origin': 1, 'no-initiator': 1 },
    unknown: { credentials: 2, outcome: 2, request: 1 },
    browser: { engine: 'chromium', version: '140.0.0.0' },
    tool: 'Charles Proxy 4.6.2',
  },
  mitmproxy: {
    says: ['GET /v1 > /v2: blocked, wildcard-with-credentials', 'GET /gone: unknown, closed-unseen'],
    leftOut: {},
    unknown: { credentials: 1, outcome: 2 },
    browser: { engine: 'firefox', version: '140.0' },
    tool: 'mitmproxy 11.0.0',
  },
  fiddler: {
    says: ['GET /items: blocked, origin-trailing-slash'],
    leftOut: { websocket: 1 },
    unknown: { credentials: 1, outcome: 1, browser: 1 },
    browser: { engine: 'chromium', version: '' },
    tool: 'Fiddler 5.0.20245.10105',
  },
};

describe.each(Object.entries(CASES))('the HAR of %s', (tool, expected) => {
  const text = textOf(tool as Tool);

  it('is explained, with what isn’t known and what was left out', () => {
    const { exchanges, leftOut, unknown, source } = open(text);
    expect(exchanges.map(saidOf)).toEqual(expected.says);
    expect(Object.fromEntries(leftOut.map(({ reason, count }) => [reason, count]))).toEqual(expected.leftOut);
    expect(Object.fromEntries(unknown.map(({ what, count }) => [what, count]))).toEqual(expected.unknown);
    expect(source.tool).toBe(expected.tool);
    for (const { observedIn } of exchanges) expect(observedIn).toEqual(expected.browser);
  });

  it('has lost its secrets', () => {
    const read = JSON.stringify(open(text));
    for (const secret of ['hunter2', '0123456789abcdef']) expect(read).not.toContain(secret);
  });

  it('gives the same when it was parsed already, or begins with a byte order mark', () => {
    const opened = open(text);
    expect(open(JSON.parse(text))).toEqual(opened);
    expect(open(`\uFEFF${text}`)).toEqual(opened);
  });

  it('has no header of HTTP/2’s own', () => {
    const names = open(text).exchanges.flatMap(({ hops }) =>
      hops.flatMap(({ request, response }) =>
        [...(request?.headers ?? []), ...(response?.headers ?? [])].map(([name]) => name),
      ),
    );
    expect(names.filter((name) => name.startsWith(':'))).toEqual([]);
  });
});

it('what a proxy can’t know is unknown: what the browser made of it, the credentials, a request that was never sent', () => {
  const [orders] = open(textOf('charles')).exchanges;
  expect(orders).toMatchObject({
    initiator: 'https://app.example.com',
    mode: { value: 'cors', evidence: 'preflight-seen' },
    credentials: { value: 'unknown', reason: 'not-in-report' },
    outcome: { state: 'closed', reason: 'recorder-stopped' },
    hops: [{ method: 'PUT', preflight: { response: { status: 404 } } }],
  });
  expect(orders?.hops[0]).not.toHaveProperty('request');
});

it('what Chromium shows of a request that was never sent is nothing that was sent', () => {
  const unsent = open(textOf('chromium')).exchanges.find(({ hops }) =>
    hops[0].url.endsWith('/preflight-404'),
  );
  expect(unsent?.hops[0]).not.toHaveProperty('request');
  expect(unsent?.hops[0].unsentRequest?.headers).toContainEqual([
    'Authorization',
    '[masked: Bearer, 16 characters]',
  ]);
});
