import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import type { HarEntry, HarPage } from '../../../../src/report/har/har.ts';
import { har } from '../../../../src/report/har/har-format.ts';
import { type Report, writeWhole } from '../../../../src/report/index.ts';
import { hostileExchange, plausibleExchange } from '../../../rules/arbitrary-exchange.ts';
import { anExchange, PAGE, STARTED_AT } from '../../../rules/exchange-builder.ts';
import { aReport, aReportOfAllKinds, PREFLIGHT_401, SERVER_ERROR } from '../sample-reports.ts';
import { harErrors } from './har-schema.ts';

interface Har {
  readonly log: {
    readonly version: string;
    readonly creator: object;
    readonly browser?: object;
    readonly pages: readonly HarPage[];
    readonly entries: readonly HarEntry[];
  };
}

function harOf(report: Report): Har {
  return JSON.parse(writeWhole(har, report, { length: 'short' })) as Har;
}

function entriesOf(...exchanges: readonly Exchange[]): readonly HarEntry[] {
  return harOf(aReport(exchanges)).log.entries;
}

describe('the exported HAR', () => {
  it.each([
    ['of every kind of exchange', aReportOfAllKinds()],
    ['of nothing', aReport([])],
  ])('%s is valid HAR 1.2', (_, report) => {
    const written = harOf(report);
    expect(harErrors(written)).toEqual([]);
    expect(written.log).toMatchObject({
      version: '1.2',
      creator: { name: 'CORS Lens', version: '0.1.0' },
      _corsLens: { version: '0.1.0' },
    });
  });

  it('is not valid for the test’s own validator when something is missing', () => {
    const { log } = harOf(aReportOfAllKinds());
    const [{ cache: _, ...damaged }] = log.entries as [HarEntry];
    expect(harErrors({ log: { ...log, entries: [damaged] } })).not.toEqual([]);
    expect(
      harErrors({ log: { ...log, pages: [{ ...log.pages[0], startedDateTime: 'today' }] } }),
    ).not.toEqual([]);
  });

  it('has an entry for every hop and for every preflight, in the order of time', () => {
    const report = aReportOfAllKinds();
    const hops = report.exchanges.flatMap((each) => each.hops);
    const { entries } = harOf(report).log;
    expect(entries).toHaveLength(
      hops.length + hops.filter(({ preflight }) => preflight !== undefined).length,
    );
    const times = entries.map(({ startedDateTime }) => startedDateTime);
    expect(times).toEqual([...times].sort());
  });

  it('is written in parts, one an entry', () => {
    const report = aReportOfAllKinds();
    const parts = [...har.write(report, { length: 'short' })];
    expect(parts).toHaveLength(harOf(report).log.entries.length + 2);
  });

  it('names each page once, and its requests belong to it', () => {
    const first = anExchange({ id: 'a', response: {} });
    const other = anExchange({
      id: 'b',
      response: {},
      page: 'https://other.example/',
      startedAt: STARTED_AT + 9,
    });
    const { page: _, ...without } = anExchange({ id: 'c', response: {}, startedAt: STARTED_AT + 10 });
    const { pages, entries } = harOf(aReport([first, other, first, without])).log;
    expect(pages.map(({ id, title }) => [id, title])).toEqual([
      ['page_1', `${PAGE}/`],
      ['page_2', 'https://other.example/'],
    ]);
    expect(entries.map(({ pageref }) => pageref)).toEqual(['page_1', 'page_1', 'page_2', undefined]);
  });
});

describe('an entry', () => {
  it('of a preflight is linked to its request, as Chromium links them', () => {
    const [request, preflight] = entriesOf(anExchange(SERVER_ERROR)) as [HarEntry, HarEntry];
    expect(preflight).toMatchObject({
      request: { method: 'OPTIONS', url: request.request.url },
      response: { status: 204, _error: null },
      _resourceType: 'preflight',
      _initiator: { type: 'preflight', url: request.request.url, requestId: request._requestId },
      _corsLens: { role: 'preflight', exchange: 'server-error', hop: 0 },
    });
    expect(request._requestId).toBe('har-0');
    expect(preflight._requestId).toBe('har-1');
  });

  it('says what CORS Lens says', () => {
    const [request] = entriesOf(anExchange(SERVER_ERROR)) as [HarEntry];
    expect(request._corsLens).toMatchObject({
      role: 'request',
      exchange: 'server-error',
      hop: 0,
      verdict: 'blocked',
      rule: 'error-response-without-cors-headers',
      headline: expect.stringContaining('500'),
    });
  });

  it('of a request that was answered and blocked has the answer and the browser’s error', () => {
    const [request] = entriesOf(anExchange({ response: { status: 404 }, outcome: 'blocked' })) as [HarEntry];
    expect(request).toMatchObject({
      _resourceType: 'xhr',
      response: { status: 404, _error: 'net::ERR_FAILED', content: { size: 0, mimeType: 'x-unknown' } },
      timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait: 80, receive: 20 },
      time: 100,
    });
  });

  it('of a request that was never sent has status 0, and the headers that it would have had', () => {
    const [request] = entriesOf(anExchange({ ...PREFLIGHT_401, withNetworkLog: true })) as [HarEntry];
    expect(request.response).toMatchObject({ status: 0, headers: [], _error: 'net::ERR_FAILED' });
    expect(request.request.headers).toContainEqual({ name: 'X-Api-Key', value: '[masked: 20 characters]' });
    expect(request._initiator).toMatchObject({
      type: 'script',
      stack: {
        callFrames: [{ functionName: 'loadItems', lineNumber: 41, columnNumber: 8 }],
        parent: { description: 'await', callFrames: [{ lineNumber: 2, columnNumber: 0 }] },
      },
    });
  });

  it('of a redirect says where it leads', () => {
    const redirected = anExchange({
      response: { headers: { 'Access-Control-Allow-Origin': PAGE } },
      redirects: [{ url: 'https://www.example.com/items?a=1&b', response: {} }],
      outcome: 'blocked',
    });
    const [first, second] = entriesOf(redirected) as [HarEntry, HarEntry];
    expect(first.response).toMatchObject({
      status: 302,
      redirectURL: 'https://www.example.com/items?a=1&b',
      _error: null,
    });
    expect(second.request.queryString).toEqual([
      { name: 'a', value: '1' },
      { name: 'b', value: '' },
    ]);
    expect(second.response._error).toBe('net::ERR_FAILED');
  });

  it('of a time that is none is from the beginning of time', () => {
    const [entry] = entriesOf({
      ...anExchange({ response: {} }),
      hops: [{ ...anExchange().hops[0], startedAt: 1e300 }] as const,
    });
    expect(entry?.startedDateTime).toBe('1970-01-01T00:00:00.000Z');
  });
});

/** Ids have to differ, as they do in a recording. */
function exportOf(exchanges: readonly Exchange[]): Har {
  return harOf(aReport(exchanges.map((each, index) => ({ ...each, id: `x${index}` }))));
}

it('every exchange gives valid HAR', () => {
  fc.assert(
    fc.property(fc.array(plausibleExchange, { maxLength: 3 }), (exchanges) => {
      const written = exportOf(exchanges);
      expect(harErrors(written)).toEqual([]);
      for (const { time, timings } of written.log.entries) {
        expect(Math.min(time, timings.wait, timings.receive)).toBeGreaterThanOrEqual(0);
      }
    }),
    { numRuns: 50 },
  );
});

it('any text in an exchange gives HAR in which only a URL that is none is invalid', () => {
  fc.assert(
    fc.property(fc.array(hostileExchange, { maxLength: 3 }), (exchanges) => {
      const errors = harErrors(exportOf(exchanges));
      expect(errors.filter((error) => !error.endsWith('/request/url must match format "uri"'))).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
