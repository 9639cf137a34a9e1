import { describe, expect, it } from 'vitest';
import type { Advice } from '../../../../src/rules/advice/advice.ts';
import { ADVICE } from '../../../../src/rules/advice/index.ts';
import { adviseOn, renderMessage } from '../../../../src/rules/index.ts';
import { TABLES } from '../../../advice/all-cases.ts';
import { aTraffic } from '../../../advice/traffic-builder.ts';

describe('every piece of advice has its cases', () => {
  it('and every table its advice', () => {
    expect(TABLES.map(([id]) => id).sort()).toEqual(ADVICE.map(({ id }) => id).sort());
  });

  it.each(TABLES)(
    '%s: one in which it is given, a near miss, and one in which nobody can tell',
    (_id, cases) => {
      expect(cases.some(({ advice, unknown }) => advice !== null && unknown === undefined)).toBe(true);
      expect(cases.some(({ advice, unknown }) => advice === null && unknown === undefined)).toBe(true);
      expect(cases.some(({ unknown }) => unknown === true)).toBe(true);
    },
  );
});

describe.each(TABLES)('%s', (id, cases) => {
  it.each(cases.map((each) => [each.name, each] as const))('%s', (_name, { traffic, advice, unknown }) => {
    const given = adviseOn(aTraffic(traffic)).filter(({ rule }) => rule === id);
    if (unknown === true) for (const { confidence } of given) expect(confidence).not.toBe('certain');
    if (advice === null) {
      expect(given.map(said)).toEqual([]);
      return;
    }
    expect(given.map(said)).toHaveLength(1);
    const [only] = given;
    if (only === undefined) return;
    expect([only.severity, only.confidence]).toEqual([advice.severity, advice.confidence]);
    for (const words of advice.says ?? []) expect(renderMessage(only.headline)).toContain(words);
    for (const words of advice.evidence ?? []) expect(renderMessage(only.evidence)).toContain(words);
    expect(only.exchanges).toEqual(
      advice.exchanges ?? traffic.map((each, index) => each.id ?? `x${index + 1}`),
    );
    if (advice.actions !== undefined) expect(only.actions.map((action) => action.id)).toEqual(advice.actions);
    expect(only.cost).toEqual(advice.cost);
    expect(only.probes ?? []).toEqual(expect.arrayContaining([...(advice.probes ?? [])]));
  });
});

function said({ headline }: Advice): string {
  return renderMessage(headline);
}
