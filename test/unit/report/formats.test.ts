import { describe, expect, it } from 'vitest';
import { FORMATS, type FormatId, writeWhole } from '../../../src/report/index.ts';
import { anExchange } from '../../rules/exchange-builder.ts';
import { ALL_KINDS, aReport } from './sample-reports.ts';

const IDS = Object.keys(FORMATS) as FormatId[];

describe.each(IDS)('a report of many requests as %s', (id) => {
  const kinds = Array.from({ length: 20 }, (_, round) =>
    ALL_KINDS.map((kind) => anExchange({ ...kind, id: `${kind.id}-${round}` })),
  );
  const report = aReport(kinds.flat());

  it('is written in parts, so that a panel can draw in between', () => {
    const parts = [...FORMATS[id].write(report, { length: 'complete' })];
    // As many requests as that take several.
    expect(parts.length).toBeGreaterThan(report.exchanges.length / 100);
    expect(parts.join('')).toBe(writeWhole(FORMATS[id], report, { length: 'complete' }));
  });

  it('has a name that says what it is', () => {
    expect(FORMATS[id].fileName).toMatch(/^[\w-]+(?:\.spec)?\.\w+$/);
    expect(FORMATS[id].mediaType).toMatch(/^(?:text|application)\/[\w.+-]+$/);
  });
});
