import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { getHeader } from '../../../src/model/header-list.ts';
import {
  API,
  type EngineName,
  type FakeRequest,
  PAGE,
  record,
  request,
  type StreamEvent,
  startRecorder,
} from './event-streams.ts';

interface Planned {
  readonly url: string;
  readonly method: string;
  readonly tabId: number;
  readonly headers: readonly string[];
}

/** Every request with its preflight: in which order each browser tells their events. */
function eventsOf(engine: EngineName, index: number, plan: Planned) {
  const { url, method, tabId, headers } = plan;
  const own = Object.fromEntries(headers.map((name) => [name, 'x']));
  const actual = request(engine, `a${index}`, { url, method, tabId });
  const preflight = request(engine, `p${index}`, { url, method: 'OPTIONS', tabId });
  const asked = preflight.asks(method, headers.join(','));
  // The answer names its request, so that a test can see which preflight went where.
  const answered = preflight.answered(204, { 'X-Truth': actual.id });
  const opening = engine === 'chromium' ? [actual.before()] : [actual.before(), actual.sent(own)];
  const check = [preflight.before(), asked, answered, preflight.done()];
  const rest =
    engine === 'chromium'
      ? [actual.sent(own), actual.answered(200), actual.done()]
      : [actual.answered(200), actual.done()];
  return { actual, opening, check, rest };
}

const plans = fc.array(
  fc.record({
    url: fc.constantFrom(
      'https://a.example/1',
      'https://a.example/2',
      'https://a.example/?token=s1',
      'https://a.example/?token=s2',
    ),
    method: fc.constantFrom('PUT', 'DELETE'),
    tabId: fc.constantFrom(1, 2),
    headers: fc.constantFrom<string[]>([], ['x-a'], ['x-b']),
  }),
  { minLength: 1, maxLength: 14 },
);

/** Each list in its own order, mixed with the others as `choices` says. */
function interleave<T>(lists: readonly (readonly T[])[], choices: readonly number[]): T[] {
  const rest = lists.map((list) => [...list]);
  const mixed: T[] = [];
  for (let step = 0; rest.some((list) => list.length > 0); step += 1) {
    const open = rest.filter((list) => list.length > 0);
    const next = open[(choices[step % Math.max(choices.length, 1)] ?? 0) % open.length]?.shift();
    if (next !== undefined) mixed.push(next);
  }
  return mixed;
}

const choices = fc.array(fc.nat(20), { minLength: 1, maxLength: 60 });
const engines: readonly EngineName[] = ['chromium', 'firefox'];

/** Requests that can't be told apart by their preflights: nobody knows which of them a preflight was sent for. */
const kindOf = ({ url, method, tabId }: Planned): string => `${url} ${method} ${tabId}`;

/** Which request each paired preflight was really sent for, by the request it was given to. */
function pairsOf(engine: EngineName, stream: readonly StreamEvent[]): Map<string, string> {
  const { store, accept } = startRecorder(engine);
  stream.forEach(accept);
  const pairs = new Map<string, string>();
  for (const exchange of [...store.list(1), ...store.list(2)]) {
    const truth = exchange.hops[0].preflight?.response?.headers.find(([name]) => name === 'X-Truth')?.[1];
    if (truth !== undefined) pairs.set(exchange.id, truth);
  }
  return pairs;
}

describe.each(engines)('pairing in %s', (engine) => {
  it('is right for every request that is the only one of its kind, and stays within its kind otherwise', () => {
    fc.assert(
      fc.property(plans, choices, (planned, order) => {
        const requests = planned.map((plan, index) => eventsOf(engine, index, plan));
        const pairs = pairsOf(
          engine,
          interleave(
            requests.map(({ opening, check, rest }) => [...opening, ...check, ...rest]),
            order,
          ),
        );
        const kinds = planned.map(kindOf);
        planned.forEach((_, index) => {
          const given = pairs.get(`a${index}`);
          const isOnly = kinds.filter((kind) => kind === kinds[index]).length === 1;
          if (isOnly) expect(given).toBe(`a${index}`);
          if (given === undefined) return;
          const truth = planned[Number(given.slice(1))];
          expect(truth).toMatchObject({
            url: planned[index]?.url,
            method: planned[index]?.method,
            tabId: planned[index]?.tabId,
          });
        });
      }),
    );
  });

  it('is right for all if browsers send preflights in the order of their requests', () => {
    fc.assert(
      fc.property(plans, choices, (planned, order) => {
        const sameHeaders = planned.map((plan) => ({ ...plan, headers: ['x-a'] }));
        const requests = sameHeaders.map((plan, index) => eventsOf(engine, index, plan));
        // All begin first, then their preflights are sent in order; the answers come as they like.
        const begin = requests.flatMap(({ opening }) => opening);
        const ask = requests.flatMap(({ check }) => check.slice(0, 2));
        const end = interleave(
          requests.map(({ check, rest }) => [...check.slice(2), ...rest]),
          order,
        );
        const pairs = pairsOf(engine, [...begin, ...ask, ...end]);
        sameHeaders.forEach((_, index) => {
          expect(pairs.get(`a${index}`)).toBe(`a${index}`);
        });
      }),
    );
  });

  it('gives each preflight to one request at most, also when events are lost', () => {
    fc.assert(
      fc.property(
        plans,
        choices,
        fc.array(fc.boolean(), { minLength: 1, maxLength: 50 }),
        (planned, order, kept) => {
          const requests = planned.map((plan, index) => eventsOf(engine, index, plan));
          const stream = interleave(
            requests.map(({ opening, check, rest }) => [...opening, ...check, ...rest]),
            order,
          );
          const pairs = pairsOf(
            engine,
            stream.filter((_, index) => kept[index % kept.length]),
          );
          const given = [...pairs.values()];
          expect(new Set(given).size).toBe(given.length);
          for (const [id, truth] of pairs) {
            const [a, b] = [planned[Number(id.slice(1))], planned[Number(truth.slice(1))]];
            expect([a?.url, a?.method, a?.tabId]).toEqual([b?.url, b?.method, b?.tabId]);
          }
        },
      ),
    );
  });
});

describe('pairing says how sure it is', () => {
  const twice = (): [FakeRequest, FakeRequest, FakeRequest] => [
    request('chromium', '1', { method: 'PUT' }),
    request('chromium', '2', { method: 'PUT' }),
    request('chromium', '3', { method: 'OPTIONS' }),
  ];

  it('certain, if only one request could have sent it', () => {
    const [a, , p] = twice();
    expect(record('chromium', [a.before(), p.asks('PUT')])[0]?.hops[0].preflight?.pairing).toEqual({
      confidence: 'certain',
      candidates: 1,
    });
  });

  it('likely, if several could: the oldest gets it', () => {
    const [a, b, p] = twice();
    const [first, second] = record('chromium', [a.before(), b.before(), p.asks('PUT')]);
    expect(first?.hops[0].preflight?.pairing).toEqual({ confidence: 'likely', candidates: 2 });
    expect(second?.hops[0].preflight).toBeUndefined();
  });
});

describe('pairing', () => {
  it('knows a document whose page went into the back/forward cache meanwhile', () => {
    const a = request('chromium', '1', { method: 'POST' });
    const p = request('chromium', '2', { method: 'OPTIONS', frameId: 17 });
    const [exchange] = record('chromium', [a.before(), p.asks('POST')]);
    expect(exchange?.hops[0].preflight?.pairing.confidence).toBe('certain');
  });
});

describe('pairing never crosses', () => {
  it.each([
    ['tabs', { tabId: 2 }],
    ['frames', { frameId: 3, documentId: 'of-frame' }],
    ['documents', { documentId: 'other' }],
    ['initiators', { origin: 'http://localhost:4000' }],
    ['URLs', { url: 'https://api.example/other' }],
    ['URLs that differ in a secret only', { url: 'https://api.example/data?token=b' }],
  ])('%s', (_, difference) => {
    const url = 'https://api.example/data?token=a';
    const a = request('chromium', '1', { method: 'PUT', url });
    const p = request('chromium', '2', { method: 'OPTIONS', url, ...difference });
    expect(record('chromium', [a.before(), p.asks('PUT')])[0]?.hops[0].preflight).toBeUndefined();
  });

  it('methods, whose case counts', () => {
    const a = request('chromium', '1', { method: 'patch' });
    const p = request('chromium', '2', { method: 'OPTIONS' });
    expect(record('chromium', [a.before(), p.asks('PATCH')])[0]?.hops[0].preflight).toBeUndefined();
  });

  it('requests that lack a header that the preflight asks for (Firefox shows them)', () => {
    const simple = request('firefox', '1', { method: 'POST' });
    const json = request('firefox', '2', { method: 'POST' });
    const p = request('firefox', '3', { method: 'OPTIONS' });
    const stream = [
      simple.before(),
      simple.sent(),
      json.before(),
      json.sent({ 'Content-Type': 'application/json' }),
      p.asks('POST', 'content-type'),
    ];
    expect(record('firefox', stream).map(({ hops }) => hops[0].preflight?.pairing.candidates)).toEqual([
      undefined,
      1,
    ]);
  });
});

describe.each(engines)('a preflight to the own origin in %s', (engine) => {
  const url = `${PAGE}/back`;
  const shown = (sender: FakeRequest): readonly StreamEvent[] =>
    engine === 'chromium' ? [sender.before()] : [sender.before(), sender.sent()];

  /** A PUT on its way back from another origin. */
  function comesBack(id: string): readonly StreamEvent[] {
    const away = request(engine, id, { method: 'PUT' });
    return [
      away.before(),
      away.sent(),
      away.answered(307),
      away.redirected(url, 307),
      ...shown(away.at({ url })),
    ];
  }

  const pairings = (stream: readonly StreamEvent[]) =>
    record(engine, stream).map(({ id, hops }) => [id, hops.at(-1)?.preflight?.pairing]);

  it('is no request’s that never left it', () => {
    const home = request(engine, '1', { method: 'PUT', url });
    const p = request(engine, '3', { method: 'OPTIONS', url });
    expect(pairings([...shown(home), ...comesBack('2'), p.before(), p.asks('PUT')])).toEqual([
      ['2', { confidence: 'certain', candidates: 1 }],
    ]);
  });

  it('is the older’s of two that came back', () => {
    const p = request(engine, '3', { method: 'OPTIONS', url });
    const q = request(engine, '4', { method: 'OPTIONS', url });
    const stream = [
      ...comesBack('1'),
      ...comesBack('2'),
      p.before(),
      p.asks('PUT'),
      q.before(),
      q.asks('PUT'),
    ];
    expect(pairings(stream)).toEqual([
      ['1', { confidence: 'likely', candidates: 2 }],
      ['2', { confidence: 'likely', candidates: 2 }],
    ]);
  });

  it('is no request’s that came back to another URL', () => {
    const p = request(engine, '3', { method: 'OPTIONS', url: `${url}?other` });
    expect(pairings([...comesBack('1'), p.before(), p.asks('PUT')])).toEqual([['1', undefined]]);
  });
});

it('Firefox asks for just the headers that a request has: one that has more is another', () => {
  const both = request('firefox', '1', { method: 'PUT' });
  const one = request('firefox', '2', { method: 'PUT' });
  const p = request('firefox', '3', { method: 'OPTIONS' });
  const stream = [
    both.before(),
    both.sent({ 'X-A': '', 'Content-Type': 'application/json' }),
    one.before(),
    one.sent({
      'X-A': '',
      'Content-Type': 'text/plain',
      Authorization: 'Basic YTpi',
      'User-Agent': 'Firefox',
    }),
    p.asks('PUT', 'x-a'),
  ];
  expect(record('firefox', stream).map(({ hops }) => hops[0].preflight?.pairing.candidates)).toEqual([
    undefined,
    1,
  ]);
});

describe('Firefox asks for headers of a body that a redirect has dropped', () => {
  const [second, third] = ['https://api.example/2', 'https://api.example/3'];
  const json = { 'Content-Type': 'application/json', 'X-A': '1', Authorization: 'Bearer a' };
  const names = 'content-type,x-a';

  /** A POST that becomes a GET at its first redirect. */
  function redirected(id: string, from: string, urls: readonly string[]): readonly StreamEvent[] {
    const post = request('firefox', id, { method: 'POST', url: from });
    const events = [post.before(), post.sent(json)];
    let last = post;
    for (const url of urls) {
      events.push(last.answered(302), last.redirected(url));
      last = last.at({ method: 'GET', url });
      events.push(last.before(), last.sent({ 'X-A': '1' }));
    }
    return events;
  }

  const asks = (url: string, asked: string): readonly StreamEvent[] => {
    const preflight = request('firefox', '9', { method: 'OPTIONS', url });
    return [preflight.before(), preflight.asks('GET', asked)];
  };

  const pairedWith = (stream: readonly StreamEvent[]) =>
    record('firefox', stream)
      .filter(({ hops }) => hops.some(({ preflight }) => preflight !== undefined))
      .map(({ id }) => id);

  it.each<[string, readonly StreamEvent[], string[]]>([
    ['at once (XMLHttpRequest)', [...redirected('1', API, [second]), ...asks(second, names)], ['1']],
    ['a redirect later (fetch)', [...redirected('1', API, [second, third]), ...asks(third, names)], ['1']],
    [
      'also if the first hop was to the own origin, whose headers aren’t known',
      [...redirected('1', `${PAGE}/go`, [second, third]), ...asks(third, names)],
      ['1'],
    ],
    [
      'but for none that the request never had',
      [...redirected('1', API, [second, third]), ...asks(third, 'content-language,x-a')],
      [],
    ],
    [
      'and for none that it lost otherwise',
      [...redirected('1', API, [second, third]), ...asks(third, 'authorization,x-a')],
      [],
    ],
  ])('%s', (_, stream, expected) => {
    expect(pairedWith(stream)).toEqual(expected);
  });

  it('so that they don’t go to another request without them', () => {
    const plain = request('firefox', '1', { url: third });
    const stream = [plain.before(), plain.sent({ 'X-A': '1' }), ...redirected('2', API, [second, third])];
    expect(pairedWith([...stream, ...asks(third, names)])).toEqual(['2']);
  });

  it('but not for a request that is no GET now: nothing was dropped', () => {
    const simple = request('firefox', '1', { method: 'POST', url: 'http://api.example/data' });
    const upgraded = simple.at({ url: API });
    const p = request('firefox', '9', { method: 'OPTIONS' });
    const stream = [simple.before(), simple.redirected(API, 0), upgraded.before(), upgraded.sent()];
    expect(pairedWith([...stream, p.before(), p.asks('POST', 'content-type')])).toEqual([]);
  });

  it('is likely only, if another has them, too', () => {
    const own = request('firefox', '2', { url: third });
    const stream = [...redirected('1', API, [second, third]), own.before(), own.sent(json)];
    const [first] = record('firefox', [...stream, ...asks(third, names)]);
    expect(first?.hops.at(-1)?.preflight?.pairing).toEqual({ confidence: 'likely', candidates: 2 });
  });
});

describe('a pairing that proves wrong is corrected', () => {
  it('Chromium sends a request whose preflight is still running: it was the other one’s', () => {
    const simple = request('chromium', '1', { method: 'POST' });
    const json = request('chromium', '2', { method: 'POST' });
    const p = request('chromium', '3', { method: 'OPTIONS' });
    const stream = [
      simple.before(),
      json.before(),
      p.before(),
      p.asks('POST', 'content-type'),
      simple.sent(),
      p.answered(404),
      p.done(),
      json.failed('net::ERR_FAILED'),
    ];
    expect(record('chromium', stream).map(({ hops }) => hops[0].preflight?.response?.status)).toEqual([
      undefined,
      404,
    ]);
  });

  const put = (id: string): FakeRequest => request('chromium', id, { method: 'PUT' });
  const check = (id: string): FakeRequest => request('chromium', id, { method: 'OPTIONS' });
  const allow = { 'Access-Control-Allow-Origin': '*' };
  const passes = (p: FakeRequest): readonly StreamEvent[] => [p.answered(204, allow), p.done()];

  /** Of every request: which preflight it was given, by the header that this asks for, and among how many. */
  const pairsBy = (stream: readonly StreamEvent[]) =>
    record('chromium', stream).map(({ id, hops }) => {
      const { preflight } = hops[0];
      const asked = preflight && getHeader(preflight.request.headers, 'Access-Control-Request-Headers');
      return [id, asked, preflight?.pairing.candidates];
    });

  it.each<[string, () => readonly StreamEvent[], readonly unknown[]]>([
    [
      'with only one left that can have sent it, it is that one’s for certain',
      () => [put('1').before(), put('2').before(), check('3').asks('PUT', 'x-2'), put('1').sent()],
      [
        ['1', undefined, undefined],
        ['2', 'x-2', 1],
      ],
    ],
    [
      'all that run are given anew, the oldest first',
      () => [
        ...['1', '2', '3'].map((id) => put(id).before()),
        check('4').asks('PUT', 'x-2'),
        check('5').asks('PUT', 'x-3'),
        put('1').sent(),
      ],
      [
        ['1', undefined, undefined],
        ['2', 'x-2', 2],
        ['3', 'x-3', 2],
      ],
    ],
    [
      'it is of the request that was given up as it began',
      () => [
        put('1').before(),
        put('2').before(),
        check('3').before(),
        put('1').failed('net::ERR_ABORTED'),
        check('3').asks('PUT', 'x-1'),
        check('4').before(),
        check('4').asks('PUT', 'x-2'),
      ],
      [
        ['1', 'x-1', 2],
        ['2', 'x-2', 2],
      ],
    ],
    [
      'it is the older’s, though that was given up just before',
      () => [
        put('1').before(),
        put('2').before(),
        put('1').failed('net::ERR_ABORTED'),
        check('3').before(),
        check('3').asks('PUT', 'x-1'),
      ],
      [
        ['1', 'x-1', 2],
        ['2', undefined, undefined],
      ],
    ],
    [
      'all are given anew if one is of a request that was never seen',
      () => [
        ...['1', '2', '3', '4'].map((id) => put(id).before()),
        check('5').asks('PUT', 'x-0'),
        check('6').asks('PUT', 'x-1'),
        ...passes(check('6')),
        put('1').sent({ 'X-1': '' }),
      ],
      [
        ['1', 'x-1', 4],
        ['2', 'x-0', 3],
        ['3', undefined, undefined],
        ['4', undefined, undefined],
      ],
    ],
    [
      'it is of the one that was given up, if no other is left',
      () => [
        put('1').before(),
        put('2').before(),
        check('3').asks('PUT', 'x-2'),
        put('2').failed('net::ERR_ABORTED'),
        put('1').sent(),
      ],
      [
        ['1', undefined, undefined],
        ['2', 'x-2', 1],
      ],
    ],
    [
      'two are swapped if the headers that are sent are those that the other asked for',
      () => [
        put('1').before(),
        put('2').before(),
        check('3').asks('PUT', 'x-2'),
        check('4').asks('PUT', 'x-1'),
        ...passes(check('3')),
        ...passes(check('4')),
        put('2').sent({ 'X-2': '' }),
        put('1').sent({ 'X-1': '' }),
      ],
      [
        ['1', 'x-1', 2],
        ['2', 'x-2', 2],
      ],
    ],
    [
      'but not for a header that another extension added',
      () => [
        put('1').before(),
        put('2').before(),
        check('3').asks('PUT', 'x-1'),
        check('4').asks('PUT', 'x-2'),
        ...passes(check('3')),
        ...passes(check('4')),
        put('1').sent({ 'X-1': '', 'X-Added': '' }),
        put('2').sent({ 'X-2': '', 'X-Added': '' }),
      ],
      [
        ['1', 'x-1', 2],
        ['2', 'x-2', 2],
      ],
    ],
    [
      'nor because of a header of the answer that another extension added unseen',
      () => [
        put('1').before(),
        put('2').before(),
        check('3').asks('PUT', 'x-1'),
        check('3').answered(204),
        check('3').done(),
        put('1').sent({ 'X-1': '' }),
      ],
      [
        ['1', 'x-1', 2],
        ['2', undefined, undefined],
      ],
    ],
    [
      'one that failed is the request’s that ends because of it',
      () => [
        put('1').before(),
        put('2').before(),
        check('3').asks('PUT', 'x-2'),
        check('3').answered(404),
        check('3').done(),
        put('2').failed('net::ERR_FAILED'),
      ],
      [
        ['1', undefined, undefined],
        ['2', 'x-2', 2],
      ],
    ],
    [
      'two are swapped if the one whose own still runs ends because of the other',
      () => [
        put('1').before(),
        put('2').before(),
        check('3').asks('PUT', 'x-2'),
        check('4').asks('PUT', 'x-1'),
        check('3').failed('net::ERR_FAILED'),
        put('2').failed('net::ERR_CONNECTION_REFUSED'),
      ],
      [
        ['1', 'x-1', 1],
        ['2', 'x-2', 2],
      ],
    ],
  ])('Chromium: %s', (_, stream, expected) => {
    expect(pairsBy(stream())).toEqual(expected);
  });

  it('and what was concluded from it of the mode is taken back', () => {
    const stream = [
      put('1').before(),
      put('2').before(),
      check('3').asks('PUT'),
      put('1').sent({ 'Sec-Fetch-Mode': 'no-cors' }),
    ];
    expect(record('chromium', stream)[0]?.mode).toEqual({ value: 'no-cors', evidence: 'sec-fetch-mode' });
  });

  it('and stays if there is no other that could have sent it', () => {
    const a = request('chromium', '1', { method: 'PUT' });
    const p = request('chromium', '2', { method: 'OPTIONS' });
    expect(record('chromium', [a.before(), p.asks('PUT'), a.sent()])[0]?.hops[0].preflight).toBeDefined();
  });
});

describe('after the background was killed, the request of a preflight may have gone unseen', () => {
  const put = (id: string) => request('chromium', id, { method: 'PUT' });
  const check = (id: string) => request('chromium', id, { method: 'OPTIONS' });

  /** Plays the first part, kills the recorder, and plays the second to the next one; gives each request's preflight. */
  function killedBetween(first: readonly StreamEvent[], then: readonly StreamEvent[]) {
    const before = startRecorder('chromium');
    first.forEach(before.accept);
    const after = startRecorder('chromium', true);
    const [, { timeStamp: now }] = first.at(-1) ?? put('0').before();
    for (const id of before.touched) {
      const stored = before.recorder.recordOf(id);
      if (stored !== null) after.recorder.restore(stored, now);
    }
    then.forEach(after.accept);
    return after.store.list(1).map(({ hops }) => hops[0].preflight);
  }

  it('so it is not certain whose it is', () => {
    const [preflight] = killedBetween([put('1').before()], [check('2').before(), check('2').asks('PUT')]);
    expect(preflight?.pairing).toEqual({ confidence: 'likely', candidates: 2 });
  });

  it('and not this one’s if it asked for other headers', () => {
    const asking = [check('2').before(), check('2').asks('PUT', 'x-2'), check('2').answered(204)];
    const sent = put('1').sent({ 'X-1': '' });
    expect(killedBetween([put('1').before()], [...asking, sent])).toEqual([undefined]);
  });

  it('nor of one that began later, of which the browser told before', () => {
    const ofUnseen = check('2').asks('PUT');
    expect(killedBetween([], [put('1').before(), ofUnseen])).toEqual([undefined]);
  });
});
