import Ajv2020 from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseReport, type Report, toJson, toMarkdown } from '../../../../src/report/index.ts';
import schema from '../../../../src/report/json/report.schema.json' with { type: 'json' };
import schema1 from '../../../../src/report/json/report-1.schema.json' with { type: 'json' };
import { aReport, aReportWithEveryField } from '../sample-reports.ts';
import report1 from './report-1.json' with { type: 'json' };

const ajv = new Ajv2020({ strict: true });
const isValid = ajv.compile(schema);
const isValid1 = ajv.compile(schema1);
const report = aReportWithEveryField();

type Path = readonly (string | number)[];

function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Every place in the value, the whole included. */
function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value)
    ? [...value.entries()]
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, each]) => pathsOf(each, [...path, key]))];
}

/** A copy with the value at that place replaced by what `change` makes of it; `undefined` removes it. */
function changed(value: unknown, path: Path, change: (value: unknown) => unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return change(value);
  if (Array.isArray(value)) {
    return value.flatMap((each, index) => {
      if (index !== key) return [each];
      const next = changed(each, rest, change);
      return next === undefined ? [] : [next];
    });
  }
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, each]): [string, unknown] =>
    name === key ? [name, changed(each, rest, change)] : [name, each],
  );
  return Object.fromEntries(entries.filter(([, each]) => each !== undefined));
}

describe('a report that was exported', () => {
  it('comes back without loss', () => {
    expect(parseReport(toJson(report))).toStrictEqual({ ok: true, report });
  });

  it.each([
    ['of every kind of exchange', report],
    ['of nothing', aReport([])],
  ])('%s is valid by the published schema', (_, each) => {
    isValid(plain(each));
    expect(isValid.errors).toBeNull();
  });

  it('may come from a version that had no leads, notes, answerers, evidence and advice', () => {
    const { advice: _, ...older } = {
      ...report,
      diagnoses: report.diagnoses.map(({ lead: _lead, notes, answeredBy, findings, ...rest }) => ({
        ...rest,
        findings: findings.map(({ evidence, ...finding }) => finding),
      })),
    };
    isValid(plain(older));
    expect(isValid.errors).toBeNull();
    expect(parseReport(toJson(older))).toStrictEqual({ ok: true, report: older });
    expect(toMarkdown(older, 'complete')).toContain('How sure: certain.\n');
  });

  it('may begin with a byte order mark, or be parsed already', () => {
    expect(parseReport(`\uFEFF${toJson(report)}`).ok).toBe(true);
    expect(parseReport(plain(report)).ok).toBe(true);
  });
});

describe('a report of version 1', () => {
  it('is valid by the schema that was published with it', () => {
    isValid1(report1);
    expect(isValid1.errors).toBeNull();
    expect(isValid(report1)).toBe(false);
  });

  it('opens, with everything that it says', () => {
    const parsed = parseReport(JSON.stringify(report1));
    const upgraded = parsed.ok ? parsed.report : null;
    expect(upgraded).toStrictEqual({ ...report1, version: 2 });
    isValid(plain(upgraded));
    expect(isValid.errors).toBeNull();
    expect(upgraded === null ? '' : toMarkdown(upgraded)).toContain('api.example.com');
  });

  it.each(['context', 'configurations', 'aliased'])('knows no %s', (key) => {
    const input = plain({ ...report1, [key]: Reflect.get(report, key) });
    expect([isValid1(input), parseReport(input).ok]).toEqual([false, false]);
  });
});

describe('what is no report', () => {
  const at = (path: Path, value: unknown) => changed(plain(report), path, () => value);
  const url = ['exchanges', 0, 'hops', 0, 'url'];
  const damagedAt = (path: string) => ({ kind: 'damaged', at: expect.stringContaining(path) });

  it.each<[string, unknown, object]>([
    ['nothing', '', { kind: 'not-json' }],
    ['truncated text', toJson(report).slice(0, 5_000), { kind: 'not-json' }],
    ['other JSON', '{"log":{}}', { kind: 'not-a-report' }],
    ['a list', '[]', { kind: 'not-a-report' }],
    ['null', 'null', { kind: 'not-a-report' }],
    ['undefined', undefined, { kind: 'not-a-report' }],
    ['a later version', at(['version'], 3), { kind: 'newer', version: 3, known: 2 }],
    ['a version in words', at(['version'], '1'), damagedAt('version')],
    ['version 0', at(['version'], 0), damagedAt('version')],
    ['a wrong type', at(url, 12), { ...damagedAt('exchanges.0.hops.0.url'), what: 'invalid' }],
    ['a missing field', at(url, undefined), { ...damagedAt('exchanges.0.hops.0.url'), what: 'missing' }],
    ['an exchange without hops', at(['exchanges', 0, 'hops'], []), damagedAt('exchanges.0.hops')],
    ['an unknown word', at(['exchanges', 0, 'outcome', 'state'], 'x'), damagedAt('exchanges.0.outcome')],
    ['half a header', at(['exchanges', 0, 'hops', 0, 'request', 'headers'], [['a']]), { kind: 'damaged' }],
    ['a local time', at(['createdAt'], '21.11.2026'), damagedAt('createdAt')],
  ])('%s is refused', (_, input, problem) => {
    const parsed = parseReport(input);
    expect(parsed.ok ? null : parsed.problem).toMatchObject(problem);
    if (typeof input === 'object' && input !== null) expect(isValid(input)).toBe(false);
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'unknown'])(
    'a field named %s is refused, at any depth',
    (key) => {
      const text = toJson(report);
      for (const place of ['{', '"hops": [\n        {', '"observedIn": {']) {
        const planted = text.replace(place, `${place}"${key}":{"polluted":true},`);
        expect(planted).not.toBe(text);
        const parsed = parseReport(planted);
        const problem = parsed.ok ? null : parsed.problem;
        expect(problem).toEqual({ kind: 'damaged', at: expect.stringContaining(key), what: 'unknown' });
        expect(isValid(JSON.parse(planted))).toBe(false);
      }
      expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
    },
  );

  it('is refused if it nests without end', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    expect(parseReport(deep).ok).toBe(false);
    expect(parseReport(`{"format":"cors-lens-report","version":1,"page":${deep}}`).ok).toBe(false);
  });

  it('is described in one short line, whatever the file says', () => {
    const parsed = parseReport(at(['exchanges', 0, 'type'], `\n<b>\u202E${'x'.repeat(1_000_000)}`));
    const problem = parsed.ok ? null : parsed.problem;
    expect(problem).toEqual({ kind: 'damaged', at: 'exchanges.0.type', what: 'invalid' });
  });
});

describe('the published schemas and parseReport', () => {
  it('agree on the longest text, in characters beyond the basic plane too', () => {
    for (const [text, ok] of [
      ['a'.repeat(1_000_000), true],
      ['a'.repeat(1_000_001), false],
      ['😀'.repeat(1_000_000), true],
      ['😀'.repeat(1_000_001), false],
    ] as const) {
      const input = { ...aReport([]), page: text };
      expect([isValid(input), parseReport(input).ok]).toEqual([ok, ok]);
    }
  });

  it.each([
    ['this version', plain(report), isValid],
    ['version 1', report1, isValid1],
  ])(
    'agree on reports of %s that were changed anywhere',
    (_, whole, isValidHere) => {
      const paths = pathsOf(whole).filter(([key]) => key !== 'version');
      const change = fc.oneof(
        fc.constant(() => undefined),
        fc
          .constantFrom('', 'text', 0, 1, -1, 50, 1_000, 1.5, true, null, [], {}, [[]], ['a', 'b'])
          .map((value) => () => value),
        fc.jsonValue().map((value) => () => value),
        fc.constant((value: unknown) => (Array.isArray(value) ? [...value, ...value] : [value])),
        fc
          .string()
          .map(
            (key) => (value: unknown) =>
              typeof value === 'object' && value !== null && !Array.isArray(value)
                ? { ...value, [key]: 1 }
                : value,
          ),
      );
      let refused = 0;
      fc.assert(
        fc.property(fc.constantFrom(...paths), change, (path, apply) => {
          const input = changed(whole, path, apply);
          const accepted = parseReport(input).ok;
          expect(accepted).toBe(isValidHere(input));
          if (!accepted) refused += 1;
        }),
        { numRuns: 250 },
      );
      expect(refused).toBeGreaterThan(50);
      // In milliseconds. Hundreds of reports, and the machine may be busy with other tests.
    },
    60_000,
  );
});

it('parses what it gives', () => {
  const parsed = parseReport(toJson(report));
  const again: Report | null = parsed.ok ? parsed.report : null;
  expect(parseReport(again)).toEqual(parsed);
});
