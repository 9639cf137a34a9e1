import { describe, expect, it } from 'vitest';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import { fixFor } from '../../../src/fixes/index.ts';
import { anExchange, type ExchangeDescription, PAGE } from '../../rules/exchange-builder.ts';

interface FixCase {
  readonly name: string;
  readonly exchange: ExchangeDescription;
  /** One line for each change: `hop.message name: value`, with a question mark where it is assumed. */
  readonly changes: readonly string[];
  readonly statuses?: readonly string[];
}

const ORIGIN = `Access-Control-Allow-Origin: ${PAGE}`;
const CREDENTIALS = 'Access-Control-Allow-Credentials: true';

const table: readonly FixCase[] = [
  {
    name: 'a simple response without CORS headers',
    exchange: { response: {}, outcome: 'blocked' },
    changes: [`0.response ${ORIGIN}`, '0.response Vary: Origin'],
  },
  {
    name: 'Vary is extended, not replaced',
    exchange: { response: { headers: { Vary: 'Accept-Encoding' } }, outcome: 'blocked' },
    changes: [`0.response ${ORIGIN}`, '0.response Vary: Accept-Encoding, Origin'],
  },
  {
    name: 'Vary that holds Origin already, or everything, stays',
    exchange: { response: { headers: { Vary: 'accept, ORIGIN' } }, outcome: 'blocked' },
    changes: [`0.response ${ORIGIN}`],
  },
  {
    name: 'a preflight that nobody handled, and the answer behind it',
    exchange: {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json', 'X-A': '1' },
      preflight: { status: 404 },
    },
    changes: [
      `0.preflight ${ORIGIN}`,
      '0.preflight Vary: Origin',
      '0.preflight Access-Control-Allow-Methods: PUT',
      '0.preflight Access-Control-Allow-Headers: content-type, x-a',
      `0.response? ${ORIGIN}`,
      '0.response? Vary: Origin',
    ],
    statuses: ['0.preflight 404 to 204'],
  },
  {
    name: 'with credentials, everywhere',
    exchange: {
      credentials: 'include',
      headers: { 'X-A': '1' },
      preflight: {
        status: 204,
        headers: { 'Access-Control-Allow-Origin': '*', 'Access-Control-Allow-Headers': '*' },
      },
    },
    changes: [
      `0.preflight ${ORIGIN}`,
      '0.preflight Vary: Origin',
      `0.preflight ${CREDENTIALS}`,
      '0.preflight Access-Control-Allow-Headers: x-a',
      `0.response? ${ORIGIN}`,
      '0.response? Vary: Origin',
      `0.response? ${CREDENTIALS}`,
    ],
  },
  {
    name: 'credentials that nobody has seen are not allowed',
    exchange: {
      response: { headers: { 'Access-Control-Allow-Origin': 'https://a.example' } },
      outcome: 'blocked',
    },
    changes: [`0.response ${ORIGIN}`, '0.response Vary: Origin'],
  },
  {
    name: 'a redirect within one origin, and the hop that it leads to',
    exchange: { response: { status: 307, headers: { Location: '/items/' } }, outcome: 'blocked' },
    changes: [
      `0.response ${ORIGIN}`,
      '0.response Vary: Origin',
      `1.response? ${ORIGIN}`,
      '1.response? Vary: Origin',
    ],
  },
  {
    name: 'all hops',
    exchange: {
      credentials: 'include',
      response: { status: 302, headers: { 'Access-Control-Allow-Origin': PAGE, Vary: 'Origin' } },
      redirects: [{ url: 'https://api.example.com/v2/items', response: { headers: { Vary: 'Origin' } } }],
      outcome: 'blocked',
    },
    changes: [`0.response ${CREDENTIALS}`, `1.response ${ORIGIN}`, `1.response ${CREDENTIALS}`],
  },
  {
    name: 'a list that nobody can read, and nothing to put into it',
    exchange: {
      method: 'POST',
      preflight: {
        status: 204,
        asksForHeaders: [],
        headers: { 'Access-Control-Allow-Origin': PAGE, 'Access-Control-Allow-Headers': '@' },
      },
    },
    changes: [
      '0.preflight Access-Control-Allow-Headers removed',
      `0.response? ${ORIGIN}`,
      '0.response? Vary: Origin',
    ],
  },
  {
    name: 'nothing if it is allowed',
    exchange: { response: { headers: { 'Access-Control-Allow-Origin': PAGE } } },
    changes: [],
  },
  {
    name: 'nothing if nobody knows',
    exchange: { engine: 'firefox', response: { headers: { 'Access-Control-Allow-Origin': '*' } } },
    changes: [],
  },
  {
    name: 'nothing for an opaque origin',
    exchange: { origin: 'null', response: {}, outcome: 'blocked' },
    changes: [],
  },
  {
    name: 'nothing for an origin that is none',
    exchange: { origin: 'https://a.example"; evil', response: {}, outcome: 'blocked' },
    changes: [],
  },
  {
    name: 'nothing for a redirected preflight',
    exchange: { method: 'PUT', preflight: { status: 308, headers: { Location: '/items/' } } },
    changes: [],
  },
  {
    name: 'nothing without an answer',
    exchange: { outcome: { error: 'net::ERR_CONNECTION_REFUSED' } },
    changes: [],
  },
];

describe('fixFor', () => {
  it.each(table)('$name', ({ exchange, changes, statuses = [] }) => {
    const built = anExchange(exchange);
    const fix = fixFor(built, evaluate(built));
    const lines = fix.changes.map(({ hop, on, assumed, name, op, value }) => {
      const what = op === 'remove' ? `${name} removed` : `${name}: ${value}`;
      return `${hop}.${on}${assumed ? '?' : ''} ${what}`;
    });
    expect(lines).toEqual(changes);
    expect(fix.statuses.map(({ hop, on, before, after }) => `${hop}.${on} ${before} to ${after}`)).toEqual(
      statuses,
    );
    expect(fix.actions).toEqual([]);
  });

  it('names the lines that it replaces', () => {
    const lines = [
      ['Access-Control-Allow-Origin', '*'],
      ['access-control-allow-origin', PAGE],
    ] as const;
    const built = anExchange({ response: { headers: lines }, outcome: 'blocked' });
    expect(fixFor(built, evaluate(built)).changes[0]?.before).toEqual(['*', PAGE]);
  });
});
