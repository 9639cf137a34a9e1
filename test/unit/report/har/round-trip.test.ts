import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import type { HeaderList } from '../../../../src/model/header-list.ts';
import { maskHeaders, maskUrl } from '../../../../src/model/mask-secrets.ts';
import { har } from '../../../../src/report/har/har-format.ts';
import { writeWhole } from '../../../../src/report/index.ts';
import { openReport } from '../../../../src/report/open-report.ts';
import { ALL_CASES } from '../../../rules/all-cases.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { aReport, aReportOfAllKinds } from '../sample-reports.ts';

function written(exchanges: readonly Exchange[]): string {
  return writeWhole(har, aReport(exchanges), { length: 'short' });
}

/** As a recorder would have it: a few of the cases have short secrets in plain words. */
function asRecorded(value: unknown, key = ''): unknown {
  if (key === 'headers') return maskHeaders(value as HeaderList);
  if (typeof value === 'string') return /url$/i.test(key) ? maskUrl(value) : value;
  if (Array.isArray(value)) return value.map((each) => asRecorded(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, asRecorded(each, name)]));
}

describe('our own HAR', () => {
  it('gives every kind of exchange back without loss', () => {
    const { exchanges } = aReportOfAllKinds();
    const opened = openReport(written(exchanges));
    const byId = (list: readonly Exchange[]) => [...list].sort((a, b) => a.id.localeCompare(b.id));
    expect(opened).toMatchObject({ ok: true, kind: 'har', leftOut: [] });
    if (opened.ok) expect(byId(opened.exchanges)).toStrictEqual(byId(exchanges));
  });

  it.each(ALL_CASES)('%s', (_, { exchange }) => {
    const recorded = asRecorded(anExchange(exchange)) as Exchange;
    const opened = openReport(written([recorded]));
    expect(opened.ok && opened.exchanges).toStrictEqual([recorded]);
  });
});
