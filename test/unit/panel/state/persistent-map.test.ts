import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PersistentMap } from '../../../../src/panel/state/persistent-map.ts';

/** Few keys, so that they meet, and two that share a bucket. */
const keys = fc.constantFrom('a', 'b', 'c', 'request-1', 'request-2', 'Aa', 'BB');
const steps = fc.array(
  fc.record({
    set: fc.array(fc.tuple(keys, fc.nat(3)), { maxLength: 4 }),
    gone: fc.array(keys, { maxLength: 3 }),
  }),
  { maxLength: 8 },
);

function plainly(
  map: ReadonlyMap<string, number>,
  { set, gone }: { set: [string, number][]; gone: string[] },
) {
  const next = new Map(map);
  for (const key of gone) next.delete(key);
  for (const [key, value] of set) next.set(key, value);
  return next;
}

describe('PersistentMap', () => {
  it('holds what a Map would hold, and no version changes', () => {
    fc.assert(
      fc.property(steps, (changes) => {
        let plain: ReadonlyMap<string, number> = new Map();
        let map = PersistentMap.empty<number>();
        const versions: [PersistentMap<number>, ReadonlyMap<string, number>][] = [];
        for (const change of changes) {
          plain = plainly(plain, change);
          map = map.with(change.set, change.gone);
          versions.push([map, plain]);
        }
        for (const [version, expected] of versions) {
          expect(version.size).toBe(expected.size);
          expect(new Set(version.keys())).toEqual(new Set(expected.keys()));
          for (const [key, value] of expected) expect(version.get(key)).toBe(value);
          expect(version.has('nobody')).toBe(false);
        }
      }),
    );
  });

  it('tells which keys have changed since', () => {
    fc.assert(
      fc.property(steps, steps, (changes, more) => {
        const from = changes.reduce(
          (map, { set, gone }) => map.with(set, gone),
          PersistentMap.empty<number>(),
        );
        const to = more.reduce((map, { set, gone }) => map.with(set, gone), from);
        const all = new Set([...from.keys(), ...to.keys()]);
        expect(new Set(to.changedSince(from))).toEqual(
          new Set([...all].filter((key) => from.get(key) !== to.get(key))),
        );
      }),
    );
  });

  it('is the same object where nothing changes', () => {
    const map = PersistentMap.empty<number>().with([['a', 1]]);
    expect(map.with([])).toBe(map);
  });
});
