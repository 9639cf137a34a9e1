import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundHeaders } from '../../../src/model/bound-headers.ts';
import type { Header, HeaderList } from '../../../src/model/header-list.ts';
import { MAX_HEADER_LINES, MAX_HEADERS_LENGTH } from '../../../src/model/limits.ts';

const many = (count: number, length: number): HeaderList =>
  Array.from({ length: count }, (_, n): Header => [`X-${n}`, 'v'.repeat(length)]);

describe('the lines of a message', () => {
  it('are all kept if they are within the limits', () => {
    const headers = many(MAX_HEADER_LINES, 10);
    expect(boundHeaders(headers)).toEqual({ headers });
  });

  it.each<[string, HeaderList]>([
    ['too many', many(20_000, 40)],
    ['too long together', many(500, 1_000)],
    ['both', many(5_000, 1_000)],
  ])('that decide are kept first where there are %s of them', (_, others) => {
    const deciding: HeaderList = [
      ['access-control-allow-origin', '*'],
      ['Vary', 'Origin'],
    ];
    const { headers, leftOut = 0 } = boundHeaders([...others, ...deciding]);
    expect(headers.slice(-2)).toEqual(deciding);
    expect(headers.length + leftOut).toBe(others.length + 2);
    expect(headers[0]).toEqual(others[0]);
  });

  it('are within the limits whatever comes, in their order, and those left out are counted', () => {
    const line = fc.tuple(
      fc.constantFrom('Origin', 'Access-Control-Allow-Origin', 'X-A', 'X-B'),
      fc.nat(40_000).map((length) => 'v'.repeat(length)),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (list) => {
        const { headers, leftOut = 0 } = boundHeaders(list);
        const length = headers.reduce((sum, [name, value]) => sum + name.length + value.length, 0);
        expect(length).toBeLessThanOrEqual(MAX_HEADERS_LENGTH);
        expect(headers.length + leftOut).toBe(list.length);
        expect(list.filter((each) => headers.includes(each))).toEqual(headers);
      }),
    );
  });
});
