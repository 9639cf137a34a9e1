import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EngineProfile } from '../../../src/fetch/engine-profile.ts';
import { CHROMIUM, ENGINES, FIREFOX, WEBKIT } from '../../../src/fetch/engines.ts';
import {
  afterAnswer,
  afterFailure,
  afterMiss,
  matchingEntries,
  type PreflightCache,
  type PreflightCacheKey,
  type PreflightedRequest,
  secondsCached,
} from '../../../src/fetch/preflight-cache.ts';

const KEY: PreflightCacheKey = {
  partition: 'https://app.example',
  origin: 'https://app.example',
  url: 'https://api.example/items?page=1',
  credentials: 'not-include',
};

function asking(method: string, unsafeNames: readonly string[] = [], changes = {}): PreflightedRequest {
  return { ...KEY, method, unsafeNames, ...changes };
}

/** The cache after a preflight for a request was answered at 0; the answer's lists are written as in a header. */
function filled(
  request: PreflightedRequest,
  { methods = '', headers = '', maxAge = ['600'] },
  profile: EngineProfile,
  cache: PreflightCache<string> = [],
): PreflightCache<string> {
  const list = (text: string) => ({ ok: true, values: text.split(', ').filter(Boolean) }) as const;
  const answer = { methods: list(methods), headers: list(headers), maxAge };
  return afterAnswer(cache, request, answer, 0, `${request.method} ${request.unsafeNames}`, profile);
}

describe('secondsCached', () => {
  it.each<[value: readonly string[], chromium: number, firefox: number, webkit: number]>([
    [[], 5, 5, 5],
    [[''], 5, 5, 5],
    [['600'], 600, 600, 600],
    [['0600'], 600, 600, 600],
    [['601'], 601, 601, 600],
    [['7201'], 7200, 7201, 600],
    [['86401'], 7200, 86_400, 600],
    [['99999999999999999999'], 5, 86_400, 5],
    [['0'], 0, 0, 0],
    [['-1'], 0, 0, 0],
    [['+600'], 600, 0, 600],
    [['10m'], 5, 0, 5],
    [['10.5'], 5, 0, 5],
    [['1e3'], 5, 0, 5],
    [['600', '600'], 5, 0, 5],
  ])('%j', (lines, ...expected) => {
    expect([CHROMIUM, FIREFOX, WEBKIT].map((profile) => secondsCached(lines, profile))).toEqual(expected);
  });
});

describe('an answer', () => {
  const put = asking('PUT');

  it.each(Object.values(ENGINES))('counts until it expires: $engine', (profile) => {
    const cache = filled(put, { methods: 'PUT', maxAge: ['10'] }, profile);
    expect(matchingEntries(cache, put, 9_999, profile)).toHaveLength(1);
    expect(matchingEntries(cache, put, 10_000, profile)).toBeNull();
  });

  it.each<[changes: Partial<PreflightedRequest>]>([
    [{ url: 'https://api.example/items?page=2' }],
    [{ origin: 'https://other.example' }],
    [{ partition: 'https://other.example' }],
    [{ method: 'DELETE' }],
    [{ method: 'put' }],
    [{ unsafeNames: ['x-a'] }],
  ])('does nothing for a request with %j', (changes) => {
    for (const profile of Object.values(ENGINES)) {
      const cache = filled(put, { methods: 'PUT' }, profile);
      expect(matchingEntries(cache, { ...put, ...changes }, 1, profile)).toBeNull();
    }
  });

  it.each<{
    name: string;
    request: PreflightedRequest;
    answer: { methods?: string; headers?: string };
    expected: readonly ('chromium' | 'firefox' | 'webkit')[];
  }>([
    { name: '`*` for methods', request: put, answer: { methods: '*' }, expected: ['chromium', 'webkit'] },
    {
      name: '`*` for headers',
      request: asking('GET', ['x-a']),
      answer: { headers: '*' },
      expected: ['chromium', 'webkit'],
    },
    {
      name: '`*` for Authorization',
      request: asking('GET', ['authorization']),
      answer: { headers: '*' },
      expected: ['webkit'],
    },
    {
      name: '`*` with credentials',
      request: asking('PUT', [], { credentials: 'include' }),
      answer: { methods: '*' },
      expected: [],
    },
    {
      name: 'names beside `*`',
      request: asking('PUT', ['authorization']),
      answer: { methods: '*, PUT', headers: '*, Authorization' },
      expected: ['chromium', 'firefox', 'webkit'],
    },
    {
      name: 'HEAD, which isn’t listed',
      request: asking('HEAD', ['x-a']),
      answer: { headers: 'X-A' },
      expected: ['chromium', 'webkit'],
    },
    {
      name: 'an upload listener, no lists',
      request: asking('POST'),
      answer: {},
      expected: ['chromium', 'firefox', 'webkit'],
    },
  ])('$name serves the next such request in $expected', ({ request, answer, expected }) => {
    const serves = Object.values(ENGINES).filter((profile) => {
      const cache = filled(request, answer, profile);
      return matchingEntries(cache, request, 1, profile) !== null;
    });
    expect(serves.map(({ engine }) => engine)).toEqual(expected);
  });

  it.each<[credentials: PreflightCacheKey['credentials'], other: PreflightCacheKey['credentials'], string[]]>(
    [
      ['include', 'not-include', ['chromium', 'webkit']],
      ['not-include', 'include', []],
      ['unknown', 'include', ['chromium', 'firefox', 'webkit']],
      ['include', 'unknown', ['chromium', 'firefox', 'webkit']],
    ],
  )('with credentials %s serves a request with %s in %j', (credentials, other, expected) => {
    const serves = Object.values(ENGINES).filter((profile) => {
      const cache = filled(asking('PUT', [], { credentials }), { methods: 'PUT' }, profile);
      return matchingEntries(cache, asking('PUT', [], { credentials: other }), 1, profile) !== null;
    });
    expect(serves.map(({ engine }) => engine)).toEqual(expected);
  });

  it('isn’t kept for a URL that is too long', () => {
    const long = (length: number) => asking('PUT', [], { url: 'https://api.example/'.padEnd(length, 'x') });
    const isKept = (length: number, profile: EngineProfile) =>
      filled(long(length), { methods: 'PUT' }, profile).length > 0;
    expect([isKept(1023, CHROMIUM), isKept(1024, CHROMIUM), isKept(1024, FIREFOX)]).toEqual([
      true,
      false,
      true,
    ]);
  });

  it('takes the place of the one before, or adds to it', () => {
    const both = asking('GET', ['x-a', 'x-b']);
    const after = (profile: EngineProfile) =>
      filled(
        asking('GET', ['x-b']),
        { headers: 'x-b' },
        profile,
        filled(asking('GET', ['x-a']), { headers: 'x-a' }, profile),
      );
    expect(matchingEntries(after(CHROMIUM), both, 1, CHROMIUM)).toBeNull();
    const entries = matchingEntries(after(FIREFOX), both, 1, FIREFOX);
    expect(entries?.map(({ filledBy }) => filledBy)).toEqual(['GET x-a', 'GET x-b']);
  });

  it('that isn’t kept leaves the one before as it was', () => {
    const cache = filled(put, { methods: 'PUT' }, FIREFOX);
    expect(filled(asking('PUT', ['x-a']), { methods: 'PUT', maxAge: ['0'] }, FIREFOX, cache)).toBe(cache);
  });
});

describe('what was kept for a URL', () => {
  const put = asking('PUT');
  const other = asking('PUT', [], { url: 'https://api.example/other' });

  it.each([
    { event: 'a request that it doesn’t cover', after: afterMiss, dropsIn: ['chromium', 'webkit'] },
    { event: 'a failure', after: afterFailure, dropsIn: ['firefox'] },
  ])('is dropped by $event in $dropsIn, and nothing else is', ({ after, dropsIn }) => {
    for (const profile of Object.values(ENGINES)) {
      const cache = filled(other, { methods: 'PUT' }, profile, filled(put, { methods: 'PUT' }, profile));
      const left = after(cache, { ...put, credentials: 'include' }, profile);
      expect(matchingEntries(left, other, 1, profile)).not.toBeNull();
      expect(matchingEntries(left, put, 1, profile) === null).toBe(dropsIn.includes(profile.engine));
    }
  });
});

describe('any cache', () => {
  const engine = fc.constantFrom(...Object.values(ENGINES));
  const name = fc.constantFrom('x-a', 'x-b', 'authorization');
  const request = fc.record({
    partition: fc.constant(KEY.partition),
    origin: fc.constant(KEY.origin),
    url: fc.constantFrom('https://api.example/1', 'https://api.example/2'),
    credentials: fc.constantFrom('include', 'not-include', 'unknown'),
    method: fc.constantFrom('GET', 'HEAD', 'POST', 'PUT', 'DELETE'),
    unsafeNames: fc.uniqueArray(name),
  });
  const answer = fc.record({
    methods: fc.constantFrom('', '*', 'PUT', 'PUT, DELETE'),
    headers: fc.constantFrom('', '*', 'X-A', 'x-a, x-b, authorization'),
    maxAge: fc.constantFrom<string[][]>([], ['600'], ['1'], ['0'], ['x']),
  });
  const filledCache = fc.record({
    engine,
    preflights: fc.array(fc.tuple(request, answer), { maxLength: 6 }),
  });

  function play(
    preflights: readonly [PreflightedRequest, Parameters<typeof filled>[1]][],
    profile: EngineProfile,
  ) {
    return preflights.reduce<PreflightCache<string>>(
      (cache, [each, given]) => filled(each, given, profile, afterMiss(cache, each, profile)),
      [],
    );
  }

  it('holds an answer that lists everything, right after it came', () => {
    fc.assert(
      fc.property(filledCache, request, ({ engine: profile, preflights }, each) => {
        const all = { methods: 'GET, HEAD, POST, PUT, DELETE', headers: 'x-a, x-b, authorization' };
        const cache = filled(each, all, profile, play(preflights, profile));
        expect(matchingEntries(cache, each, 1, profile)).not.toBeNull();
      }),
    );
  });

  it('holds no method and no header of one key twice', () => {
    fc.assert(
      fc.property(filledCache, ({ engine: profile, preflights }) => {
        const keys = play(preflights, profile).map(({ url, credentials, method, headerName }) =>
          JSON.stringify([url, credentials, method, headerName]),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('serves nothing once all has expired', () => {
    fc.assert(
      fc.property(filledCache, request, ({ engine: profile, preflights }, each) => {
        const end = profile.preflightCache.cap * 1000;
        expect(matchingEntries(play(preflights, profile), each, end, profile)).toBeNull();
      }),
    );
  });

  it('serves no request that needs more than one that it doesn’t serve', () => {
    fc.assert(
      fc.property(filledCache, request, name, ({ engine: profile, preflights }, each, more) => {
        const cache = play(preflights, profile);
        const needsMore = { ...each, unsafeNames: [...new Set([...each.unsafeNames, more])] };
        // Without a header, the request is taken for one with an upload listener, which asks for its method.
        fc.pre(each.unsafeNames.length > 0);
        if (matchingEntries(cache, needsMore, 1, profile) !== null) {
          expect(matchingEntries(cache, each, 1, profile)).not.toBeNull();
        }
      }),
    );
  });
});
