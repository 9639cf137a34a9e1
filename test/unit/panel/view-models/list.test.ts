import { describe, expect, it } from 'vitest';
import { toChips } from '../../../../src/panel/view-models/list.ts';
import { type RowKind, toRow } from '../../../../src/panel/view-models/row.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { type ExchangeName, exchanges } from '../../../gallery/exchanges.ts';
import { STARTED_AT } from '../../../rules/exchange-builder.ts';
import { type ListOptions, linesOf, listOf } from '../some-rows.ts';

const rows = (...names: ExchangeName[]) =>
  exchanges(...names).map((exchange) => toRow(exchange, diagnose(exchange)));
const SOME = rows('allowedScript', 'refused', 'serverError', 'opaque', 'headersNotAllowed', 'pending');

/** The second page began to load between the second row and the third. */
const LOADS = [
  { url: 'http://localhost:5173/', at: STARTED_AT - 50 },
  { url: 'http://localhost:5173/orders', at: STARTED_AT + 150 },
];
const SECOND_LOAD = `load ${STARTED_AT + 150}`;
const keys = (options: Partial<ListOptions>) => linesOf(listOf(SOME, options)).map(({ key }) => key);

describe('toList', () => {
  it.each<{ name: string; options: Partial<ListOptions>; expected: readonly string[] }>([
    {
      name: 'in order, without opaque responses',
      options: {},
      expected: ['allowedScript', 'refused', 'serverError', 'headersNotAllowed', 'pending'],
    },
    {
      name: 'with opaque responses',
      options: { showOpaque: true },
      expected: ['allowedScript', 'refused', 'serverError', 'opaque', 'headersNotAllowed', 'pending'],
    },
    {
      name: 'only what is blocked',
      options: { kinds: new Set<RowKind>(['blocked']) },
      expected: ['serverError', 'headersNotAllowed'],
    },
    {
      name: 'what is blocked or open',
      options: { kinds: new Set<RowKind>(['blocked', 'open']) },
      expected: ['serverError', 'headersNotAllowed', 'pending'],
    },
    {
      name: 'what matches the text',
      options: { matches: ({ method }) => method === 'PUT' },
      expected: ['headersNotAllowed'],
    },
    {
      name: 'in groups, those with failures first',
      options: { grouping: 'api' },
      expected: [
        'group http://localhost:9090',
        'refused',
        'group https://api.example.com',
        'serverError',
        'headersNotAllowed',
        'pending',
        'group https://cdn.example.net',
        'allowedScript',
      ],
    },
    {
      name: 'a collapsed group keeps its heading',
      options: { grouping: 'api', collapsed: new Set(['group https://api.example.com']) },
      expected: [
        'group http://localhost:9090',
        'refused',
        'group https://api.example.com',
        'group https://cdn.example.net',
        'allowedScript',
      ],
    },
    {
      name: 'sorted within groups, which keep their places',
      options: { grouping: 'api', sort: { column: 'began', direction: 'descending' } },
      expected: [
        'group http://localhost:9090',
        'refused',
        'group https://api.example.com',
        'pending',
        'headersNotAllowed',
        'serverError',
        'group https://cdn.example.net',
        'allowedScript',
      ],
    },
    {
      name: 'sorted, without groups',
      options: { sort: { column: 'verdict', direction: 'ascending' } },
      expected: ['serverError', 'headersNotAllowed', 'refused', 'allowedScript', 'pending'],
    },
    {
      name: 'with a mark where another page began to load',
      options: { navigations: LOADS },
      expected: ['allowedScript', 'refused', SECOND_LOAD, 'serverError', 'headersNotAllowed', 'pending'],
    },
    {
      name: 'without marks in any other order than that of time',
      options: { navigations: LOADS, sort: { column: 'began', direction: 'descending' } },
      expected: ['pending', 'headersNotAllowed', 'serverError', 'refused', 'allowedScript'],
    },
    {
      name: 'without a mark where the filter leaves no row before it',
      options: { navigations: LOADS, kinds: new Set<RowKind>(['blocked']) },
      expected: ['serverError', 'headersNotAllowed'],
    },
  ])('$name', ({ options, expected }) => {
    expect(keys(options)).toEqual(expected);
  });

  it('says in a heading what is in its group', () => {
    const heading = listOf(SOME, { grouping: 'api' }).items.at(2);
    expect(heading).toMatchObject({ label: 'api.example.com', summary: '2 blocked · 1 open' });
  });

  it('counts by verdict what the text lets through, whatever chips are pressed', () => {
    const { counts, total, shown } = listOf(SOME, { kinds: new Set<RowKind>(['failed']) });
    expect(counts).toEqual({ blocked: 2, failed: 1, advice: 0, allowed: 1, opaque: 1, open: 1 });
    expect({ total, shown }).toEqual({ total: 6, shown: 1 });
  });
});

describe('toChips', () => {
  const none = { blocked: 0, failed: 0, advice: 0, allowed: 0, opaque: 0, open: 0 };

  it('always shows the three that say how things are', () => {
    expect(toChips(none, new Set(), false).map(({ kind }) => kind)).toEqual(['blocked', 'failed', 'allowed']);
  });

  it('keeps a pressed chip although it counts nothing, or it could not be released', () => {
    expect(toChips(none, new Set<RowKind>(['open']), false).map(({ kind }) => kind)).toContain('open');
  });

  it('presses the opaque chip while opaque responses are shown', () => {
    const chips = toChips({ ...none, opaque: 2 }, new Set(), true);
    expect(chips.find(({ kind }) => kind === 'opaque')).toMatchObject({ count: 2, pressed: true });
  });
});
