import { describe, expect, it } from 'vitest';
import { maskValue } from '../../../../src/model/mask-marker.ts';
import { LAYERS } from '../../../../src/rules/responder/platform.ts';
import { PLATFORMS } from '../../../../src/rules/responder/platforms.ts';

const MASKED = ['12345', 'Bearer abc', 'Basic YTpi', 'Key abc', 'DPoP B15(4,200,0)'].map(maskValue);

describe('the table of platforms', () => {
  it('has each id once, the layers nearest to the browser first', () => {
    const ids = PLATFORMS.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const layers = PLATFORMS.map(({ layer }) => LAYERS.indexOf(layer));
    expect(layers).toEqual(layers.toSorted((a, b) => a - b));
  });

  it.each(PLATFORMS.map((platform) => [platform.id, platform] as const))(
    '%s can be looked up',
    (id, platform) => {
      expect(id).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
      expect(platform.name).not.toMatch(/['`{}]|^\s|\s$|^$/);
      expect(new URL(platform.source).protocol).toBe('https:');
      expect(platform.marks.length).toBeGreaterThan(0);
      for (const { statuses, confidence } of platform.made) {
        if (confidence === 'likely')
          expect([200, 204, 304, 308].map((status) => statuses?.(status))).toEqual(Array(4).fill(false));
      }
      for (const sign of [...platform.marks, ...platform.made.map((made) => made.sign)]) {
        expect(sign[0].absent).toBe(false);
        for (const mark of sign) {
          expect(mark.header).toBe(mark.header.toLowerCase());
          // What stands in the place of a secret says nothing of who sent it.
          expect(MASKED.some((masked) => mark.value?.test(masked) ?? false)).toBe(false);
          // A global pattern would remember where it stopped, and an empty value is no mark.
          expect(mark.value?.global ?? false).toBe(false);
          expect(mark.value?.test('') ?? false).toBe(false);
        }
      }
    },
  );
});
