import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

// What is tested is what comes of the browser's answer; outside an extension its API can't be loaded.
vi.mock('../../../src/platform/browser.ts', () => ({ browser: {} }));
const { INSPECTED_PAGE_EXPRESSION, parseInspectedPage } = await import(
  '../../../src/platform/inspected-page.ts'
);

const ANSWER = {
  origin: 'https://shop.example',
  forbidden: ['https://forbidden.example'],
  asked: [{ origin: 'https://api.example', ago: 400 }],
};
const PAGE = {
  kind: 'page',
  origin: 'https://shop.example',
  forbidden: ['https://forbidden.example'],
  asked: [{ origin: 'https://api.example', at: 9_600 }],
};

describe('parseInspectedPage', () => {
  it.each([
    { name: 'the value itself', answer: ANSWER, page: PAGE },
    { name: 'value and problem', answer: [ANSWER, null], page: PAGE },
    {
      name: 'an opaque origin',
      answer: { origin: 'null', forbidden: [], asked: [] },
      page: { ...PAGE, origin: 'null', forbidden: [], asked: [] },
    },
    {
      name: 'the refusal of the browser',
      answer: [null, { isError: true, code: 'E_PROTOCOLERROR' }],
      page: { kind: 'refused' },
    },
    {
      name: 'only what is an http(s) origin',
      answer: {
        ...ANSWER,
        forbidden: ['null', 'wss://forbidden.example', ...ANSWER.forbidden, 'https://a.example/path'],
        asked: [...ANSWER.asked, { origin: 'null', ago: 1 }, { origin: 'https://a.example/path', ago: 1 }],
      },
      page: PAGE,
    },
  ])('reads $name', ({ answer, page }) => {
    expect(parseInspectedPage(answer, 10_000)).toEqual(page);
  });

  it.each([
    { name: 'nothing', answer: undefined },
    { name: 'an exception of the page', answer: [undefined, { isException: true, value: 'TypeError' }] },
    { name: 'an origin that is none', answer: { ...ANSWER, origin: 'https://shop.example/path' } },
    {
      name: 'a time that is none',
      answer: { ...ANSWER, asked: [{ origin: 'https://a.example', ago: Number.NaN }] },
    },
    { name: 'no list of what is forbidden', answer: { ...ANSWER, forbidden: 'https://a.example' } },
    { name: 'far more than was asked for', answer: { ...ANSWER, asked: Array(101).fill(ANSWER.asked[0]) } },
  ])('refuses $name', ({ answer }) => {
    expect(parseInspectedPage(answer, 10_000)).toBeNull();
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (answer) => void parseInspectedPage(answer, 0)));
  });
});

describe('INSPECTED_PAGE_EXPRESSION', () => {
  const asked = (change: object, more: object = {}) => {
    const entry = {
      name: 'https://api.example/users',
      initiatorType: 'fetch',
      workerStart: 0,
      startTime: 4_600,
      responseEnd: 4_700,
      ...change,
    };
    const page = {
      URL,
      location: { origin: 'https://shop.example' },
      performance: { now: () => 5_000 + 1_000, getEntriesByType: () => [entry] },
      ...more,
    };
    // As DevTools hands it over: plain data, not the page's own objects.
    const answer: unknown = JSON.parse(JSON.stringify(runInNewContext(INSPECTED_PAGE_EXPRESSION, page)));
    return parseInspectedPage(answer, 10_000);
  };

  it('gives, in a page, what is parsed here', () => {
    expect(asked({})).toEqual({
      ...PAGE,
      forbidden: [],
      asked: [{ origin: 'https://api.example', at: 8_600 }],
    });
  });

  it('gives what the policy forbids scripts to ask, and nothing else that was reported', () => {
    const told = { disposition: 'enforce', effectiveDirective: 'connect-src' };
    const bodies = [
      { ...told, blockedURL: 'https://forbidden.example/users?key=1' },
      { ...told, blockedURL: 'https://forbidden.example/orders' },
      { ...told, blockedURL: 'inline' },
      { ...told, disposition: 'report', blockedURL: 'https://only-reported.example/' },
      { ...told, effectiveDirective: 'img-src', blockedURL: 'https://images.example/' },
    ];
    let isWatching = false;
    class ReportingObserver {
      observe = () => {
        isWatching = true;
      };
      disconnect = () => {
        isWatching = false;
      };
      takeRecords = () => (isWatching ? bodies.map((body) => ({ body })) : []);
    }
    expect(asked({}, { ReportingObserver })).toMatchObject({ forbidden: ['https://forbidden.example'] });
    expect(isWatching).toBe(false);
  });

  it.each([
    { name: 'an image, which may come from memory', change: { initiatorType: 'img' } },
    { name: 'what a service worker answered', change: { workerStart: 4_610 } },
    { name: 'what ended this very moment', change: { responseEnd: 5_500 } },
  ])('leaves out $name', ({ change }) => {
    expect(asked(change)).toEqual({ ...PAGE, forbidden: [], asked: [] });
  });
});
