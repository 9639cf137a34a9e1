import { describe, expect, it } from 'vitest';
import { FORMATS, toJson } from '../../../../src/report/index.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { aReport } from '../sample-reports.ts';

describe('toJson', () => {
  it.each([
    { name: 'no request', report: aReport([]) },
    {
      name: 'several, with text that looks like JSON',
      report: aReport([
        anExchange({ id: 'a\n"b": [\n    {' }),
        anExchange({ id: 'b', response: { headers: [['X-Odd', '],\n  "advice": [']] } }),
      ]),
    },
  ])('is what JSON.stringify gives, in parts: $name', ({ report }) => {
    expect(toJson(report)).toBe(`${JSON.stringify(report, null, 2)}\n`);
    expect([...FORMATS.json.write(report, { length: 'short' })].length).toBeGreaterThan(
      report.exchanges.length,
    );
  });
});
