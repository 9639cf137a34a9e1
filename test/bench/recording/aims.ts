import type { Measure, Measurements } from './measurements.ts';

/** A sentence on an aim, and whether it was met. */
export type Verdict = string;

/** In scope: what the recorder itself may add to its listeners when they do nothing. */
const RECORDER_AIM = 1.1;

/** What the numbers of one workload say about what they should be. */
export function judge(measurements: Measurements, measure: Measure): readonly Verdict[] {
  const control = measurements.control(measure);
  if (control === null) return [];
  return [
    recorder(measurements.ratio('ours', 'idle', measure), control),
    outOfScope(measurements.ratio('out', 'unmatched', measure), control),
    onTopOfDevTools(measurements, measure, control, 'devtools'),
    onTopOfDevTools(measurements, measure, control, 'devtools-network'),
  ].flatMap((verdict) => verdict ?? []);
}

function recorder(ratio: number | null, control: number): Verdict | null {
  if (ratio === null) return null;
  return `${told(ratio, RECORDER_AIM, control)} recorded, against our listeners doing nothing: ${ratio.toFixed(2)} (aim: 1.10)`;
}

function outOfScope(ratio: number | null, control: number): Verdict | null {
  if (ratio === null) return null;
  return `${told(ratio, 1, control)} not recorded, against listeners that match nothing: ${ratio.toFixed(2)} (aim: 1.00)`;
}

/**
 * What our panel in DevTools adds to DevTools and to the recording, which has an aim of its own, against what DevTools add
 * to nothing: with a panel that takes no notice of requests, and with their Network panel, which lists them as ours does.
 * No verdict where DevTools' own cost is lost in the noise.
 */
function onTopOfDevTools(
  measurements: Measurements,
  measure: Measure,
  control: number,
  shown: 'devtools' | 'devtools-network',
): Verdict | null {
  const [none, ours, devtools, theirs, panel] = (
    ['none', 'ours', 'devtools', shown, 'devtools-panel'] as const
  ).map((variant) => measurements.median(variant, measure));
  if (none == null || ours == null || devtools == null || theirs == null || panel == null) return null;
  const own = theirs - none;
  if (own <= 0) return null;
  const withRecording = devtools + (ours - none);
  const share = ((panel - withRecording) / own).toFixed(2);
  return `${told(panel / (withRecording + own), 1, control)} our panel in DevTools adds ${share} of what DevTools add themselves${ON[shown]} (aim: below 1)`;
}

const ON = { devtools: '', 'devtools-network': ' on their Network panel' } as const;

/** A difference that the same thing twice has shown, too, means nothing. */
function told(ratio: number, aim: number, control: number): string {
  if (ratio <= aim) return 'met:';
  return ratio <= aim * control ? 'within the control:' : 'NOT MET:';
}
