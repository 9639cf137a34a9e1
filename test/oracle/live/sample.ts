import fc from 'fast-check';

/** Values of an arbitrary with what it takes to shrink them. */
export function sample<T>(arbitrary: fc.Arbitrary<T>, seed: number, count: number): readonly fc.Value<T>[] {
  return fc.sample(new Shrinkable(arbitrary), { seed, numRuns: count });
}

/** Draws the values that another arbitrary makes, as they come, instead of what is in them. */
class Shrinkable<T> extends fc.Arbitrary<fc.Value<T>> {
  readonly #inner: fc.Arbitrary<T>;

  constructor(inner: fc.Arbitrary<T>) {
    super();
    this.#inner = inner;
  }

  generate(random: fc.Random, biasFactor: number | undefined): fc.Value<fc.Value<T>> {
    return new fc.Value(this.#inner.generate(random, biasFactor), undefined);
  }

  canShrinkWithoutContext(value: unknown): value is fc.Value<T> {
    return value === this;
  }

  shrink(): fc.Stream<fc.Value<fc.Value<T>>> {
    return fc.Stream.nil();
  }
}
