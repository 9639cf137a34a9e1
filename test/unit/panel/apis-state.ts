import { type ReadonlySignal, signal } from '@preact/signals';
import type { Exchange } from '../../../src/model/exchange.ts';
import { groupBy } from '../../../src/panel/group-by.ts';
import { createApis } from '../../../src/panel/state/apis.ts';
import { createConfigurations } from '../../../src/panel/state/configurations.ts';
import type { ApisVM } from '../../../src/panel/view-models/apis.ts';
import type { Advice } from '../../../src/rules/advice/advice.ts';
import { diagnose } from '../../../src/rules/index.ts';
import { targetOf } from '../../../src/rules/index-history.ts';

/** What a panel shows of the servers of these exchanges, all of which are diagnosed. */
export function apisState(
  recorded: readonly Exchange[],
  advice: readonly Advice[] = [],
): ReadonlySignal<ApisVM> {
  const sources = {
    groups: signal(groupBy(recorded, targetOf)),
    known: (exchange: Exchange) => diagnose(exchange),
    advice: signal(advice),
    configurations: createConfigurations({}),
  };
  return createApis(sources, setTimeout).view;
}
