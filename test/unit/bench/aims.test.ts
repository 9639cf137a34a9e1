import { expect, it } from 'vitest';
import { judge } from '../../bench/recording/aims.ts';
import { Measurements } from '../../bench/recording/measurements.ts';
import type { VariantId } from '../../bench/recording/variants.ts';

/** What a run would have measured; the medians of several rounds. */
function measured(values: Partial<Record<VariantId, number>>): Measurements {
  const measurements = new Measurements();
  for (const [id, value] of Object.entries({ none: 100, control: 100, ...values })) {
    for (const wall of [value - 5, value + 50, value]) {
      measurements.add(id as VariantId, { wall, processor: null, extension: null });
    }
  }
  return measurements;
}

it.each<[string, Partial<Record<VariantId, number>>, string[]]>([
  ['in scope, at the aim', { idle: 200, ours: 220 }, ['met: recorded']],
  ['in scope, beyond it', { idle: 200, ours: 222 }, ['NOT MET: recorded']],
  ['in scope, beyond it by less than the control', { control: 120, idle: 200, ours: 260 }, ['within the']],
  ['the control counts in either direction', { control: 80, idle: 200, ours: 260 }, ['within the']],
  ['out of scope, no difference', { unmatched: 130, out: 130 }, ['met: not recorded']],
  ['out of scope, within the control', { control: 110, unmatched: 130, out: 140 }, ['within the']],
  ['out of scope, to be told', { control: 101, unmatched: 130, out: 140 }, ['NOT MET: not recorded']],
  [
    'on top of DevTools and of the recording, half of DevTools',
    { ours: 150, devtools: 200, 'devtools-panel': 300 },
    ['met: our panel'],
  ],
  [
    'on top of DevTools and of the recording, twice as much',
    { ours: 150, devtools: 200, 'devtools-panel': 450 },
    ['NOT MET: our panel'],
  ],
  [
    'the same against DevTools on their Network panel',
    { ours: 150, devtools: 120, 'devtools-network': 300, 'devtools-panel': 270 },
    ['NOT MET: our panel', 'met: our panel'],
  ],
  ['DevTools lost in the noise', { ours: 150, devtools: 99, 'devtools-panel': 450 }, []],
  ['nothing to judge', {}, []],
])('says whether an aim is met: %s', (_, values, expected) => {
  const verdicts = judge(measured(values), 'wall');
  expect(verdicts.map((verdict, at) => verdict.slice(0, expected[at]?.length))).toEqual(expected);
});

it('says nothing where nothing was told', () => {
  expect(judge(measured({ idle: 200, ours: 400 }), 'processor')).toEqual([]);
});
