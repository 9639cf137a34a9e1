import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../../src/fixes/index.ts';
import type { Exchange } from '../../../../src/model/exchange.ts';
import type { HeaderList } from '../../../../src/model/header-list.ts';
import {
  aliasReport,
  createReport,
  FORMATS,
  parseReport,
  toJson,
  writeWhole,
} from '../../../../src/report/index.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { hostileExchange, plausibleExchange } from '../../../rules/arbitrary-exchange.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { CREATED_AT } from '../sample-reports.ts';

/** A word that is nowhere else, so that it is found wherever it survives. */
const planted = (what: string) =>
  fc
    .array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { minLength: 3, maxLength: 5 })
    .map((letters) => `zq${what}${letters.join('')}`);
const casing = fc.constantFrom(
  (text: string) => text,
  (text: string) => text.toUpperCase(),
  (text: string) => text.charAt(0).toUpperCase() + text.slice(1),
);
const host = fc
  .tuple(
    fc.constantFrom('', 'www.', 'api.', 'id.'),
    planted('h'),
    fc.constantFrom(
      '.com',
      '.co.uk',
      '.zqinner.org',
      '.vercel.app',
      '.local',
      '.internal',
      '.localhost',
      '',
      '.s3.amazonaws.com',
    ),
  )
  .map((parts) => parts.join(''));
const origin = fc
  .tuple(fc.constantFrom('https://', 'http://', 'chrome-extension://'), host, fc.constantFrom('', ':8443'))
  .map((parts) => parts.join(''));
const path = fc.array(
  fc.oneof(
    planted('p'),
    fc.constantFrom('', '.', '..', 'login'),
    planted('p').map((word) => `my-login-${word}.js`),
  ),
  { maxLength: 4 },
);
const query = fc.array(fc.tuple(planted('n'), fc.oneof(planted('v'), fc.constant('masked-12'))), {
  maxLength: 2,
});
const url = fc.tuple(origin, path, query).map(([start, segments, pairs]) => {
  const search = pairs.map((pair) => pair.join('=')).join('&');
  return `${start}/${segments.join('/')}${search === '' ? '' : `?${search}`}`;
});

/** Values of any header, in which everything may stand. */
const value = fc.oneof(
  fc.tuple(origin, casing).map(([text, cased]) => cased(text)),
  url,
  fc.tuple(host, casing).map(([text, cased]) => cased(text)),
  planted('w'),
  host.map((text) => `^https://(${text}|b)\\.zqhescaped\\.com$`),
  fc.tuple(origin, origin).map((both) => both.join(', ')),
  url.map((text) => `<${text}>; rel=preload`),
  url.map((text) => `{"group":"zqgroup","endpoints":[{"url":"${text}"}]}`),
  url.map((text) => `default-src 'self' ${text}; report-uri /zqpreport`),
  url.map((text) => `zqcookie=[masked: 3 characters]; Domain=.zqhcookie.com; Path=/zqpath; ${text}`),
  url.map((text) => `Bearer realm="${text}", scope="zqscope"`),
);
const NAMES = [
  'Access-Control-Allow-Origin',
  'Location',
  'Link',
  'Referer',
  'Origin',
  'Report-To',
  'Reporting-Endpoints',
  'Content-Security-Policy',
  'Set-Cookie',
  'Cookie',
  'WWW-Authenticate',
  'Authorization',
  'X-Tenant',
  'X-Forwarded-Host',
  'Refresh',
  'ETag',
  'Content-Disposition',
];
const lines: fc.Arbitrary<HeaderList> = fc.array(fc.tuple(fc.constantFrom(...NAMES), value), {
  maxLength: 5,
});

const exchange: fc.Arbitrary<Exchange> = fc
  .record({
    origin,
    url,
    next: url,
    to: url,
    sent: lines,
    preflight: lines,
    answered: lines,
    error: url,
    script: planted('f'),
  })
  .map((each) => {
    const built = anExchange({
      origin: each.origin,
      page: `${each.origin}/zqpage?zqn=zqv`,
      url: each.url,
      method: 'PUT',
      headers: each.sent,
      preflight: { status: 204, headers: each.preflight },
      response: { status: 307, headers: each.answered },
      redirectUrl: each.to,
      redirects: [{ url: each.next, response: { headers: each.answered } }],
      outcome: {
        error: `Content-Security-Policy: The page’s settings blocked ${each.error}: “connect-src ${each.origin}”.`,
      },
    });
    const frame = {
      functionName: each.script,
      url: `${each.origin}/zqsrc/${each.script}.ts`,
      line: 1,
      column: 1,
    };
    return { ...built, startedBy: [frame], documentId: `zqdocument-${each.script}` };
  });

function reportOf(exchanges: readonly Exchange[]) {
  return createReport({ exchanges, createdAt: CREATED_AT, extensionVersion: '0.1.0' });
}

function withIds(exchanges: readonly Exchange[]): readonly Exchange[] {
  return exchanges.map((each, index) => ({ ...each, id: `x${index}` }));
}

describe('a report with aliases', () => {
  it('has nothing of the originals, in any format', () => {
    fc.assert(
      fc.property(fc.array(exchange, { minLength: 1, maxLength: 3 }).map(withIds), (exchanges) => {
        const original = reportOf(exchanges);
        expect(toJson(original)).toContain('zq');
        const { report } = aliasReport(original);
        for (const format of Object.values(FORMATS)) {
          for (const length of ['short', 'complete'] as const) {
            expect(/.{0,80}zq.{0,40}/is.exec(writeWhole(format, report, { length }))?.[0]).toBeUndefined();
          }
        }
      }),
      { numRuns: 30 },
    );
    // In milliseconds. The machine may be busy with other tests.
  }, 60_000);

  it('has configurations for the same platforms, written for the aliases', () => {
    const [platform] = PLATFORMS.filter(({ id }) => id === 'nginx');
    if (platform === undefined) throw new Error('There is one for nginx.');
    const origin = 'https://zqpage.com';
    const exchanges = [
      anExchange({ origin, url: 'https://zqapi.com/zqpath', response: {}, outcome: 'blocked' }),
    ];
    const original = createReport({
      exchanges,
      createdAt: CREATED_AT,
      extensionVersion: '0.1.0',
      chooseConfiguration: (_target, _answersAs, policy) => ({ platform, policy }),
    });
    const { configurations = [] } = aliasReport(original).report;
    expect(configurations.map((each) => [each.target, each.platform])).toEqual([
      ['https://api-1.example', 'nginx'],
    ]);
    expect(JSON.stringify(configurations)).toContain('https://page-1.example');
    expect(JSON.stringify(configurations)).not.toContain('zq');
  });

  it('opens as any other', () => {
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 2 }).map(withIds), (exchanges) => {
        const { report } = aliasReport(reportOf(exchanges));
        expect(parseReport(toJson(report))).toStrictEqual({ ok: true, report });
        expect(report.aliased).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('says which alias stands for what: one for each, and no two the same', () => {
    fc.assert(
      fc.property(fc.array(exchange, { maxLength: 3 }).map(withIds), (exchanges) => {
        const once = aliasReport(reportOf(exchanges));
        expect(aliasReport(reportOf(exchanges))).toEqual(once);
        const { aliases } = once;
        for (const kind of new Set(aliases.map((each) => each.kind))) {
          const ofKind = aliases.filter((each) => each.kind === kind);
          expect(new Set(ofKind.map(({ from }) => from)).size).toBe(ofKind.length);
          expect(new Set(ofKind.map(({ to }) => to)).size).toBe(ofKind.length);
        }
      }),
      { numRuns: 20 },
    );
  });

  it('has the verdicts and causes of the originals, whatever servers answer', () => {
    fc.assert(
      fc.property(fc.array(plausibleExchange, { minLength: 1, maxLength: 3 }).map(withIds), (exchanges) => {
        const told = (each: Exchange) => {
          const { verdict, lead } = diagnose(each);
          return [verdict, lead.rule];
        };
        const { report } = aliasReport(reportOf(exchanges));
        expect(report.exchanges.map(told)).toEqual(exchanges.map(told));
      }),
      { numRuns: 60 },
    );
  });

  it('is made of any text', () => {
    fc.assert(
      fc.property(hostileExchange, (each) => {
        const { report } = aliasReport(reportOf([each]));
        expect(report.exchanges[0]?.hops.length).toBe(each.hops.length);
      }),
      { numRuns: 40 },
    );
  });
});
