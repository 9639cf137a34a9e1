import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_HAR_ENTRIES } from '../../../../src/report/har/from-har.ts';
import { har } from '../../../../src/report/har/har-format.ts';
import { writeWhole } from '../../../../src/report/index.ts';
import { type OpenedFile, openReport } from '../../../../src/report/open-report.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { leaksOf } from '../../../secrets/leaks.ts';
import { type Planted, SECRET_KINDS } from '../../../secrets/planted-secrets.ts';
import { aReportOfAllKinds } from '../sample-reports.ts';

const OWN = writeWhole(har, aReportOfAllKinds(), { length: 'short' });
const FILES = {
  'our own': OWN,
  ...Object.fromEntries(
    ['chromium', 'firefox', 'safari', 'charles', 'mitmproxy', 'fiddler'].map((name) => [
      name,
      readFileSync(new URL(`../../../report/hars/${name}.har`, import.meta.url), 'utf8'),
    ]),
  ),
};
const TEXTS = Object.values(FILES);

function reasonsOf(opened: OpenedFile): Readonly<Record<string, number>> {
  return opened.ok ? Object.fromEntries(opened.leftOut.map(({ reason, count }) => [reason, count])) : {};
}

/** What came of it is fit for the rules, whatever it was made of. */
function explainAll(opened: OpenedFile): number {
  if (!opened.ok) return 0;
  for (const exchange of opened.exchanges) diagnose(exchange);
  return opened.exchanges.length;
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, each]) => pathsOf(each, [...path, key]))];
}

/** The text of a copy with something else at that place. */
function replaced(text: string, path: Path, replacement: unknown): unknown {
  const copy: unknown = JSON.parse(text);
  let parent = { root: copy } as Record<string | number, unknown>;
  let key: string | number = 'root';
  for (const step of path) {
    parent = parent[key] as Record<string | number, unknown>;
    key = step;
  }
  parent[key] = replacement;
  return path.length === 0 ? replacement : copy;
}

const SCRIPT = '"><script>alert(1)</script><img src=x onerror=alert(1)>\u202E\u0000';

describe('a file that is no HAR, or only looks like one', () => {
  it.each<[string, unknown, object]>([
    ['a log that is none', '{"log":1}', { kind: 'damaged', at: 'log', what: 'missing' }],
    ['a log without entries', '{"log":{}}', { kind: 'damaged', at: 'log.entries', what: 'missing' }],
    [
      'entries that are none',
      '{"log":{"entries":{}}}',
      { kind: 'damaged', at: 'log.entries', what: 'invalid' },
    ],
    ['a later version', '{"log":{"version":"2.0","entries":[]}}', { kind: 'newer', version: 2, known: 1.2 }],
    ['the beginning of one', OWN.slice(0, 5_000), { kind: 'not-json' }],
    ['nothing', '', { kind: 'not-json' }],
    ['other JSON', '{"entries":[]}', { kind: 'not-a-report' }],
    ['null', null, { kind: 'not-a-report' }],
  ])('%s is refused', (_, input, problem) => {
    expect(openReport(input)).toEqual({ ok: false, problem });
  });

  it('is refused if it is too large', () => {
    const text = `{"log":{"entries":[]},"x":"${'x'.repeat(100_000_000)}"}`;
    expect(openReport(text)).toEqual({ ok: false, problem: { kind: 'too-large', limit: 100_000_000 } });
  });

  it('of a later version of 1 is read', () => {
    expect(openReport('{"log":{"version":"1.3","entries":[]}}')).toMatchObject({ ok: true, kind: 'har' });
  });
});

describe('entries that are none', () => {
  const [entry] = (JSON.parse(OWN) as { log: { entries: object[] } }).log.entries;
  const bad: readonly unknown[] = [
    null,
    1,
    'x',
    [],
    {},
    { ...entry, startedDateTime: 'yesterday' },
    { ...entry, startedDateTime: '2026-02-30T10:00:00Z' },
    { ...entry, request: { method: 'GET', url: 'https://a.example/', headers: 'none' } },
    { ...entry, response: { status: 1e9, headers: [] } },
    { ...entry, response: { status: 200, headers: [{ name: 'a' }] } },
  ];

  it('are left out and counted, and the others read', () => {
    const opened = openReport({ log: { entries: [...bad, entry] } });
    expect(reasonsOf(opened)).toEqual({ unreadable: bad.length });
    expect(explainAll(opened)).toBe(1);
  });

  it('and those beyond the limit are', () => {
    const opened = openReport({ log: { entries: Array.from({ length: MAX_HAR_ENTRIES + 7 }, () => 0) } });
    expect(reasonsOf(opened)).toEqual({ unreadable: MAX_HAR_ENTRIES, 'too-many': 7 });
  });
});

describe('a HAR that was made to do harm', () => {
  it.each(Object.entries(FILES))('%s, cut off anywhere, is refused', (_, text) => {
    fc.assert(
      fc.property(fc.nat(text.trimEnd().length - 1), (length) => {
        expect(openReport(text.slice(0, length))).toEqual({ ok: false, problem: { kind: 'not-json' } });
      }),
      { numRuns: 30 },
    );
  });

  it('may hold any JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        for (const input of [
          value,
          { log: value },
          { log: { entries: value } },
          { log: { entries: [value] } },
        ]) {
          explainAll(openReport(input));
        }
      }),
      { numRuns: 200 },
    );
  });

  it('may have anything anywhere', () => {
    const places = TEXTS.flatMap((text) => pathsOf(JSON.parse(text)).map((path) => ({ text, path })));
    const anything = fc.oneof(
      fc.constantFrom<unknown>(
        ...[undefined, null, '', 0, -1, 1.5, 1e308, Number.NaN, Number.POSITIVE_INFINITY, true, [], {}, [[]]],
        ...[
          SCRIPT,
          '__proto__',
          'constructor',
          '2026-13-45T99:99:99Z',
          'javascript:alert(1)',
          'x'.repeat(100_000),
        ],
      ),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(fc.constantFrom(...places), anything, ({ text, path }, value) => {
        explainAll(openReport(replaced(text, path, value)));
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('may nest without end', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const deepObject = `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    for (const nested of [deep, deepObject]) {
      expect(openReport(`{"log":${nested}}`).ok).toBe(false);
      expect(reasonsOf(openReport(`{"log":{"entries":[${nested}]}}`))).toEqual({ unreadable: 1 });
      for (const place of [
        '"_corsLens": {',
        '"_initiator": {',
        '"hopFacts": {',
        '"timings": {',
        '"log": {',
      ]) {
        const text = OWN.replace(place, `${place}"deep":${nested},`);
        expect(text).not.toBe(OWN);
        explainAll(openReport(text));
      }
    }
  }, 60_000);

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'may have keys named %s',
    (key) => {
      for (const place of ['{', '"request": {', '"_corsLens": {', '"hopFacts": {', '"exchangeFacts": {']) {
        const planted = OWN.replaceAll(place, `${place}"${key}":{"polluted":true},`);
        const opened = openReport(planted);
        expect(JSON.stringify(opened)).not.toContain('polluted');
        explainAll(opened);
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );

  it('may have scripts in every field: they stay text', () => {
    const filled: unknown = JSON.parse(OWN, (key, value: unknown) =>
      typeof value !== 'string' || /startedDateTime|^url$/.test(key) ? value : value + SCRIPT,
    );
    expect(explainAll(openReport(filled))).toBeGreaterThan(10);
  });

  it('takes no longer the worse it is', () => {
    const headers = [
      { name: 'Origin', value: 'https://app.example' },
      { name: 'Access-Control-Request-Method', value: 'GET' },
      { name: 'Host', value: 'a' },
    ];
    const at = (index: number) => `2026-11-21T10:00:00.${String(index % 1000).padStart(3, '0')}Z`;
    const entries = Array.from({ length: MAX_HAR_ENTRIES }, (_, index) => ({
      startedDateTime: at(index),
      time: 1e9,
      request: { method: index % 2 === 0 ? 'GET' : 'OPTIONS', url: 'https://a.example/', headers },
      response: { status: index % 4 < 2 ? 302 : 0, headers: [{ name: 'Location', value: '/' }] },
    }));
    const started = performance.now();
    const opened = openReport({ log: { entries } });
    expect(opened.ok && opened.exchanges.length).toBeGreaterThan(0);
    // A loaded machine takes several times as long as a quiet one, and quadratic work minutes.
    expect(performance.now() - started).toBeLessThan(30_000);
  }, 60_000);
});

/** A foreign HAR in which the secret is wherever the kind has it, and in what is never read. */
function plantedHar(planted: Planted, creator: string): unknown {
  const {
    requestHeaders = {},
    responseHeaders = {},
    query,
    path = '',
    userInfo,
    redirectTo,
    statusText = '',
  } = planted;
  const { error = '', pageQuery = '' } = planted;
  const lines = (headers: object) => Object.entries(headers).map(([name, value]) => ({ name, value }));
  const page = `https://app.example/?${pageQuery}`;
  const user = userInfo === undefined ? '' : `${userInfo}@`;
  const url = `https://${user}api.example/${path}${query === undefined ? '' : `?${query}`}`;
  const bodies = JSON.stringify(planted);
  return {
    log: {
      version: '1.2',
      creator: { name: creator, version: '1' },
      pages: [{ id: 'p', title: page, startedDateTime: '2026-11-21T10:00:00.000Z', pageTimings: {} }],
      entries: [
        {
          pageref: 'p',
          startedDateTime: '2026-11-21T10:00:00.000Z',
          time: 5,
          request: {
            method: 'POST',
            url,
            headers: [
              { name: 'Host', value: 'api.example' },
              { name: 'Origin', value: 'https://app.example' },
              ...lines(requestHeaders),
            ],
            cookies: [{ name: 'sid', value: bodies }],
            queryString: [{ name: 'q', value: bodies }],
            postData: { mimeType: 'text/plain', text: bodies },
          },
          response: {
            status: redirectTo === undefined ? 401 : 302,
            statusText,
            headers: [
              ...lines(responseHeaders),
              ...(redirectTo === undefined ? [] : [{ name: 'Location', value: redirectTo }]),
            ],
            cookies: [{ name: 'sid', value: bodies }],
            content: { size: 1, mimeType: 'text/plain', text: bodies },
            redirectURL: redirectTo ?? '',
            _error: error,
          },
          comment: bodies,
          cache: {},
          timings: { send: 0, wait: 1, receive: 1 },
        },
      ],
    },
  };
}

describe('secrets in a foreign HAR', () => {
  it.each(SECRET_KINDS.map((kind) => [kind.name, kind] as const))(
    '%s: nothing of it gets in',
    (_, { secret, plant }) => {
      fc.assert(
        fc.property(
          secret,
          fc.constantFrom('WebInspector', 'Firefox', 'Charles', 'CORS Lens'),
          (value, creator) => {
            const opened = openReport(plantedHar(plant(value), creator));
            expect(explainAll(opened)).toBe(1);
            expect(leaksOf([value], JSON.stringify(opened))).toEqual([]);
          },
        ),
        { numRuns: 10 },
      );
    },
  );
});
