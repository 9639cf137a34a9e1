import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/rules/index.ts';
import { anExchange, type ExchangeDescription } from '../../rules/exchange-builder.ts';

const CHALLENGE = { Server: 'cloudflare', 'CF-RAY': '1-FRA', 'cf-mitigated': 'challenge' };

const table: readonly (readonly [name: string, exchange: ExchangeDescription, isSaid: boolean])[] = [
  ['a challenge', { response: { status: 403, headers: CHALLENGE } }, true],
  [
    'a tunnel’s warning page',
    { url: 'https://a.ngrok-free.app/', response: { headers: { 'Ngrok-Error-Code': 'ERR_NGROK_6024' } } },
    true,
  ],
  [
    'a sign-in page of the same host',
    { response: { status: 302 }, redirects: [{ url: 'https://api.example.com/login', response: {} }] },
    true,
  ],
  [
    'a sign-in page elsewhere, where no header helps',
    {
      response: { status: 302 },
      redirects: [{ url: 'https://login.example.com/', sends: 'null', response: {} }],
    },
    false,
  ],
  ['an answer of the server’s own', { response: { status: 500 } }, false],
];

describe('that the headers don’t belong on this answer is said of', () => {
  it.each(table)('%s', (_name, exchange, isSaid) => {
    const { fix } = diagnose(anExchange({ ...exchange, outcome: 'blocked' }));
    expect(fix.actions.some(({ id }) => id === 'headers-belong-to-app')).toBe(isSaid);
  });
});
