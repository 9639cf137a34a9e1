import { describe, expect, it } from 'vitest';
import {
  type FileProblem,
  type HarVM,
  toLeftOutText,
  toProblemText,
  toReportText,
  toUnknownText,
} from '../../../../src/panel/view-models/opened-report.ts';

const MADE_AT = Date.UTC(2026, 10, 21, 10, 32, 5);
const REPORT = { file: 'cors-report.json', madeAt: MADE_AT, browser: null, leftOut: 0, har: null };

describe('toReportText', () => {
  it('says whose requests these are, and that the page’s go on', () => {
    const browser = { engine: 'firefox', version: '153.7.0' } as const;
    expect(toReportText({ ...REPORT, browser }, true)).toMatch(
      /^Report “cors-report\.json”, made Nov 21, 2026, \d+:\d\d\s[AP]M in Firefox 153\. Requests of this page are still recorded\.$/,
    );
  });

  it('says less where less is known', () => {
    expect(toReportText(REPORT, false)).toMatch(
      /^Report “cors-report\.json”, made Nov 21, 2026, [\d:]+\s[AP]M\.$/,
    );
    expect(toReportText({ ...REPORT, madeAt: null }, false)).toBe('Report “cors-report.json”.');
  });
});

describe('of a HAR', () => {
  const HAR: HarVM = {
    tool: 'WebInspector 537.36',
    leftOut: [
      { reason: 'same-origin', count: 41 },
      { reason: 'navigation', count: 1 },
    ],
    unknown: [
      { what: 'credentials', count: 5 },
      { what: 'outcome', count: 2 },
    ],
  };

  it('says what wrote it, if it says so itself', () => {
    expect(toReportText({ ...REPORT, har: HAR }, false)).toBe(
      'HAR “cors-report.json”, written by WebInspector 537.36.',
    );
    expect(toReportText({ ...REPORT, har: { ...HAR, tool: '' } }, false)).toBe('HAR “cors-report.json”.');
  });

  it('says what isn’t listed, and why', () => {
    expect(toLeftOutText(HAR)).toBe('42 entries aren’t listed: 41 same-origin, 1 page load.');
    expect(toLeftOutText({ ...HAR, leftOut: [] })).toBeNull();
  });

  it('says what it doesn’t tell', () => {
    expect(toUnknownText(HAR)).toBe(
      'What the file doesn’t say is unknown here, at least of some requests: whether credentials were included and what the browser made of it.',
    );
    expect(toUnknownText({ ...HAR, unknown: [] })).toBeNull();
  });
});

describe('toProblemText', () => {
  it.each<[Omit<FileProblem, 'file'>, RegExp]>([
    [{ kind: 'unreadable' }, /could not read “a\.json”/],
    [{ kind: 'not-json' }, /isn’t a whole JSON file/],
    [{ kind: 'not-a-report' }, /neither a CORS Lens report nor a HAR/],
    [{ kind: 'too-large', limit: 1_000 }, /at most 1,000 characters/],
    [{ kind: 'newer', version: 2, known: 1 }, /format 2; this one reads 1.*Update/],
    [{ kind: 'damaged', at: 'exchanges.0.id', what: 'missing' }, /damaged: exchanges\.0\.id is missing\./],
    [
      { kind: 'damaged', at: 'exchanges.0.x', what: 'unknown' },
      /exchanges\.0\.x doesn’t belong in a report\./,
    ],
    [{ kind: 'damaged', at: 'exchanges.0', what: 'invalid' }, /the value of exchanges\.0 isn’t possible/],
  ] as [Omit<FileProblem, 'file'>, RegExp][])('$0.kind', (problem, text) => {
    expect(toProblemText({ file: 'a.json', ...problem } as FileProblem)).toMatch(text);
  });

  it('shows a file’s name whatever is in it, and no more than fits', () => {
    const text = toProblemText({ file: `\u202e<b>${'x'.repeat(500)}`, kind: 'not-json' });
    expect(text).not.toContain('\u202e');
    expect(text.length).toBeLessThan(250);
  });
});
