import fc from 'fast-check';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { FORMATS, writeWhole } from '../../../../src/report/index.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { aReport, aReportOfAllKinds, PREFLIGHT_401, SERVER_ERROR } from '../sample-reports.ts';
import { HOSTILE_EXCHANGES } from './hostile-report.ts';

function written(id: 'playwright' | 'pytest', exchanges: readonly Exchange[]): string {
  return writeWhole(FORMATS[id], aReport(exchanges), { length: 'short' });
}

const FORBIDDEN = anExchange({
  id: 'leaves-out',
  headers: { 'X-Wide': 'a\u0142b', 'X-Fine': 'a' },
  preflight: { status: 204, headers: { 'Access-Control-Allow-Origin': 'http://localhost:5173' } },
  withNetworkLog: true,
});

describe.each(['playwright', 'pytest'] as const)('tests for %s', (id) => {
  it('are none where headers mend nothing, and say so', () => {
    const text = written(id, [anExchange({ outcome: { error: 'net::ERR_CONNECTION_REFUSED' } })]);
    expect(text).toContain('Nothing failed in it that other response headers would mend.');
    expect(text).not.toMatch(/^test\(|^def test_/m);
  });

  it('have one for each cause', () => {
    const text = written(id, [
      anExchange(SERVER_ERROR),
      anExchange({ ...PREFLIGHT_401, id: 'one' }),
      anExchange({ ...PREFLIGHT_401, id: 'two', url: 'https://api.example.com/items/2' }),
    ]);
    expect(text.match(/^test\(|^def test_/gm)).toHaveLength(2);
  });

  it('have no secret’s marker in what they send, but variables', () => {
    const text = written(id, [anExchange(SERVER_ERROR)]);
    expect(text).not.toContain('[masked');
    for (const name of ['ACCESS_TOKEN', 'AUTHORIZATION', 'COOKIE', 'BODY']) {
      expect(text).toContain(`CORS_TEST_${name}`);
    }
  });

  it('say which headers they can’t send', () => {
    const text = written(id, [FORBIDDEN]);
    expect(text).toMatch(/Without these headers, which can’t be sent: x-wide$/im);
    expect(text).toContain('X-Fine');
  });

  it('are written in parts, which are the whole file', () => {
    const report = aReportOfAllKinds();
    const parts = [...FORMATS[id].write(report, { length: 'short' })];
    expect(parts.length).toBeGreaterThan(3);
    expect(parts.join('')).toMatch(/\n$/);
  });
});

describe('tests for Playwright', () => {
  it('are TypeScript in which nothing but the tests is called, whatever was recorded', () => {
    fc.assert(
      fc.property(HOSTILE_EXCHANGES, (exchanges) => {
        const { body } = parseAst(written('playwright', exchanges), { lang: 'ts' });
        const calls = body.flatMap((each) =>
          each.type === 'ExpressionStatement' && each.expression.type === 'CallExpression'
            ? [each.expression.callee]
            : [],
        );
        expect(calls.map((callee) => callee.type === 'Identifier' && callee.name)).toEqual(['test', 'test']);
        expect(JSON.stringify(body)).not.toContain('"name":"ran"');
      }),
      { numRuns: 40 },
    );
  });

  it('open no page that only a browser opens', () => {
    const text = written('playwright', [
      anExchange({ origin: 'chrome-extension://abcdefghijklmnop', response: {}, outcome: 'blocked' }),
    ]);
    expect(text).toMatch(/^\/\/ Left out, because a test can’t open a page of that origin: GET /m);
    expect(text).not.toMatch(/^test\(/m);
  });
});

describe('tests for pytest', () => {
  it('have nothing of the recording where Python reads the encoding', () => {
    fc.assert(
      fc.property(HOSTILE_EXCHANGES, (exchanges) => {
        const [first, second] = written('pytest', exchanges).split('\n');
        expect([first, second]).toEqual([
          '"""CORS regression tests, made from a recording. Each is red until the servers are mended.',
          '',
        ]);
      }),
      { numRuns: 20 },
    );
  });
});
