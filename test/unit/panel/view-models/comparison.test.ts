import { describe, expect, it } from 'vitest';
import { toComparison } from '../../../../src/panel/view-models/comparison.ts';
import type { ComparisonRowVM } from '../../../../src/panel/view-models/comparison-row.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS } from '../../../gallery/exchanges.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../../rules/exchange-builder.ts';

function comparisonOf(description: ExchangeDescription) {
  const exchange = anExchange(description);
  return toComparison(exchange, diagnose(exchange).evaluation.fault);
}

const allowing = (value: string): ExchangeDescription => ({
  response: { headers: { 'Access-Control-Allow-Origin': value } },
  outcome: 'blocked',
});

/** `label: value`, with `[…]` around what is marked. */
const shown = ({ label, pieces }: ComparisonRowVM) =>
  `${label}: ${pieces.map((piece) => (piece.differs ? `[${piece.shown}]` : piece.shown)).join('')}`;

describe('the two values that were compared', () => {
  it.each<{
    what: string;
    description: ExchangeDescription;
    rows: readonly string[];
    words: readonly string[];
  }>([
    {
      what: 'an origin with a slash too many',
      description: allowing(`${PAGE}/`),
      rows: [`Access-Control-Allow-Origin: ${PAGE}[/]`, `Origin of the request: ${PAGE}[]`],
      words: ['Differs at the end: an extra /.'],
    },
    {
      what: 'a space, which is seen where it differs',
      description: allowing('http://localhost: 5173'),
      rows: [
        'Access-Control-Allow-Origin: http://localhost:[␣]5173',
        'Origin of the request: http://localhost:[]5173',
      ],
      words: ['Differs inside: an extra space.'],
    },
    {
      what: 'UTF-8, as people read it',
      description: allowing('http://l\u00d0\u00becalhost:5173'),
      rows: [
        'Access-Control-Allow-Origin: http://l[\u043e]calhost:5173',
        'Origin of the request: http://l[o]calhost:5173',
      ],
      words: ['\u043e (U+043E) only looks like o: it is another character.'],
    },
    {
      what: 'a header without a value',
      description: allowing(''),
      rows: ['Access-Control-Allow-Origin: []', `Origin of the request: [${PAGE}]`],
      words: ['The header is there, and nothing is in it.'],
    },
    {
      what: 'several values',
      description: DESCRIPTIONS.duplicate,
      rows: [`Access-Control-Allow-Origin: [*], ${PAGE}`, `Origin of the request: ${PAGE}`],
      words: ['These are 2 values, and only one may be there.'],
    },
    {
      what: 'the same value twice',
      description: allowing(`${PAGE},${PAGE}`),
      rows: [`Access-Control-Allow-Origin: ${PAGE},[${PAGE}]`, `Origin of the request: ${PAGE}`],
      words: ['These are 2 values, and only one may be there.'],
    },
    {
      what: 'a wildcard that is none',
      description: DESCRIPTIONS.wildcardWithCredentials,
      rows: ['Access-Control-Allow-Origin: [*]', `Origin of the request: [${PAGE}]`],
      words: ['* is a wildcard only where no credentials are included.'],
    },
    {
      what: 'a truth in another letter case',
      description: {
        credentials: 'include',
        response: {
          headers: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Credentials': 'True' },
        },
        outcome: 'blocked',
      },
      rows: ['Access-Control-Allow-Credentials: [T]rue', 'It has to be: [t]rue'],
      words: ['Letter case differs: T, not t.'],
    },
    {
      what: 'the names of headers',
      description: DESCRIPTIONS.headersNotAllowed,
      rows: [
        'The preflight asks for: content-type, [x-api-key], [x-trace]',
        'Access-Control-Allow-Headers: content-type',
      ],
      words: ['Not in the list: x-api-key, x-trace.'],
    },
    {
      what: 'a method in another letter case',
      description: {
        method: 'patch',
        preflight: {
          status: 204,
          headers: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Methods': 'GET, PATCH' },
        },
      },
      rows: ['The preflight asks for: [patch]', 'Access-Control-Allow-Methods: GET, [PATCH]'],
      words: ['patch is in the list in another letter case, and letter case counts.'],
    },
  ])('$what', ({ description, rows, words }) => {
    const comparison = comparisonOf(description);
    expect(comparison?.rows.map(shown)).toEqual(rows);
    expect(comparison?.words.map((parts) => parts.map(({ text }) => text).join(''))).toEqual(words);
  });

  it('stay lined up: the shorter one leaves room for what it lacks', () => {
    const [one, other] = comparisonOf(allowing(`${PAGE}/`))?.rows ?? [];
    expect(one?.pieces.map(({ gap }) => gap)).toEqual([0, 0]);
    expect(other?.pieces.map(({ gap }) => gap)).toEqual([0, 1]);
  });

  it('are cut where one is very long, and the pieces still are the value', () => {
    const value = `https://${'a'.repeat(60_000)}.test`;
    const [row] = comparisonOf(allowing(value))?.rows ?? [];
    expect(row?.pieces.map(({ text }) => text).join('')).toBe(value);
    expect(Math.max(...(row?.pieces ?? []).map(({ shown: text }) => text.length))).toBeLessThan(200);
  });

  it.each<[string, ExchangeDescription, number]>([
    ['values', allowing(Array.from({ length: 9_000 }, () => PAGE).join(',')), 0],
    [
      'names',
      {
        ...DESCRIPTIONS.headersNotAllowed,
        preflight: {
          status: 204,
          headers: {
            'Access-Control-Allow-Origin': PAGE,
            'Access-Control-Allow-Methods': 'PUT',
            'Access-Control-Allow-Headers': Array.from({ length: 9_000 }, (_, index) => `x-${index}`).join(
              ', ',
            ),
          },
        },
      },
      1,
    ],
  ])('are shortened where there are thousands of %s, and nothing is lost', (_, description, at) => {
    const { pieces = [] } = comparisonOf(description)?.rows[at] ?? {};
    expect(pieces.length).toBeLessThan(300);
    expect(pieces.at(-1)?.shown).toBe('…');
    expect(
      pieces
        .map(({ text }) => text)
        .join('')
        .split(','),
    ).toHaveLength(9_000);
  });

  it.each<[string, ExchangeDescription]>([
    ['a header that is missing', DESCRIPTIONS.serverError],
    ['a status', DESCRIPTIONS.preflightUnauthorized],
    ['a network error', DESCRIPTIONS.refused],
    ['nothing that failed', DESCRIPTIONS.allowed],
  ])('aren’t there for %s', (_, description) => {
    const exchange = anExchange(description);
    expect(toComparison(exchange, diagnose(exchange).evaluation.fault)).toBeNull();
  });

  it.each<[ExchangeDescription, string]>([
    [DESCRIPTIONS.headersNotAllowed, 'in the answer to the preflight'],
    [DESCRIPTIONS.duplicate, 'in the response'],
  ])('say in whose answer', (description, aside) => {
    expect(comparisonOf(description)?.aside).toBe(aside);
  });
});
