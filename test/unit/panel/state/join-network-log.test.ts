import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CallFrame, Exchange } from '../../../../src/model/exchange.ts';
import type { HeaderList } from '../../../../src/model/header-list.ts';
import { joinNetworkLog } from '../../../../src/panel/state/join-network-log.ts';
import type { NetworkEntry } from '../../../../src/platform/network-log.ts';
import {
  API,
  anExchange,
  type ExchangeDescription,
  joinLines,
  PAGE,
  STARTED_AT,
} from '../../../rules/exchange-builder.ts';

/** An exchange that runs from one moment to another. */
function exchange(
  id: string,
  from: number,
  to: number | null,
  more: ExchangeDescription = { response: {} },
): Exchange {
  const built = anExchange({ id, startedAt: STARTED_AT + from, ...more });
  if (to === null) return { ...built, outcome: { state: 'pending' } };
  return { ...built, outcome: { ...built.outcome, state: 'completed', at: STARTED_AT + to } };
}

function stackAt(line: number): readonly CallFrame[] {
  return [{ functionName: 'load', url: `${PAGE}/app.js`, line, column: 1 }];
}

function entry(from: number, to: number, more: Partial<NetworkEntry> = {}): NetworkEntry {
  return {
    url: API,
    method: 'GET',
    isPreflight: false,
    startedAt: STARTED_AT + from,
    endedAt: STARTED_AT + to,
    error: null,
    unsent: null,
    response: null,
    stack: [],
    ...more,
  };
}

const script = (from: number, to: number, line: number, more: Partial<NetworkEntry> = {}) =>
  entry(from, to, { stack: stackAt(line), ...more });

interface StackCase {
  readonly name: string;
  readonly exchanges: readonly Exchange[];
  readonly entries: readonly NetworkEntry[];
  /** Line by exchange. */
  readonly lines: Readonly<Record<string, number>>;
}

const STACK_CASES: readonly StackCase[] = [
  {
    name: 'the only one',
    exchanges: [exchange('x', 2, 20)],
    entries: [script(0, 21, 7)],
    lines: { x: 7 },
  },
  {
    name: 'one after the other',
    exchanges: [exchange('x', 2, 20), exchange('y', 102, 120)],
    entries: [script(100, 121, 8), script(0, 21, 7)],
    lines: { x: 7, y: 8 },
  },
  {
    name: 'another URL or method at the same time',
    exchanges: [exchange('x', 2, 20), exchange('y', 2, 20, { method: 'POST' })],
    entries: [script(0, 21, 7), script(0, 21, 8, { method: 'POST' }), script(0, 21, 9, { url: `${API}/2` })],
    lines: { x: 7, y: 8 },
  },
  {
    name: 'at the same time from other lines: nobody knows which is which',
    exchanges: [exchange('x', 2, 20), exchange('y', 3, 20)],
    entries: [script(0, 21, 7), script(1, 21, 8)],
    lines: {},
  },
  {
    name: 'at the same time from one line',
    exchanges: [exchange('x', 2, 20), exchange('y', 3, 20)],
    entries: [script(0, 21, 7), script(1, 21, 7)],
    lines: { x: 7, y: 7 },
  },
  {
    name: 'fewer entries than exchanges: the right one may be missing',
    exchanges: [exchange('x', 2, 20), exchange('y', 3, 20)],
    entries: [script(0, 21, 7)],
    lines: {},
  },
  {
    name: 'also if the other runs on, or is a worker’s',
    exchanges: [
      exchange('x', 2, 20),
      exchange('y', 3, null),
      exchange('w', 102, 120, { tabId: -1, url: `${API}/w` }),
      exchange('z', 102, 120, { url: `${API}/w` }),
    ],
    entries: [script(0, 21, 7), script(100, 121, 8, { url: `${API}/w` })],
    lines: {},
  },
  {
    name: 'a worker’s own request is in another log',
    exchanges: [exchange('w', 2, 20, { tabId: -1 })],
    entries: [script(0, 21, 7)],
    lines: {},
  },
  {
    name: 'more entries than exchanges, which say the same or not',
    exchanges: [exchange('x', 2, 20), exchange('y', 102, 120)],
    entries: [script(0, 21, 7), script(1, 21, 7), script(100, 121, 8), script(101, 121, 9)],
    lines: { x: 7 },
  },
  {
    name: 'one that no script started, at the same time',
    exchanges: [exchange('x', 2, 20)],
    entries: [script(0, 21, 7), entry(1, 21)],
    lines: {},
  },
  {
    name: 'an entry of another time',
    exchanges: [exchange('x', 102, 120)],
    entries: [script(0, 21, 7), script(200, 221, 8)],
    lines: {},
  },
  {
    name: 'an entry that still runs may be the one of whatever came later',
    exchanges: [exchange('x', 2, 20), exchange('y', 102, 120)],
    entries: [script(0, Number.POSITIVE_INFINITY, 7), script(100, 121, 8)],
    lines: { x: 7 },
  },
  {
    name: 'still running',
    exchanges: [exchange('x', 2, null)],
    entries: [script(0, 21, 7)],
    lines: {},
  },
  {
    name: 'a preflight is no request',
    exchanges: [exchange('x', 2, 20)],
    entries: [script(0, 21, 7, { isPreflight: true })],
    lines: {},
  },
  {
    name: 'a redirect goes on with what was started at first',
    exchanges: [exchange('x', 2, 120, { redirects: [{ url: `${API}/next`, response: {} }] })],
    entries: [script(0, 100, 7), script(101, 121, 8, { url: `${API}/next` })],
    lines: { x: 7 },
  },
];

describe('joinNetworkLog in Chromium', () => {
  it.each(STACK_CASES)('finds the script: $name', ({ exchanges, entries, lines }) => {
    for (const order of [entries, entries.toReversed()]) {
      const found = [...joinNetworkLog(exchanges, order)].map(([id, { startedBy }]) => [
        id,
        startedBy?.[0]?.line,
      ]);
      expect(Object.fromEntries(found)).toEqual(lines);
    }
  });

  const never: ExchangeDescription = {
    method: 'PUT',
    headers: { 'X-A': '1', 'Content-Type': 'application/json' },
    preflight: { status: 404 },
  };
  const neverSent = (id: string, from: number) => exchange(id, from, from + 30, never);
  const unsent = (value: string, from = 0): NetworkEntry =>
    entry(from, from + 31, {
      method: 'PUT',
      unsent: [
        ['X-A', value],
        ['Content-Type', 'application/json'],
      ],
    });

  it('finds the headers of a request that was never sent', () => {
    const found = joinNetworkLog([neverSent('x', 2)], [unsent('1')]);
    expect(found.get('x')?.hops.get(0)?.unsent).toEqual(unsent('1').unsent);
  });

  it.each([
    ['two that differ', [neverSent('x', 2), neverSent('y', 3)], [unsent('1'), unsent('2')]],
    [
      'a header missing that the preflight asked for',
      [neverSent('x', 2)],
      [entry(0, 31, { method: 'PUT', unsent: [['X-A', '1']] })],
    ],
    ['one that was answered', [exchange('x', 2, 20, { ...never, response: {} })], [unsent('1')]],
  ])('finds no headers: %s', (_, exchanges, entries) => {
    expect([...joinNetworkLog(exchanges, entries).values()].filter(({ hops }) => hops.size > 0)).toEqual([]);
  });

  const failing = (id: string, from: number) =>
    exchange(id, from, from + 50, { method: 'PUT', preflight: { error: 'net::ERR_FAILED' } });
  const preflight = (from: number, error: string | null): NetworkEntry =>
    entry(from, from + 30, { method: 'PUT', isPreflight: true, error });

  it('finds the error of a preflight, also where several say the same', () => {
    const refused = 'net::ERR_CONNECTION_REFUSED';
    const found = joinNetworkLog(
      [failing('x', 0), failing('y', 1)],
      [preflight(4, refused), preflight(5, refused)],
    );
    expect([...found.values()].map(({ hops }) => hops.get(0)?.preflightError)).toEqual([refused, refused]);
  });

  it.each([
    ['which differ', [preflight(4, 'net::ERR_CONNECTION_REFUSED'), preflight(5, 'net::ERR_TIMED_OUT')]],
    ['one of which has none', [preflight(4, 'net::ERR_CONNECTION_REFUSED'), preflight(5, null)]],
    ['one of which is missing', [preflight(4, 'net::ERR_CONNECTION_REFUSED')]],
    ['which say no more', [preflight(4, 'net::ERR_FAILED'), preflight(5, 'net::ERR_FAILED')]],
  ])('finds no error of preflights %s', (_, entries) => {
    expect(joinNetworkLog([failing('x', 0), failing('y', 1)], entries).size).toBe(0);
  });
});

describe('joinNetworkLog in Firefox', () => {
  const TWICE: HeaderList = [
    ['Access-Control-Allow-Origin', PAGE],
    ['Access-Control-Allow-Origin', PAGE],
  ];
  const LIST: HeaderList = [['Access-Control-Allow-Origin', `${PAGE}, ${PAGE}`]];
  const answer = (apart: HeaderList, status = 200) => ({ status, apart, joined: joinLines(apart) });
  const asked = (id: string, from: number, headers: HeaderList): Exchange =>
    exchange(id, from, from + 20, { engine: 'firefox', response: { headers } });
  const linesIn = (exchanges: readonly Exchange[], entries: readonly NetworkEntry[]) =>
    Object.fromEntries(
      [...joinNetworkLog(exchanges, entries)].map(([id, { hops }]) => [id, hops.get(0)?.responseLines]),
    );

  it.each([
    ['two lines', TWICE],
    ['a list in one line', LIST],
  ])('finds %s, whose joined form is what was seen', (_, apart) => {
    expect(linesIn([asked('x', 0, TWICE)], [entry(3, 3, { response: answer(apart) })])).toEqual({ x: apart });
  });

  it.each([
    ['another value', [entry(3, 3, { response: answer([['Access-Control-Allow-Origin', '*']]) })]],
    ['another status', [entry(3, 3, { response: answer(TWICE, 304) })]],
    ['no answer', [entry(3, 3)]],
    [
      'two at once, which look the same joined',
      [entry(3, 3, { response: answer(TWICE) }), entry(4, 4, { response: answer(LIST) })],
    ],
  ])('finds nothing in %s', (_, entries) => {
    expect(linesIn([asked('x', 0, TWICE)], entries)).toEqual({});
  });

  it('tells requests at the same time apart by their headers', () => {
    const one: HeaderList = [['X-Request-Id', '1'], ...TWICE];
    const other: HeaderList = [['X-Request-Id', '2'], ...LIST];
    const entries = [entry(3, 3, { response: answer(other) }), entry(4, 4, { response: answer(one) })];
    expect(linesIn([asked('x', 0, one), asked('y', 1, other)], entries)).toEqual({ x: one, y: other });
  });

  it('finds the lines of a preflight’s answer', () => {
    const blocked = exchange('x', 0, 50, {
      engine: 'firefox',
      method: 'PUT',
      preflight: { status: 204, headers: TWICE },
    });
    const found = joinNetworkLog(
      [blocked],
      [entry(6, 6, { method: 'PUT', isPreflight: true, response: answer(TWICE, 204) })],
    );
    expect(found.get('x')?.hops.get(0)?.preflightLines).toEqual(TWICE);
  });
});

interface Request {
  readonly start: number;
  readonly duration: number;
  /** How much later the recorder saw it begin and end than the log. */
  readonly late: readonly [number, number];
  readonly url: number;
  readonly line: number;
  readonly ended: boolean;
  readonly lost: boolean;
  /** Its place among the entries. */
  readonly place: number;
}

const request: fc.Arbitrary<Request> = fc.record({
  start: fc.nat(300),
  duration: fc.nat(90),
  late: fc.tuple(fc.nat(50), fc.integer({ min: -60, max: 60 })),
  url: fc.nat(1),
  line: fc.integer({ min: 1, max: 3 }),
  ended: fc.boolean(),
  lost: fc.boolean(),
  place: fc.nat(),
});

const urlOf = ({ url }: Request) => `${API}/${url}`;

function recorded(each: Request, index: number): Exchange {
  const { start, duration, late, ended } = each;
  const from = start + Math.min(late[0], duration);
  return exchange(`x${index}`, from, ended ? Math.max(start + duration + late[1], from) : null, {
    url: urlOf(each),
  });
}

function logged(each: Request): NetworkEntry {
  return script(each.start, each.start + each.duration, each.line, { url: urlOf(each) });
}

describe('joinNetworkLog', () => {
  it('is never wrong, however requests of the same URLs are interleaved, whichever side has gaps', () => {
    let joins = 0;
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), fc.boolean(), (requests, entriesAreLost) => {
        const exchanges = requests.map(recorded).filter((_, at) => entriesAreLost || !requests[at]?.lost);
        const entries = requests
          .filter(({ ended, lost }) => ended && !(lost && entriesAreLost))
          .toSorted((a, b) => a.place - b.place)
          .map((each) => logged(each));
        for (const [id, { startedBy }] of joinNetworkLog(exchanges, entries)) {
          joins += 1;
          expect(startedBy?.[0]?.line).toBe(requests[Number(id.slice(1))]?.line);
        }
      }),
      { numRuns: 2_000 },
    );
    expect(joins).toBeGreaterThan(1_000);
  });

  it('joins every request that has its URL to itself', () => {
    fc.assert(
      fc.property(fc.array(request, { maxLength: 12 }), (requests) => {
        const alone = requests.map((each, url) => ({ ...each, url, ended: true }));
        const found = joinNetworkLog(alone.map(recorded), alone.map(logged));
        expect([...found.values()].map(({ startedBy }) => startedBy?.[0]?.line)).toEqual(
          alone.map(({ line }) => line),
        );
      }),
    );
  });
});
