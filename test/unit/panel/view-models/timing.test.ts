import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { type TimingVM, toTiming } from '../../../../src/panel/view-models/timing.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { DESCRIPTIONS } from '../../../gallery/exchanges.ts';
import { plausibleExchange } from '../../../rules/arbitrary-exchange.ts';
import { anExchange, type ExchangeDescription, STARTED_AT } from '../../../rules/exchange-builder.ts';

function timingOf(exchange: Exchange): TimingVM | null {
  return toTiming(exchange, diagnose(exchange).evaluation);
}

const lines = (timing: TimingVM | null) =>
  timing?.phases.map(({ hop, label, time }) => [hop, label, time].filter(Boolean).join(' · '));

describe('how long it took', () => {
  it.each<{ what: string; description: ExchangeDescription; expected: readonly string[]; aside: string }>([
    {
      what: 'a preflight and its request',
      description: {
        ...DESCRIPTIONS.serverError,
        preflight: { ...DESCRIPTIONS.serverError.preflight, took: 15 },
      },
      expected: ['Preflight · 15 ms', 'POST, until the response’s headers · 75 ms'],
      aside: '100 ms, 15 ms of it for the preflight',
    },
    {
      what: 'a preflight that failed',
      description: DESCRIPTIONS.headersNotAllowed,
      expected: ['Preflight · 30 ms'],
      aside: '100 ms, 30 ms of it for the preflight',
    },
    {
      what: 'one that was kept costs nothing',
      description: { ...DESCRIPTIONS.savedAgain, startedAt: STARTED_AT },
      expected: [
        'Preflight · 0 ms',
        'PUT, until the response’s headers · 80 ms',
        'The rest of the response · 20 ms',
      ],
      aside: '100 ms, 0 ms of it for the preflight',
    },
    {
      what: 'redirects, hop by hop',
      description: DESCRIPTIONS.redirected,
      expected: [
        'GET, until the response’s headers · 80 ms',
        'Redirect 1 · GET, until the response’s headers · 80 ms',
      ],
      aside: '200 ms',
    },
    {
      what: 'no answer',
      description: { method: 'PUT', preflight: DESCRIPTIONS.saved.preflight, outcome: { closed: 'timeout' } },
      expected: ['Preflight · 30 ms'],
      aside: '30 ms for the preflight',
    },
  ])('$what', ({ description, expected, aside }) => {
    const timing = timingOf(anExchange(description));
    expect(lines(timing)).toEqual(expected);
    expect(timing?.aside).toBe(aside);
  });

  it('is said of preflight and request together where the end of the preflight wasn’t measured', () => {
    const exchange = anExchange({ ...DESCRIPTIONS.saved, preflight: { error: 'none' } });
    expect(lines(timingOf(exchange))?.[0]).toBe(
      'Preflight and request, until the response’s headers · 80 ms',
    );
  });

  it('is nothing where only the beginning was measured', () => {
    expect(timingOf(anExchange(DESCRIPTIONS.pending))).toBeNull();
  });

  it('has no total where the end was concluded', () => {
    const closed = anExchange({ ...DESCRIPTIONS.allowed, outcome: { closed: 'still-receiving' } });
    expect(timingOf(closed)).toMatchObject({ total: '', aside: '' });
    expect(timingOf(anExchange(DESCRIPTIONS.allowed))?.total).toBe('100 ms');
  });

  it('tells less than a millisecond from nothing', () => {
    const exchange = anExchange(DESCRIPTIONS.allowed);
    const [hop] = exchange.hops;
    if (hop.response === undefined) throw new Error('It has a response.');
    const quick = { ...hop, response: { ...hop.response, receivedAt: hop.startedAt + 0.2 } };
    expect(timingOf({ ...exchange, hops: [quick] })?.phases[0]?.time).toBe('under 1 ms');
  });

  it('leaves out what makes no sense', () => {
    const exchange = anExchange(DESCRIPTIONS.allowed);
    const [hop] = exchange.hops;
    expect(lines(timingOf({ ...exchange, hops: [{ ...hop, startedAt: hop.startedAt + 5_000 }] }))).toEqual([
      'The rest of the response · 20 ms',
    ]);
  });

  it('has bars within the picture, whatever the times', () => {
    fc.assert(
      fc.property(
        plausibleExchange,
        fc.array(fc.nat(500), { minLength: 4, maxLength: 4 }),
        (exchange, shifts) => {
          const [first, ...rest] = exchange.hops;
          const shifted = { ...first, startedAt: first.startedAt + (shifts[0] ?? 0) };
          for (const { start, length } of timingOf({ ...exchange, hops: [shifted, ...rest] })?.phases ?? []) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(length).toBeGreaterThanOrEqual(0);
            expect(start + length).toBeLessThanOrEqual(1.000001);
          }
        },
      ),
    );
  });
});
