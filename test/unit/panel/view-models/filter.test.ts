import { describe, expect, it } from 'vitest';
import { parseFilter } from '../../../../src/panel/view-models/filter.ts';
import { toRow } from '../../../../src/panel/view-models/row.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

const exchange = anExchange({
  url: 'https://api.example.com/v1/Orders?page=2',
  method: 'POST',
  response: { status: 500 },
  outcome: 'blocked',
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
    { filter: 'status:404', matches: false },
    { filter: 'method:POST', matches: true },
    { filter: '-method:post', matches: false },
    { filter: 'origin:example.com', matches: true },
    { filter: 'origin:orders', matches: false },
    { filter: `cause:${row.cause}`, matches: true },
    { filter: 'type:font', matches: false },
    { filter: 'unknown:500', matches: false },
    { filter: 'https://api', matches: true },
    { filter: '-', matches: true },
    { filter: 'status:500 method:PUT -fonts', matches: false },
  ])('"$filter": $matches', ({ filter, matches }) => {
    expect(parseFilter(filter)(row)).toBe(matches);
  });
});
