import { describe, expect, it } from 'vitest';
import { MAX_HEADERS_LENGTH, MAX_HOPS, MAX_UNCONFIRMED } from '../../../src/model/limits.ts';
import {
  API,
  type EngineName,
  type Headers,
  LONG_AFTER,
  PAGE,
  record,
  recordWithStop,
  request,
  type StreamEvent,
  startRecorder,
  summary,
} from './event-streams.ts';

const put = { method: 'PUT' };
const options = { method: 'OPTIONS' };
const back = `${PAGE}/back`;

/** A PUT that another origin has redirected back to the page's own, and the preflight that it needs there. */
function redirectedBack(engine: EngineName) {
  const a = request(engine, '1', put);
  const b = a.at({ url: back });
  const p = request(engine, '2', options);
  const q = request(engine, '3', { ...options, url: back });
  const check = [p.before(), p.asks('PUT'), p.answered(204), p.done()];
  const opening = engine === 'chromium' ? [a.before(), ...check, a.sent()] : [a.before(), a.sent(), ...check];
  const atHome = engine === 'chromium' ? [b.before()] : [b.before(), b.sent({ Origin: 'null' })];
  return { b, q, opening: [...opening, a.answered(307), a.redirected(back, 307), ...atHome] };
}

/** What each browser does, beside what was recorded in `test/streams`, and what it comes to. */
const streams: readonly [
  name: string,
  engine: EngineName,
  stream: () => StreamEvent[],
  expected: string[],
][] = [
  [
    'a redirect to another origin and back, with a preflight there',
    'chromium',
    () => {
      const { b, q, opening } = redirectedBack('chromium');
      const check = [q.before(), q.asks('PUT'), q.answered(204), q.done()];
      return [...opening, ...check, b.sent({ Origin: 'null' }), b.answered(200), b.done()];
    },
    ['PUT (204) 307, PUT (204) 200: completed'],
  ],
  [
    'a redirect to another origin and back, with a preflight there',
    'firefox',
    () => {
      const { b, q, opening } = redirectedBack('firefox');
      return [...opening, q.before(), q.asks('PUT'), q.answered(204), q.done(), b.answered(200), b.done()];
    },
    ['PUT (204) 307, PUT (204) 200: completed'],
  ],
  [
    'a redirect to another origin and back, with a preflight that fails there',
    'chromium',
    () => {
      const { b, q, opening } = redirectedBack('chromium');
      const check = [q.before(), q.asks('PUT'), q.answered(404), q.done()];
      return [...opening, ...check, b.failed('net::ERR_FAILED')];
    },
    ['PUT (204) 307, PUT (404): net::ERR_FAILED'],
  ],
  [
    'a redirect to another origin and back, with a preflight that fails there',
    'firefox',
    () => {
      const { b, q, opening } = redirectedBack('firefox');
      const check = [q.before(), q.asks('PUT'), q.answered(404), q.failed('NS_ERROR_DOM_BAD_URI')];
      return [...opening, ...check, b.failed('NS_ERROR_DOM_BAD_URI')];
    },
    ['PUT (204) 307, PUT (404): NS_ERROR_DOM_BAD_URI'],
  ],
  [
    "a redirect to another origin and back, while the page's own OPTIONS goes there",
    'chromium',
    () => {
      const { b, q, opening } = redirectedBack('chromium');
      const own = [q.before(), q.sent(), q.answered(405), q.done()];
      return [...opening, ...own, b.failed('net::ERR_ABORTED')];
    },
    ['PUT (204) 307, PUT: net::ERR_ABORTED'],
  ],
  [
    "a redirect to another origin and back, while the page's own OPTIONS goes there",
    'firefox',
    () => {
      const { b, q, opening } = redirectedBack('firefox');
      const own = [q.before(), q.sent(), q.answered(405), q.done()];
      return [...opening, ...own, b.failed('NS_BINDING_ABORTED')];
    },
    ['PUT (204) 307, PUT: NS_BINDING_ABORTED'],
  ],
  [
    'a preflight to the own origin whose request went by unseen',
    'firefox',
    () => {
      const p = request('firefox', '2', { ...options, url: back });
      return [p.before(), p.asks('PUT'), p.answered(204), p.done()];
    },
    [],
  ],
  [
    'a redirect that the browser makes itself',
    'firefox',
    () => {
      const a = request('firefox', '1', { url: 'http://api.example/' });
      const b = a.at({ url: 'https://api.example/' });
      return [
        a.before(),
        a.redirected('https://api.example/', 0),
        b.before(),
        b.sent(),
        b.answered(200),
        b.done(),
      ];
    },
    ['GET 0, GET 200: completed'],
  ],
  [
    'a request that a service worker hands back',
    'firefox',
    () => {
      const a = request('firefox', '1');
      return [a.before(), a.redirected(API, 0), a.before(), a.sent(), a.answered(200), a.done()];
    },
    ['GET 200: completed'],
  ],
  [
    "the page's own OPTIONS, with its preflight",
    'chromium',
    () => {
      const a = request('chromium', '1', options);
      const p = request('chromium', '2', options);
      return [
        a.before(),
        p.before(),
        p.asks('OPTIONS'),
        p.answered(404),
        p.done(),
        a.failed('net::ERR_FAILED'),
      ];
    },
    ['OPTIONS (404): net::ERR_FAILED'],
  ],
  [
    "the page's own OPTIONS, with a cached preflight",
    'firefox',
    () => {
      const a = request('firefox', '1', options);
      return [a.before(), a.sent(), a.answered(200), a.done()];
    },
    ['OPTIONS 200: completed'],
  ],
  [
    'a preflight whose request went by unseen',
    'chromium',
    () => {
      const p = request('chromium', '2', options);
      return [p.before(), p.asks('PUT'), p.answered(204), p.done()];
    },
    [],
  ],
  [
    'a request whose first event is missing',
    'chromium',
    () => {
      const a = request('chromium', '1');
      return [a.sent(), a.answered(200), a.done()];
    },
    ['GET 200: completed'],
  ],
  [
    'a request of which only the answer is seen',
    'chromium',
    () => {
      const a = request('chromium', '1');
      return [a.answered(200), a.done()];
    },
    [],
  ],
  [
    'a same-origin request',
    'firefox',
    () => {
      const a = request('firefox', '1', { url: `${PAGE}/x` });
      return [a.before(), a.sent(), a.answered(200), a.done()];
    },
    [],
  ],
  [
    'navigations and sockets',
    'chromium',
    () =>
      ['main_frame', 'sub_frame', 'websocket', 'csp_report'].map((type, n) =>
        request('chromium', `${n}`, { type }).before(),
      ),
    [],
  ],
  [
    'requests that no page started',
    'chromium',
    () => [request('chromium', '1', { origin: null }).before()],
    [],
  ],
  [
    'requests that no page started',
    'firefox',
    () => [request('firefox', '1', { origin: null, tabId: -1 }).before()],
    [],
  ],
  [
    'requests of our own pages',
    'chromium',
    () => [request('chromium', '1', { origin: 'chrome-extension://own' }).before()],
    [],
  ],
];

describe('a stream of events becomes exchanges', () => {
  it.each(streams)('%s (%s)', (_, engine, stream, expected) => {
    expect(record(engine, stream()).map(summary)).toEqual(expected);
  });

  it('is the same when the background is stopped at any point of the stream', () => {
    for (const [name, engine, build] of streams) {
      const stream = build();
      const whole = record(engine, stream);
      for (let stop = 0; stop <= stream.length; stop += 1) {
        const found = recordWithStop(engine, stream, stop);
        expect(found, `${name}, stopped after ${stop} events`).toEqual(whole);
      }
    }
  });
});

it('remembers over a stop which request is older', () => {
  const before = startRecorder('chromium');
  before.accept(request('chromium', '1').before());
  before.accept(request('chromium', '2', put).before());
  const after = startRecorder('chromium');
  for (const id of before.touched) {
    const stored = before.recorder.recordOf(id);
    if (stored !== null) after.recorder.restore(stored, LONG_AFTER);
  }
  after.accept(request('chromium', '3', put).before());
  after.accept(request('chromium', '4', options).asks('PUT'));
  expect(after.store.get('2')?.hops[0].preflight).toBeDefined();
  expect(after.store.get('3')?.hops[0].preflight).toBeUndefined();
});

describe('an exchange tells', () => {
  it('where it came from', () => {
    const [exchange] = record('chromium', [
      request('chromium', '7', { url: `${API}?token=hunter2#part` }).before(),
    ]);
    expect(exchange).toMatchObject({
      id: '7',
      tabId: 1,
      frameId: 0,
      documentId: 'doc',
      initiator: PAGE,
      page: `${PAGE}/`,
      type: 'xmlhttprequest',
      hops: [{ url: `${API}?token=masked-7`, method: 'GET' }],
      outcome: { state: 'pending' },
      observedIn: { engine: 'chromium', version: '1' },
      mode: { value: 'unknown', reason: 'request-headers-not-shown' },
    });
  });

  it('that the initiator is opaque where Firefox names none: a sandboxed frame', () => {
    const [exchange] = record('firefox', [request('firefox', '1', { origin: null }).before()]);
    expect(exchange?.initiator).toBe('null');
  });

  it.each<[string, Record<string, string>, string, unknown]>([
    [
      'Sec-Fetch-Mode',
      { 'Sec-Fetch-Mode': 'no-cors' },
      'GET',
      { value: 'no-cors', evidence: 'sec-fetch-mode' },
    ],
    ['Origin on a GET', { 'Sec-Fetch-Mode': '' }, 'GET', { value: 'cors', evidence: 'origin-header' }],
    [
      'nothing on a POST',
      { 'Sec-Fetch-Mode': '' },
      'POST',
      { value: 'unknown', reason: 'browser-does-not-tell' },
    ],
  ])('its mode, from %s', (_, headers, method, expected) => {
    const r = request('firefox', '1', { method });
    expect(record('firefox', [r.before(), r.sent(headers)])[0]?.mode).toEqual(expected);
  });

  it('its mode from a preflight, if its own headers are never shown', () => {
    const a = request('chromium', '1', put);
    const p = request('chromium', '2', options);
    const [exchange] = record('chromium', [a.before(), p.before(), p.asks('PUT')]);
    expect(exchange?.mode).toEqual({ value: 'cors', evidence: 'preflight-seen' });
    expect(exchange?.credentials).toEqual({ value: 'unknown', reason: 'request-headers-not-shown' });
  });

  it.each<[string, Record<string, string>, string, unknown]>([
    ['a cookie proves include', { Cookie: 'a=b' }, API, { value: 'include', evidence: 'cookie-sent' }],
    [
      'so does Sec-Fetch-Storage-Access',
      { 'Sec-Fetch-Storage-Access': 'none' },
      API,
      { value: 'include', evidence: 'sec-fetch-storage-access' },
    ],
    ['nothing proves nothing', {}, API, { value: 'unknown', reason: 'browser-does-not-tell' }],
  ])('its credentials: %s', (_, headers, url, expected) => {
    const r = request('chromium', '1', { url });
    expect(record('chromium', [r.before(), r.sent(headers)])[0]?.credentials).toEqual(expected);
  });

  it('that a cookie on a same-origin hop proves nothing', () => {
    const a = request('chromium', '1');
    const b = a.at({ url: `${PAGE}/back` });
    const stream = [
      a.before(),
      a.sent(),
      a.answered(302),
      a.redirected(`${PAGE}/back`),
      b.before(),
      b.sent({ Cookie: 'a=b' }),
    ];
    expect(record('chromium', stream)[0]?.credentials.value).toBe('unknown');
  });

  it('what was sent and answered, without secrets, and how lines were handed over', () => {
    const r = request('firefox', '1');
    const [exchange] = record('firefox', [
      r.before(),
      r.sent({ Authorization: 'Bearer hunter2' }),
      r.answered(200, { 'Set-Cookie': 'a=hunter2' }),
      r.done(true),
    ]);
    expect(JSON.stringify(exchange)).not.toContain('hunter2');
    expect(exchange?.hops[0].response).toMatchObject({
      status: 200,
      statusText: 'Some Text',
      lines: 'joined',
      fromCache: true,
    });
    expect(exchange?.outcome).toMatchObject({ state: 'completed', fromCache: true });
  });
});

describe('ends that no event tells', () => {
  it('a navigation closes what is pending, and a late event still corrects it', () => {
    const { recorder, store, accept } = startRecorder('chromium');
    const r = request('chromium', '1');
    accept(r.before());
    recorder.closeTab(1, 5_000, 'navigation');
    expect(store.list(1).map(summary)).toEqual(['GET: navigation']);
    accept(r.sent());
    accept(r.answered(200));
    accept(r.done());
    expect(store.list(1).map(summary)).toEqual(['GET 200: completed']);
  });

  it('a closed request gets no preflight of the new page', () => {
    const { recorder, store, accept } = startRecorder('chromium');
    accept(request('chromium', '1', put).before());
    recorder.closeTab(1, 5_000, 'navigation');
    accept(request('chromium', '2', put).before());
    accept(request('chromium', '3', options).asks('PUT'));
    expect(store.list(1).map((exchange) => exchange.hops[0].preflight?.pairing)).toEqual([
      undefined,
      { confidence: 'certain', candidates: 1 },
    ]);
  });

  it('what was cleared does not come back', () => {
    const { recorder, store, accept } = startRecorder('chromium');
    const r = request('chromium', '1');
    accept(r.before());
    recorder.forget(store.clear(1));
    accept(r.sent());
    accept(r.answered(200));
    accept(r.done());
    expect(store.list(1)).toEqual([]);
  });
});

describe('the limits', () => {
  it('a request that is redirected on and on is given up as a whole', () => {
    const { store, dropped, recorder, accept } = startRecorder('chromium');
    const r = request('chromium', '1');
    for (let hop = 0; hop < MAX_HOPS; hop += 1) {
      for (const event of [r.before(), r.sent(), r.answered(302), r.redirected(API)]) accept(event);
    }
    expect(store.list(1)[0]?.hops.length).toBe(MAX_HOPS);
    for (const event of [r.before(), r.sent(), r.answered(200), r.done()]) accept(event);
    expect(dropped).toEqual(['1']);
    expect(store.list(1)).toEqual([]);
    expect(recorder.isFollowed('1')).toBe(false);
  });

  it('of OPTIONS requests that never become clear, the oldest are given up', () => {
    const { store, dropped, recorder, accept } = startRecorder('chromium');
    for (let n = 0; n < MAX_UNCONFIRMED + 3; n += 1) accept(request('chromium', `${n}`, options).before());
    expect(dropped).toEqual(['0', '1', '2']);
    expect(recorder.followedIn(1).length).toBe(MAX_UNCONFIRMED);
    accept(request('chromium', '0', options).sent());
    accept(request('chromium', '3', options).sent());
    expect(store.list(1).map(({ id }) => id)).toEqual(['3']);
  });

  it('no word of a page or server is kept longer than anyone reads', () => {
    const long = 'x'.repeat(1_000_000);
    const r = request('chromium', '1', { method: long, url: `${API}?${long}` });
    const lines: Headers = Object.fromEntries(
      Array.from({ length: 5_000 }, (_, n) => [`X-${n}`, 'v'.repeat(200)]),
    );
    const [kind, answer] = r.answered(200, { [`X-${long}`]: long, ...lines, Vary: 'Origin' });
    const [exchange] = record('chromium', [
      r.before(),
      r.sent(lines),
      [kind, { ...answer, statusLine: `HTTP/1.1 200 ${long}` }],
      r.failed(long),
    ]);
    expect(JSON.stringify(exchange).length).toBeLessThan(3 * MAX_HEADERS_LENGTH);
    const [hop] = exchange?.hops ?? [];
    expect(hop?.method).toMatch(/ \[cut from 1000000 characters\]$/);
    expect(hop?.url).toMatch(/\.\.\.cut-from-1000025$/);
    expect(hop?.response?.statusText).toMatch(/ \[cut from 1000000 characters\]$/);
    expect(hop?.response?.headers.length).toBe(5_002 - (hop?.response?.leftOut ?? 0));
    expect(hop?.response?.headers.at(-1)).toEqual(['Vary', 'Origin']);
    expect(hop?.request?.headers.length).toBe(5_002 - (hop?.request?.leftOut ?? 0));
  });
});
