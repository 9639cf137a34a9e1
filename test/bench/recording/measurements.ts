import { median } from '../measure.ts';
import type { VariantId } from './variants.ts';

/** Milliseconds in the page, and CPU seconds (null where they can't be told). */
export interface Sample {
  readonly wall: number;
  /** Of all the browser's processes. */
  readonly processor: number | null;
  /** Of those of extensions. */
  readonly extension: number | null;
}

export type Measure = keyof Sample;

/** What was measured of one workload. */
export class Measurements {
  readonly #samples = new Map<VariantId, Sample[]>();

  add(variant: VariantId, sample: Sample): void {
    const samples = this.#samples.get(variant) ?? [];
    samples.push(sample);
    this.#samples.set(variant, samples);
  }

  /** The median of all rounds; null if there is none. */
  median(variant: VariantId, measure: Measure): number | null {
    const values = (this.#samples.get(variant) ?? []).flatMap((sample) => sample[measure] ?? []);
    return values.length === 0 ? null : median(values);
  }

  /** How many times as much as the other; null if one of them wasn't measured. */
  ratio(variant: VariantId, to: VariantId, measure: Measure): number | null {
    const [one, other] = [this.median(variant, measure), this.median(to, measure)];
    return one === null || other === null ? null : one / other;
  }

  /**
   * How far apart two medians of the very same thing were, as a factor of 1 or more: a smaller difference between
   * others means nothing.
   */
  control(measure: Measure): number | null {
    const ratio = this.ratio('control', 'none', measure);
    return ratio === null ? null : Math.max(ratio, 1 / ratio);
  }
}
