import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glanceAtNetworkEntry, parseNetworkEntry } from '../../../src/platform/network-log.ts';

const URL_A = 'https://api.example.com/items';
const AT = Date.parse('2026-11-21T11:49:08.048Z');

type Header = { readonly name: string; readonly value: unknown };

const header = (name: string, value: unknown): Header => ({ name, value });

interface Description {
  readonly startedDateTime?: unknown;
  readonly time?: unknown;
  readonly url?: unknown;
  readonly method?: string;
  readonly request?: unknown;
  readonly status?: unknown;
  readonly response?: unknown;
  readonly error?: unknown;
  readonly viaServiceWorker?: boolean;
  readonly initiator?: unknown;
  readonly receive?: number;
}

/** An entry as a browser gives it, with much that isn't read. */
function raw(description: Description = {}): object {
  const { error, initiator, viaServiceWorker = false } = description;
  return {
    startedDateTime: description.startedDateTime ?? '2026-11-21T11:49:08.048Z',
    time: description.time ?? 12.5,
    request: {
      method: description.method ?? 'GET',
      url: description.url ?? URL_A,
      headers: description.request ?? [header('Accept', '*/*')],
      cookies: [],
      bodySize: 0,
    },
    response: {
      status: description.status ?? 200,
      headers: description.response ?? [header('Content-Type', 'text/plain')],
      content: { size: 3, text: 'abc' },
      _error: error ?? null,
      _fetchedViaServiceWorker: viaServiceWorker,
    },
    cache: {},
    timings: { send: 0, wait: 10.5, receive: description.receive ?? 2 },
    ...(initiator === undefined ? {} : { _initiator: initiator }),
  };
}

const call = (functionName: string, url: string, lineNumber: number, columnNumber: number) => ({
  functionName,
  scriptId: '13',
  url,
  lineNumber,
  columnNumber,
});

describe('parseNetworkEntry', () => {
  it('reads the answer of Firefox, with its lines apart and as webRequest joins them', () => {
    const response = [
      header('Access-Control-Allow-Origin', 'https://a.example'),
      header('access-control-allow-origin', ''),
      header('Vary', 'Origin'),
      header('Content-Type', 'text/html'),
      header('Content-Type', 'text/plain'),
      header('Vary', 'Accept'),
      header('WWW-Authenticate', 'Basic'),
      header('WWW-Authenticate', 'Digest'),
      header('X-Empty', ''),
    ];
    expect(parseNetworkEntry(raw({ response, time: 0 }), 'firefox')).toEqual({
      url: URL_A,
      method: 'GET',
      isPreflight: false,
      startedAt: AT,
      endedAt: AT,
      error: null,
      unsent: null,
      response: {
        status: 200,
        apart: response.map(({ name, value }) => [name, value]),
        joined: [
          ['Access-Control-Allow-Origin', 'https://a.example'],
          ['Vary', 'Origin, Accept'],
          ['Content-Type', 'text/html,text/plain'],
          ['WWW-Authenticate', 'Basic\nDigest'],
          ['X-Empty', ''],
        ],
      },
      stack: [],
    });
  });

  it('masks before it joins and after, as what webRequest joined is masked', () => {
    const response = [header('X-Api-Key', 'one'), header('X-Api-Key', 'three'), header('Set-Cookie', 'a=b')];
    const entry = parseNetworkEntry(raw({ response }), 'firefox');
    expect(entry?.response?.apart).toEqual([
      ['X-Api-Key', '[masked: 3 characters]'],
      ['X-Api-Key', '[masked: 5 characters]'],
      ['Set-Cookie', 'a=[masked: 1 characters]'],
    ]);
    expect(entry?.response?.joined[0]).toEqual(['X-Api-Key', '[masked: 10 characters]']);
  });

  it('reads what Chromium never sent, masked', () => {
    const request = [header('Authorization', 'Bearer 0123456789abcdef'), header('X-A', 'one')];
    const entry = raw({ method: 'PUT', request, status: 0, error: 'net::ERR_FAILED', response: [] });
    expect(parseNetworkEntry(entry, 'chromium')).toMatchObject({
      method: 'PUT',
      isPreflight: false,
      endedAt: AT + 12.5,
      error: 'net::ERR_FAILED',
      unsent: [
        ['Authorization', '[masked: Bearer, 16 characters]'],
        ['X-A', 'one'],
      ],
      response: null,
    });
  });

  it('knows that a response’s body is to come, in Chromium', () => {
    expect(parseNetworkEntry(raw({ receive: 0 }), 'chromium')?.endedAt).toBe(Number.POSITIVE_INFINITY);
    expect(parseNetworkEntry(raw({ receive: 0.1 }), 'chromium')?.endedAt).toBe(AT + 12.5);
    const failed = raw({ receive: 0, error: 'net::ERR_FAILED' });
    expect(parseNetworkEntry(failed, 'chromium')?.endedAt).toBe(AT + 12.5);
    expect(parseNetworkEntry(raw({ receive: 0 }), 'firefox')?.endedAt).toBe(AT + 12.5);
  });

  it('keeps no header of what was sent', () => {
    expect(parseNetworkEntry(raw(), 'chromium')).toMatchObject({ unsent: null, response: null });
  });

  it.each(['chromium', 'firefox'] as const)('knows a preflight in %s by what no page can set', (engine) => {
    const request = [header('access-control-request-method', 'PUT')];
    const entry = raw({ method: 'OPTIONS', request, status: 0, error: 'net::ERR_CONNECTION_REFUSED' });
    expect(parseNetworkEntry(entry, engine)).toMatchObject({
      isPreflight: true,
      method: 'PUT',
      error: 'net::ERR_CONNECTION_REFUSED',
      unsent: null,
    });
    expect(parseNetworkEntry(raw({ method: 'OPTIONS' }), engine)).toMatchObject({
      isPreflight: false,
      method: 'OPTIONS',
    });
  });

  it('reads the stack with what came before, counts from 1, and keeps no secret of it', () => {
    const stack = {
      callFrames: [call('loadUsers', 'https://a.example/app.js?token=0123456789abcdef0123#x', 41, 8)],
      parent: {
        description: 'await',
        callFrames: [call('', '', 0, 0), call('start', 'https://a.example/main.js', 1, 2)],
        parent: { callFrames: [call('timer', 'https://a.example/main.js', 7, 0)] },
      },
    };
    const entry = raw({ initiator: { type: 'script', stack } });
    expect(parseNetworkEntry(entry, 'chromium')?.stack).toEqual([
      { functionName: 'loadUsers', url: 'https://a.example/app.js?token=masked-20', line: 42, column: 9 },
      { functionName: '', url: '', line: 1, column: 1, before: 'await' },
      { functionName: 'start', url: 'https://a.example/main.js', line: 2, column: 3 },
      { functionName: 'timer', url: 'https://a.example/main.js', line: 8, column: 1, before: 'async' },
    ]);
  });

  it('keeps neither secrets nor fragments of the URL', () => {
    const entry = raw({ url: `${URL_A}?token=0123456789abcdef0123#part` });
    expect(parseNetworkEntry(entry, 'firefox')?.url).toBe(`${URL_A}?token=masked-20`);
  });

  it.each([
    ['nothing', null],
    ['another thing', 'entry'],
    ['no time', raw({ startedDateTime: 12 })],
    ['a time that is none', raw({ startedDateTime: '2026-99-99T00:00:00Z' })],
    ['a duration that is none', raw({ time: Number.NaN })],
    ['a URL that is none', raw({ url: { length: 3 } })],
    ['data', raw({ url: 'data:,' })],
    ['a blob', raw({ url: 'blob:https://a.example/1' })],
    ['a status that is none', raw({ status: '200' })],
    ['headers that are none', raw({ response: { length: 1 } })],
    ['a header value that is none', raw({ response: [header('X', { toString: null })] })],
    ['what a service worker answered', raw({ viaServiceWorker: true })],
  ])('leaves out %s', (_, entry) => {
    expect(parseNetworkEntry(entry, 'firefox')).toBeNull();
  });

  it('keeps no part of more headers than are kept', () => {
    const response = Array(1_001).fill(header('X', ''));
    expect(parseNetworkEntry(raw({ response }), 'firefox')).toMatchObject({ response: null });
  });

  it('leaves out what Chromium has not finished', () => {
    expect(parseNetworkEntry(raw({ status: 0, response: [] }), 'chromium')).toBeNull();
  });

  it.each([
    ['no stack', { type: 'parser' }],
    ['calls that are none', { stack: { callFrames: 'many' } }],
    ['a line that is none', { stack: { callFrames: [call('f', URL_A, -5, 0)] } }],
    ['a line beyond any', { stack: { callFrames: [call('f', URL_A, 1e12, 0)] } }],
    ['nothing', null],
  ])('takes an initiator with %s for none', (_, initiator) => {
    expect(parseNetworkEntry(raw({ initiator }), 'chromium')?.stack).toEqual([]);
  });

  it('cuts what is meant to be too much', () => {
    const frames = Array.from({ length: 5_000 }, () => call('f'.repeat(10_000), URL_A, 1, 1));
    const nested = Array.from({ length: 1_000 }).reduce<object>(
      (parent) => ({ callFrames: [], description: 'x'.repeat(9_000), parent }),
      { callFrames: frames },
    );
    const flat = parseNetworkEntry(raw({ initiator: { stack: { callFrames: frames } } }), 'chromium');
    expect(flat?.stack).toHaveLength(50);
    expect(flat?.stack[0]?.functionName.length).toBeLessThanOrEqual(1_024);
    expect(parseNetworkEntry(raw({ initiator: { stack: nested } }), 'chromium')?.stack).toEqual([]);
    const long = raw({ response: [header('X', 'v'.repeat(500_000))] });
    const [, value] = parseNetworkEntry(long, 'firefox')?.response?.apart[0] ?? ['', ''];
    expect(value.length).toBeLessThanOrEqual(128 * 1024);
  });

  it('never throws', () => {
    const field = fc.oneof(fc.anything(), fc.constant(undefined));
    fc.assert(
      fc.property(
        fc.record({
          url: field,
          request: field,
          response: field,
          status: field,
          error: field,
          initiator: field,
        }),
        fc.anything(),
        fc.constantFrom('chromium' as const, 'firefox' as const),
        (description, anything, engine) => {
          parseNetworkEntry(anything, engine);
          parseNetworkEntry(raw(description), engine);
        },
      ),
    );
  });
});

describe('glanceAtNetworkEntry', () => {
  it('tells the URL as the entry has it when it is read, and when it began', () => {
    const entry = raw({ url: `${URL_A}?token=0123456789abcdef0123#part` });
    expect(glanceAtNetworkEntry(entry)).toEqual({ url: `${URL_A}?token=masked-20`, startedAt: AT });
  });

  it.each([null, 'entry', {}, raw({ url: 7 }), raw({ startedDateTime: 'soon' })])(
    'takes %j for none',
    (other) => {
      expect(glanceAtNetworkEntry(other)).toBeNull();
    },
  );
});
