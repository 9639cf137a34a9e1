import { describe, expect, it } from 'vitest';
import type { Exchange, Hop } from '../../../src/model/exchange.ts';
import type { Case } from '../../completeness/case.ts';
import { differences, type Recorded } from '../../completeness/compare.ts';
import type { Logged } from '../../completeness/server.ts';

const PAGE = 'http://page.localhost/page';
const URLS = ['http://api.localhost/c/x/0', 'http://other.localhost/c/x/1'] as const;

const PLAYED: Case = {
  id: 'x',
  title: 'x',
  kind: 'fetch',
  from: 'page',
  answers: [{ status: 307 }, { at: 'other' }],
  outcome: 'read',
};

function logged(hop: 0 | 1, more: Partial<Logged> = {}): Logged {
  const location = hop === 0 ? URLS[1] : null;
  return {
    case: 'x',
    hop,
    url: URLS[hop],
    method: 'PUT',
    origin: 'http://page.localhost',
    asks: null,
    status: hop === 0 ? 307 : 200,
    location,
    ...more,
  };
}

function asked(hop: 0 | 1): Logged {
  return logged(hop, {
    method: 'OPTIONS',
    asks: { method: 'PUT', headers: 'x-asked' },
    status: 204,
    location: null,
  });
}

function hopOf(url: string, status: number): Hop {
  const answer = { headers: [], lines: 'apart', receivedAt: 1 } as const;
  return {
    url,
    method: 'PUT',
    startedAt: 1,
    response: { ...answer, status },
    preflight: {
      request: { headers: [['Access-Control-Request-Headers', 'x-asked']] },
      response: { ...answer, status: 204 },
      startedAt: 1,
      pairing: { confidence: 'certain', candidates: 1 },
    },
  };
}

const FIRST = hopOf(URLS[0], 307);
const SECOND = hopOf(URLS[1], 200);

function recorded(more: Partial<Exchange> = {}): Recorded {
  return {
    verdict: 'allowed',
    exchange: {
      id: '1',
      tabId: 1,
      frameId: 0,
      documentId: 'd',
      initiator: 'http://page.localhost',
      page: PAGE,
      type: 'xmlhttprequest',
      mode: { value: 'cors', evidence: 'sec-fetch-mode' },
      credentials: { value: 'unknown', reason: 'browser-does-not-tell' },
      hops: [FIRST, SECOND],
      outcome: { state: 'completed', at: 2 },
      startedAt: 1,
      observedIn: { engine: 'chromium', version: '1' },
      ...more,
    },
  };
}

const LOG = [asked(0), logged(0), asked(1), logged(1)];

function compared(
  all: readonly Recorded[],
  log: readonly Logged[] = LOG,
  played: Partial<Case> = {},
): readonly string[] {
  return differences({
    played: { ...PLAYED, ...played },
    engine: 'chromium',
    log,
    recorded: all,
    originOf: () => 'http://page.localhost',
    tabId: 1,
    page: PAGE,
  });
}

describe('the comparison of what servers received with what was recorded', () => {
  it('finds nothing where they agree', () => {
    expect(compared([recorded()])).toEqual([]);
  });

  const { preflight: _, ...unpaired } = SECOND;
  const ended = { state: 'closed', at: 2, reason: 'service-worker' } as const;
  const lost: readonly (readonly [string, readonly Recorded[], RegExp])[] = [
    ['a request that is missing', [], /1 of them, but 0 exchanges/],
    ['a request that is there twice', [recorded(), recorded()], /1 of them, but 2 exchanges/],
    ['a hop that is missing', [recorded({ hops: [FIRST] })], /the hops are/],
    ['a preflight that is missing', [recorded({ hops: [FIRST, unpaired] })], /hop 1: number of preflights/],
    ['another status', [recorded({ hops: [FIRST, hopOf(URLS[1], 204)] })], /hop 1: status: 200, not 204/],
    [
      'another method',
      [recorded({ hops: [FIRST, { ...SECOND, method: 'GET' }] })],
      /hop 1: method: PUT, not GET/,
    ],
    ['another tab', [recorded({ tabId: -1 })], /tab: 1, not -1/],
    ['another page', [recorded({ page: 'http://page.localhost/next' })], /page:/],
    ['no end', [recorded({ outcome: { state: 'pending' } })], /pending/],
    [
      'an end that the browser did not tell',
      [recorded({ outcome: { state: 'closed', at: 2, reason: 'timeout' } })],
      /end is concluded: false, not true/,
    ],
    ['another verdict', [{ ...recorded(), verdict: 'blocked' }], /verdict/],
    ['one that a service worker took over', [recorded(), recorded({ outcome: ended })], /taken over/],
  ];

  it.each(lost)('finds %s', (_what, all, difference) => {
    const found = compared(all);
    expect(found.length).toBeGreaterThan(0);
    expect(found[0]).toMatch(difference);
  });

  it('finds what never reached a server, and what is recorded though it should not be', () => {
    expect(compared([recorded()], [])).toEqual(['it never reached a server']);
    expect(compared([recorded()], LOG, { outcome: 'none' })[0]).toMatch(/recorded after all/);
    expect(compared([recorded()], LOG, { unseen: { chromium: 'no event' } })[0]).toMatch(
      /recorded after all/,
    );
    expect(compared([], LOG, { lacks: { chromium: 'no API' } })[0]).toMatch(/makes this request/);
    expect(compared([], LOG, { outcome: 'none', isSent: false })).toEqual(['it is sent after all']);
  });

  it('wants of a redirect to nowhere as much as the browser shows', () => {
    const log = [logged(0, { location: 'ftp://other.localhost/c/x/1', asks: null }), asked(0)];
    const [known] = [recorded({ hops: [FIRST] })];
    const preflightFirst = log.toReversed();
    expect(compared([known], preflightFirst, { hopsShown: { chromium: 1 } })).toEqual([]);
    expect(compared([known], preflightFirst)[0]).toMatch(/the hops are .* -> ftp:/);
  });

  it('wants a 304 as the stored response, and what no server knows of from the cache', () => {
    const get = { method: 'GET', location: null } as const;
    const log = [logged(1, { ...get, status: 304 })];
    const stored: Hop = {
      url: URLS[1],
      method: 'GET',
      startedAt: 1,
      response: { status: 200, headers: [], lines: 'apart', receivedAt: 1, fromCache: true },
    };
    expect(compared([recorded({ hops: [stored] })], log)).toEqual([]);
    expect(compared([recorded({ hops: [stored] })], [], { unlogged: 1 })).toEqual([]);
    const conditional = [asked(1), logged(1, { location: null, status: 304 })];
    const shown = hopOf(URLS[1], 304);
    expect(compared([recorded({ hops: [shown] })], conditional)).toEqual([]);
    expect(compared([recorded({ hops: [SECOND] })], [], { unlogged: 1 })).toEqual([
      'from the cache: true, not false',
    ]);
  });
});
