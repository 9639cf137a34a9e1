import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../../src/panel/view-models/filter.ts';
import { FILTER_KEYS, readTerms } from '../../../../src/panel/view-models/filter-terms.ts';
import { toRow } from '../../../../src/panel/view-models/row.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { anExchange, PAGE } from '../../../rules/exchange-builder.ts';
import { rowsOf, someRows } from '../some-rows.ts';

const exchange = anExchange({
  url: 'https://api.example.com/v1/Orders?page=2',
  method: 'POST',
  response: { status: 500 },
  outcome: 'blocked',
  withNetworkLog: true,
});
const row = toRow(exchange, diagnose(exchange));

describe('parseFilter', () => {
  it.each([
    { filter: '', matches: true },
    { filter: '   ', matches: true },
    { filter: 'orders', matches: true },
    { filter: 'ORDERS page', matches: true },
    { filter: 'orders users', matches: false },
    { filter: '-orders', matches: false },
    { filter: '-users', matches: true },
    { filter: 'status:500', matches: true },
    { filter: 'status:5', matches: true },
    { filter: 'status:5xx', matches: true },
    { filter: 'status:50X', matches: true },
    { filter: 'status:4xx', matches: false },
    { filter: 'status:00', matches: false },
    { filter: 'status:404', matches: false },
    { filter: 'status:.*', matches: false },
    { filter: 'method:POST', matches: true },
    { filter: '-method:post', matches: false },
    { filter: 'target:example.com', matches: true },
    { filter: 'target:orders', matches: false },
    { filter: `origin:${PAGE}`, matches: true },
    { filter: 'origin:example.com', matches: false },
    { filter: `cause:${row.cause}`, matches: true },
    { filter: `cause:"${row.title}"`, matches: true },
    { filter: `"${row.title}"`, matches: true },
    { filter: `cause:"${row.title} and more"`, matches: false },
    { filter: 'type:font', matches: false },
    { filter: 'type:fetch', matches: true },
    { filter: 'type:xmlhttprequest', matches: true },
    { filter: 'verdict:blocked', matches: true },
    { filter: 'verdict:allowed', matches: false },
    { filter: 'items.ts:42', matches: true },
    { filter: 'unknown:500', matches: false },
    { filter: '"status:500"', matches: false },
    { filter: 'https://api', matches: true },
    { filter: '-', matches: true },
    { filter: 'status:', matches: true },
    { filter: '-status:', matches: true },
    { filter: '""', matches: true },
    { filter: 'status:500 method:PUT -fonts', matches: false },
  ])('$filter: $matches', ({ filter, matches }) => {
    expect(parseFilter(filter)(row)).toBe(matches);
  });

  it('finds what is allowed with a warning as allowed, and by its warning', () => {
    const [warned] = rowsOf('saved', 'echoed').filter(({ kind }) => kind === 'advice');
    if (warned !== undefined) {
      expect(parseFilter('verdict:allowed verdict:warning')(warned)).toBe(true);
    }
    const [allowed] = rowsOf('allowedScript');
    expect(allowed && parseFilter('verdict:warning')(allowed)).toBe(false);
  });

  it('says of any term with a minus the opposite', () => {
    const word = fc.constantFrom('5', '5xx', '404', 'get', 'api', 'fetch', 'blocked', 'no', '"of no"', 'x');
    const term = fc
      .tuple(fc.option(fc.constantFrom(...FILTER_KEYS, 'unknown')), word)
      .map(([key, value]) => (key === null ? value : `${key}:${value}`));
    fc.assert(
      fc.property(term, someRows, (text, rows) => {
        const holds = parseFilter(text);
        const fails = parseFilter(`-${text}`);
        for (const each of rows) expect(fails(each)).toBe(!holds(each));
      }),
    );
  });

  it('takes any text', () => {
    fc.assert(
      fc.property(fc.string(), someRows, (text, rows) => {
        expect(rows.filter(parseFilter(text)).length).toBeLessThanOrEqual(rows.length);
      }),
    );
  });
});

describe('readTerms', () => {
  it('says where each term stands', () => {
    expect(readTerms(' status:5xx  -cause:"no answer" "open')).toEqual([
      { negated: false, key: 'status', value: '5xx', start: 1, end: 11 },
      { negated: true, key: 'cause', value: 'no answer', start: 13, end: 31 },
      { negated: false, key: null, value: 'open', start: 32, end: 37 },
    ]);
  });
});
