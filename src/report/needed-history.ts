import type { Exchange } from '../model/exchange.ts';
import type { History } from '../rules/history.ts';
import { diagnose } from '../rules/index.ts';
import { historyOf } from './diagnostic-history.ts';

/** How often an exchange is diagnosed at most to find out what its diagnosis needs. */
const MOST_DIAGNOSES = 20;

export interface NeededHistoryInput {
  /** What it is diagnosed with where it was recorded. */
  readonly full: History;
  /** What it would be diagnosed with if the report named nothing: the report's other exchanges. */
  readonly own: History;
  /** Whether an exchange is in the report anyway, and so costs nothing. */
  readonly isInReport: (exchange: Exchange) => boolean;
}

/**
 * The exchanges without which an exchange would get another diagnosis, oldest first; null if it gets the same with the
 * report's others alone. As few as a bounded search finds: parts of what was looked at are left out, in halves at first,
 * as long as every byte of the diagnosis stays. In steps, each as quick as one diagnosis.
 */
export function* neededHistory(
  exchange: Exchange,
  { full, own, isInReport }: NeededHistoryInput,
): Generator<void, readonly Exchange[] | null> {
  const asked = new Set<string>();
  const listening: History = {
    ofTarget: (origin) => {
      asked.add(origin);
      return full.ofTarget(origin);
    },
  };
  const wanted = JSON.stringify(diagnose(exchange, listening));
  if ([...asked].every((origin) => areSame(full.ofTarget(origin), own.ofTarget(origin)))) return null;
  yield;
  if (JSON.stringify(diagnose(exchange, own)) === wanted) return null;

  const seen = [...asked].flatMap((origin) => full.ofTarget(origin));
  let left = MOST_DIAGNOSES - 2;
  const withThese = (chosen: ReadonlySet<Exchange>): readonly Exchange[] =>
    seen.filter((other) => chosen.has(other) || isInReport(other));
  const isEnough = (chosen: readonly Exchange[]): boolean => {
    left -= 1;
    return JSON.stringify(diagnose(exchange, historyOf(withThese(new Set(chosen))))) === wanted;
  };

  let kept: readonly Exchange[] = seen.filter((other) => !isInReport(other));
  // What most causes look at: the same URL. It spares most of the search.
  const sameUrl = kept.filter((other) => sharesUrl(other, exchange));
  yield;
  if (sameUrl.length < kept.length && isEnough(sameUrl)) kept = sameUrl;
  for (let size = kept.length; size > 0 && left > 0; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let start = 0; start < kept.length && left > 0; ) {
      const without = [...kept.slice(0, start), ...kept.slice(start + size)];
      yield;
      if (isEnough(without)) kept = without;
      else start += size;
    }
  }
  return withThese(new Set(kept));
}

function areSame(some: readonly Exchange[], others: readonly Exchange[]): boolean {
  return some.length === others.length && some.every((exchange, index) => exchange === others[index]);
}

function sharesUrl(one: Exchange, other: Exchange): boolean {
  return one.hops.some(({ url }) => other.hops.some((hop) => hop.url === url));
}
