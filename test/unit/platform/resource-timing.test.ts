import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseResourceTimings, RESOURCE_TIMING_EXPRESSION } from '../../../src/platform/resource-timing.ts';

const ENTRY = { name: 'https://api.example.com/', startTime: 100, responseEnd: 150, responseStatus: 200 };
const ANSWER = { clock: 10_000, elapsed: 1_000, entries: [ENTRY] };
const TIMINGS = [{ url: 'https://api.example.com/', startedAt: 9_100, endedAt: 9_150, status: 200 }];

describe('parseResourceTimings', () => {
  it.each([
    { name: 'the value itself', answer: ANSWER },
    { name: 'value and exception', answer: [ANSWER, null] },
    { name: 'value alone in a list', answer: [ANSWER] },
  ])('reads $name', ({ answer }) => {
    expect(parseResourceTimings(answer)).toEqual(TIMINGS);
  });

  it.each([
    { name: 'nothing, outside DevTools', answer: undefined },
    { name: 'an exception', answer: [undefined, { isException: true, value: 'TypeError' }] },
    { name: 'another value', answer: ['hello'] },
    { name: 'a clock that is none', answer: { ...ANSWER, clock: Number.NaN } },
    { name: 'an entry without status', answer: { ...ANSWER, entries: [{ ...ENTRY, responseStatus: null }] } },
    { name: 'a name that is none', answer: { ...ANSWER, entries: [{ ...ENTRY, name: { length: 3 } }] } },
    { name: 'far more than was asked for', answer: { ...ANSWER, entries: Array(5_001).fill(ENTRY) } },
  ])('refuses $name', ({ answer }) => {
    expect(parseResourceTimings(answer)).toBeNull();
  });

  it('keeps neither secrets nor fragments of the URLs', () => {
    const name = 'https://api.example.com/?token=0123456789abcdef0123#part';
    const [timing] = parseResourceTimings({ ...ANSWER, entries: [{ ...ENTRY, name }] }) ?? [];
    expect(timing?.url).toBe('https://api.example.com/?token=masked-20');
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.anything(), (answer) => void parseResourceTimings(answer)));
  });
});

describe('RESOURCE_TIMING_EXPRESSION', () => {
  it('gives, in a page, what is parsed here', () => {
    const page = {
      Date: { now: () => 10_000 },
      performance: { now: () => 1_000, getEntriesByType: () => [{ ...ENTRY, initiatorType: 'fetch' }] },
    };
    // As DevTools hands it over: plain data, not the page's own objects.
    const answer: unknown = JSON.parse(JSON.stringify(runInNewContext(RESOURCE_TIMING_EXPRESSION, page)));
    expect(parseResourceTimings(answer)).toEqual(TIMINGS);
  });
});
