import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FORMATS, type Report, writeWhole } from '../../../../src/report/index.ts';
import { makeVisible } from '../../../../src/report/visible-text.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { HOSTILE_TEXTS } from '../markdown/reading.ts';
import { planted } from '../plant.ts';
import {
  ALL_KINDS,
  aReport,
  aReportOfAllKinds,
  aReportWithEveryField,
  PREFLIGHT_401,
  SERVER_ERROR,
} from '../sample-reports.ts';
import { readHtml } from './read-html.ts';

const write = (report: Report, length: 'short' | 'complete' = 'short') =>
  writeWhole(FORMATS.html, report, { length });

const serverError = readHtml(write(aReport([anExchange(SERVER_ERROR)])));
const preflight401 = readHtml(write(aReport([anExchange(PREFLIGHT_401)])));

describe('the file', () => {
  const file = write(aReportWithEveryField(), 'complete');
  const read = readHtml(file);

  it('is HTML without an error', () => {
    expect(read.errors).toEqual([]);
    expect(file).toMatch(/^<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n/);
    expect(read.contentsOf('title')).toEqual([expect.stringMatching(/^CORS report: \d+ requests fail for /)]);
  });

  it('lets nothing be loaded or run, and of styles only its own', () => {
    const [style = '', ...others] = read.contentsOf('style');
    expect(others).toEqual([]);
    // Whoever changed the style: this is the hash for `document.ts`.
    const hash = createHash('sha256').update(style).digest('base64');
    expect(read.valuesOf('meta', 'content')[1]).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(read.valuesOf('meta', 'http-equiv')[1]).toBe('Content-Security-Policy');
    expect(style).not.toMatch(/url\(|@import|expression|</i);
  });

  it('tells no server where it was opened', () => {
    expect(read.elements).toContain('meta[name=referrer][content=no-referrer]');
  });

  it('leads nowhere but to its own sections', () => {
    const ids = read.valuesOf('article', 'id');
    expect(read.valuesOf('a', 'href')).toEqual(ids.map((id) => `#${id}`));
    expect(ids.length).toBeGreaterThan(5);
  });
});

describe('a cause', () => {
  it('has its words, what to change as a diff, and that it is proven', () => {
    expect(serverError.contentsOf('h2')[0]).toBe('1. Server error 500 behind the CORS error');
    expect(serverError.contentsOf('ins')).toEqual([
      '+ Access-Control-Allow-Origin: http://localhost:5173',
      '+ Vary: Origin',
      '+ Access-Control-Allow-Credentials: true',
    ]);
    expect(serverError.text).toMatch(/Proven on this recording: .* let the request pass\./);
    expect(preflight401.contentsOf('del')).toEqual(['- HTTP 401']);
    expect(preflight401.text).toContain('let the request pass, if it is sent without credentials.');
  });

  it('has commands that are whole, and the answer to expect', () => {
    const blocks = preflight401.contentsOf('pre');
    expect(blocks).toContainEqual(
      [
        `curl --include --globoff --request OPTIONS 'https://api.example.com/items'`,
        `--header 'Origin: http://localhost:5173'`,
        `--header 'Access-Control-Request-Method: PUT'`,
        `--header 'Access-Control-Request-Headers: content-type,x-api-key'`,
      ].join(' \\\n  '),
    );
    expect(blocks).toContainEqual(
      expect.stringMatching(/^HTTP 204 \(any status from 200 to 299 will do\)\n/),
    );
  });

  it('stands once for all of its requests', () => {
    const exchanges = Array.from({ length: 30 }, (_, index) =>
      anExchange({ ...PREFLIGHT_401, id: String(index), url: `https://api.example.com/items/${index}` }),
    );
    const { text, valuesOf } = readHtml(write(aReport([...exchanges, anExchange(SERVER_ERROR)])));
    expect(valuesOf('article', 'id')).toEqual(['cause-1', 'cause-2']);
    expect(text).toContain('30 requests');
    expect(text).toContain('and 10 more');
  });
});

describe('the diagram', () => {
  const linesOf = (html: string) =>
    [...html.matchAll(/<li class="(?:a|remark).*?<\/li>/gs)].map(([item]) => readHtml(item).text);

  it('says who sent what to whom, with the headers of CORS, and where it broke', () => {
    expect(linesOf(write(aReport([anExchange(SERVER_ERROR)])))).toEqual([
      'Page: http://localhost:5173 to Browser: fetch POST',
      expect.stringMatching(
        /^Browser to https:\/\/api\.example\.com: OPTIONS \/orders.* \(preflight\)Origin: /,
      ),
      expect.stringMatching(
        /^https:\/\/api\.example\.com to Browser: 204Access-Control-Allow-Origin: http:\/\/localhost:5173/,
      ),
      expect.stringContaining('Browser to https://api.example.com: POST /orders'),
      'https://api.example.com to Browser: 500no Access-Control-… headerIt breaks here.',
      'Browser to Page: http://localhost:5173: TypeError: Failed to fetch',
    ]);
  });

  it('ends where the preflight failed', () => {
    const lines = linesOf(write(aReport([anExchange(PREFLIGHT_401)])));
    expect(lines.at(-2)).toBe(
      'https://api.example.com to Browser: 401no Access-Control-… headerIt breaks here.',
    );
    expect(lines.join()).not.toContain('PUT /items');
  });

  it('leaves out the redirects in the middle, and says how many', () => {
    const redirects = Array.from({ length: 8 }, (_, index) => ({
      url: `https://${index}.example/`,
      response: { status: 200 },
    }));
    const html = write(aReport([anExchange({ id: 'far', redirects, response: {}, outcome: 'blocked' })]));
    expect(linesOf(html)).toContainEqual(expect.stringMatching(/^\d more redirects pass$/));
  });
});

describe('its length', () => {
  it('complete has every request with its headers, folded away', () => {
    const report = aReportOfAllKinds();
    const complete = readHtml(write(report, 'complete'));
    expect(complete.text).toContain(`All requests: ${report.exchanges.length}`);
    expect(readHtml(write(report)).text).not.toContain('All requests');
  });

  it('is said where something is left out', () => {
    const sample = aReportOfAllKinds();
    const exchanges = Array.from({ length: 2_010 }, (_, index) => ({
      ...(sample.exchanges[2] ?? anExchange(PREFLIGHT_401)),
      id: String(index),
    }));
    const diagnosis = sample.diagnoses[2];
    const report = {
      ...sample,
      exchanges,
      diagnoses: exchanges.flatMap(({ id }) => (diagnosis ? [{ ...diagnosis, exchange: id }] : [])),
    };
    const parts = [...FORMATS.html.write(report, { length: 'complete' })];
    expect(parts.join('')).toContain('10 more requests left out here');
    expect(parts.length).toBeGreaterThan(2_000);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThan(50_000);
  });

  it('is bounded for giant values, which say how long they were', () => {
    const url = `https://api.example.com/?${'q'.repeat(200_000)}`;
    const html = write(aReport([anExchange({ ...SERVER_ERROR, url })]), 'complete');
    expect(html.length).toBeLessThan(100_000);
    expect(html).toContain('… [cut: 200,030 characters in all]');
  });
});

it('says so if nothing fails', () => {
  expect(readHtml(write(aReport([]))).text).toContain('CORS report: nothing fails');
});

describe('hostile text', () => {
  const reports = [...ALL_KINDS.map((kind) => aReport([anExchange(kind)])), aReportWithEveryField()].map(
    // Names that end in text are no names: the commands leave them out. That isn't the value's doing.
    (report) => ({ report, expected: readHtml(write(planted(report, 'planted'), 'complete')) }),
  );

  function expectOnlyText(value: string, some = reports): void {
    for (const { report, expected } of some) {
      const html = write(planted(report, value), 'complete');
      const read = readHtml(html);
      expect(read.elements).toEqual(expected.elements);
      expect(read.errors).toEqual([]);
      expect(read.comments).toBe(0);
      expect(html.replaceAll('\n', '')).not.toMatch(/[\p{C}\p{Zl}\p{Zp}]/u);
      if (value.trim() !== '') expect(read.text).toContain(`CORS Lens 0.1.0 ${makeVisible(value)}`);
    }
  }

  const HOSTILE_TO_HTML = [
    ...HOSTILE_TEXTS,
    ...[
      '"><script>alert(1)</script>',
      "'><svg/onload=alert(1)>",
      '</style><style>*{}',
      '</title><base href=//x>',
    ],
    ...[
      '<plaintext>',
      '<![CDATA[',
      ']]>',
      '<?php',
      '&#x3c;b&#x3e;',
      '&amp',
      '--><!--',
      '</pre>',
      '" style="color:red',
    ],
    ...[
      'javascript:alert(1)',
      '</details></article></main></body></html>',
      '<a href="https://evil.example">',
    ],
  ];

  it.each(HOSTILE_TO_HTML)('%j in every field is only ever text', (value) => expectOnlyText(value));

  it('whatever it is, in every field', () => {
    const value = fc
      .array(fc.oneof(fc.constantFrom(...HOSTILE_TO_HTML), fc.string({ unit: 'binary', maxLength: 10 })), {
        minLength: 1,
        maxLength: 4,
      })
      .map((pieces) => pieces.join(''));
    const index = fc.nat({ max: reports.length - 1 });
    fc.assert(
      fc.property(value, index, (text, at) => expectOnlyText(text, reports.slice(at, at + 1))),
      { numRuns: 300 },
    );
  });
});
