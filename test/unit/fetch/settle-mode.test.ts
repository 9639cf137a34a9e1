import { describe, expect, test } from 'vitest';
import { settleMode } from '../../../src/fetch/settle-mode.ts';
import type { Exchange } from '../../../src/model/exchange.ts';
import { exchange, hop, PAGE, preflight } from './exchange-fixture.ts';

const unknownMode = { mode: { value: 'unknown', reason: 'browser-does-not-tell' } } as const;

describe('the request mode, where it is not shown', () => {
  const cases: readonly (readonly [string, Exchange, Exchange['mode']])[] = [
    [
      'a preflight',
      exchange([hop({ method: 'PUT', preflight: preflight([]) })], { ...unknownMode, type: 'image' }),
      { value: 'cors', evidence: 'preflight-seen' },
    ],
    [
      'Origin on a GET',
      exchange([hop({ request: { headers: [['origin', PAGE]] } })], { ...unknownMode, type: 'script' }),
      { value: 'cors', evidence: 'origin-header' },
    ],
    [
      'no Origin on a GET to another origin',
      exchange([hop({ request: { headers: [] } })], { ...unknownMode, type: 'image' }),
      { value: 'no-cors', evidence: 'origin-header' },
    ],
    [
      'no Origin on a GET to the own origin says nothing',
      exchange([hop({ url: `${PAGE}/x`, request: { headers: [] } })], unknownMode),
      { value: 'cors', evidence: 'request-type' },
    ],
    [
      'an image of which nothing was shown',
      exchange([hop()], { ...unknownMode, type: 'image' }),
      { value: 'no-cors', evidence: 'request-type' },
    ],
    [
      'a font of which nothing was shown',
      exchange([hop()], { ...unknownMode, type: 'font' }),
      { value: 'cors', evidence: 'request-type' },
    ],
  ];

  test.each(cases)('%s', (_, each, mode) => {
    expect(settleMode(each).mode).toEqual(mode);
  });

  test('is left alone where it is known', () => {
    const known = exchange([hop()]);
    expect(settleMode(known)).toBe(known);
  });
});
