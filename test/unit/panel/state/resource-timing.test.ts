import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { readableByTiming } from '../../../../src/panel/state/resource-timing.ts';
import type { ResourceTiming } from '../../../../src/platform/resource-timing.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

const URL_A = 'https://api.example.com/a';
const EPOCH = 1_700_000_000_000;

function exchange(
  id: string,
  start: number,
  more: Partial<Exchange> & { readonly url?: string } = {},
): Exchange {
  const { url = URL_A, ...rest } = more;
  const built = anExchange({ id, url, engine: 'firefox', response: {}, startedAt: EPOCH + start });
  return { ...built, ...rest };
}

function entry(start: number, end: number, status: number, url = URL_A): ResourceTiming {
  return { url, startedAt: EPOCH + start, endedAt: EPOCH + end, status };
}

interface Case {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
  readonly timings: readonly ResourceTiming[];
  readonly expected: Readonly<Record<string, boolean>>;
}

const CASES: readonly Case[] = [
  {
    name: 'a status is readable',
    exchanges: [exchange('x', 5)],
    timings: [entry(0, 20, 200)],
    expected: { x: true },
  },
  {
    name: 'an error status is readable too',
    exchanges: [exchange('x', 5)],
    timings: [entry(0, 20, 500)],
    expected: { x: true },
  },
  {
    name: 'no status is not readable',
    exchanges: [exchange('x', 5)],
    timings: [entry(0, 20, 0)],
    expected: { x: false },
  },
  {
    name: 'recorded late by a busy browser',
    exchanges: [exchange('x', 156)],
    timings: [entry(0, 650, 200)],
    expected: { x: true },
  },
  {
    name: 'clocks a millisecond apart',
    exchanges: [exchange('x', -1), exchange('y', 31, { url: `${URL_A}/y` })],
    timings: [entry(0, 20, 200), entry(10, 30, 200, `${URL_A}/y`)],
    expected: { x: true, y: true },
  },
  {
    name: 'an entry that ended before the exchange started is another request',
    exchanges: [exchange('x', 40)],
    timings: [entry(0, 20, 200)],
    expected: {},
  },
  {
    name: 'an entry that started after the exchange is another request',
    exchanges: [exchange('x', -20)],
    timings: [entry(0, 20, 200)],
    expected: {},
  },
  {
    name: 'one after the other',
    exchanges: [exchange('x', 5), exchange('y', 20_005)],
    timings: [entry(20_000, 20_020, 0), entry(0, 20, 200)],
    expected: { x: true, y: false },
  },
  {
    name: 'at the same time with different ends: nobody knows which is which',
    exchanges: [exchange('x', 5), exchange('y', 6)],
    timings: [entry(0, 20, 200), entry(0, 20, 0)],
    expected: {},
  },
  {
    name: 'at the same time with one end',
    exchanges: [exchange('x', 5), exchange('y', 6)],
    timings: [entry(0, 20, 0), entry(0, 20, 0)],
    expected: { x: false, y: false },
  },
  {
    name: 'fewer entries than exchanges: the right one may be missing',
    exchanges: [exchange('x', 5), exchange('y', 6)],
    timings: [entry(0, 20, 200)],
    expected: {},
  },
  {
    name: 'also if the other has not ended',
    exchanges: [exchange('x', 5), exchange('y', 6, { outcome: { state: 'pending' } })],
    timings: [entry(0, 20, 200)],
    expected: {},
  },
  {
    name: 'workers and frames have entries of their own, elsewhere',
    exchanges: [
      exchange('page', 5),
      exchange('frame', 5, { frameId: 7 }),
      exchange('shared', 5, { tabId: -1 }),
      inWorker(exchange('worker', 5)),
    ],
    timings: [entry(0, 20, 200)],
    expected: { page: true },
  },
  {
    name: 'the end of an aborted exchange says nothing of its credentials',
    exchanges: [exchange('x', 5, { outcome: { state: 'error', at: EPOCH, error: 'NS_BINDING_ABORTED' } })],
    timings: [entry(0, 20, 0)],
    expected: {},
  },
  {
    name: 'unreadable, where the same address is readable at the time: perhaps aborted as the answer came',
    exchanges: [
      exchange('x', 5, { url: `${URL_A}?q=c` }),
      exchange('y', 105, { url: `${URL_A}?q=co` }),
      exchange('z', 20_005, { url: `${URL_A}?q=cor` }),
    ],
    timings: [
      entry(0, 20, 0, `${URL_A}?q=c`),
      entry(100, 120, 200, `${URL_A}?q=co`),
      entry(20_000, 20_020, 0, `${URL_A}?q=cor`),
    ],
    expected: { y: true, z: false },
  },
];

function inWorker({ documentId: _, ...rest }: Exchange): Exchange {
  return rest;
}

interface Request {
  readonly start: number;
  readonly duration: number;
  /** When the browser recorded it: 0 as it started, 1 as it ended. */
  readonly delay: number;
  readonly readable: boolean;
  readonly ended: boolean;
  readonly lost: boolean;
  readonly url: number;
}

const request: fc.Arbitrary<Request> = fc.record({
  start: fc.double({ min: 0, max: 300, noNaN: true }),
  duration: fc.double({ min: 0, max: 90, noNaN: true }),
  delay: fc.double({ min: 0, max: 1, noNaN: true }),
  readable: fc.boolean(),
  ended: fc.boolean(),
  lost: fc.boolean(),
  url: fc.nat(1),
});

function recorded({ start, duration, delay, ended, url }: Request, index: number): Exchange {
  return exchange(`x${index}`, Math.floor(start + delay * duration), {
    url: `${URL_A}${url}`,
    ...(!ended && { outcome: { state: 'pending' } }),
  });
}

function timed({ start, duration, readable, url }: Request): ResourceTiming {
  return entry(Math.floor(start), Math.floor(start + duration), readable ? 200 : 0, `${URL_A}${url}`);
}

describe('readableByTiming', () => {
  it.each(CASES)('$name', ({ exchanges, timings, expected }) => {
    expect(Object.fromEntries(readableByTiming(exchanges, timings))).toEqual(expected);
    expect(Object.fromEntries(readableByTiming(exchanges, timings.toReversed()))).toEqual(expected);
  });

  it('is never wrong, however requests of the same URLs are interleaved, whichever side has gaps', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), fc.boolean(), (requests, entriesAreLost) => {
        const exchanges = requests.map(recorded).filter((_, at) => entriesAreLost || !requests[at]?.lost);
        const timings = requests
          .filter(({ ended, lost }) => ended && !(lost && entriesAreLost))
          .map((each) => timed(each));
        for (const [id, readable] of readableByTiming(exchanges, timings)) {
          expect(readable).toBe(requests[Number(id.slice(1))]?.readable);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('settles every request that has its URL to itself', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        const alone = requests.map((each, url) => ({ ...each, url, ended: true }));
        const readable = readableByTiming(alone.map(recorded), alone.map(timed));
        expect([...readable.values()]).toEqual(alone.map((each) => each.readable));
      }),
    );
  });
});
