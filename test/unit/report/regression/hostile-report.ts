import fc from 'fast-check';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

/** Text that a language would take for more than text, if it were let. */
export const HOSTILE_TO_LANGUAGES = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.string({
    unit: fc.constantFrom(...`'"\`\\$#/*{}()\n\r\t -é\u0000\u001b\u2028\u2029\u202e\ud800😀N`),
    maxLength: 20,
  }),
  fc.constantFrom(
    "'); ran(); ('",
    '"); ran(); ("',
    '*/ ran(); /*',
    '\n    ran()\n',
    '\u2028ran()\u2028',
    '"""',
    '\\',
    '\u0024{ran()}',
    '{ran()}',
    '# -*- coding: utf-7 -*-',
    '@ts-nocheck',
    '\\N{BULLET}',
  ),
);

/** Exchanges that fail, and that header changes mend, with such text in everything that a server or page decides. */
export const HOSTILE_EXCHANGES: fc.Arbitrary<readonly Exchange[]> = fc
  .tuple(
    HOSTILE_TO_LANGUAGES,
    HOSTILE_TO_LANGUAGES,
    HOSTILE_TO_LANGUAGES,
    fc.constantFrom('GET', 'PUT', "x'y"),
  )
  .map(([path, value, allowed, method]) => [
    anExchange({
      id: 'response',
      url: `https://api.example.com/${path}`,
      response: { headers: { 'Access-Control-Allow-Origin': allowed } },
      outcome: 'blocked',
    }),
    anExchange({
      id: 'preflight',
      method,
      url: `https://other.example.com/?${path}=masked-9`,
      headers: { 'X-Value': value, "x-'`": value },
      preflight: { status: 404, headers: { Server: allowed } },
      withNetworkLog: true,
    }),
  ]);
