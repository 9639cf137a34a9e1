import { computed, type ReadonlySignal } from '@preact/signals';
import { policyFromTraffic } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import type { Advice } from '../../rules/advice/advice.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import {
  type ApisVM,
  type ApiTraffic,
  type ApiVM,
  type DiagnosedExchange,
  toApi,
} from '../view-models/apis.ts';

/** Of one server, the newest: as many as advice is told from. */
const MOST_EXCHANGES = 1_000;

/** From where it is known what was seen. */
export interface ApiSources {
  /** The exchanges by the origins that they went to, each oldest first; anew whenever more is known of them. */
  readonly groups: ReadonlySignal<ReadonlyMap<string, readonly Exchange[]>>;
  /** Undefined as long as it is on its way. */
  readonly known: (exchange: Exchange) => Diagnosis | undefined;
  readonly advice: ReadonlySignal<readonly Advice[]>;
}

/**
 * What was seen of each server. It is worked out when somebody looks, and then anew only for servers of which there is
 * news.
 */
export function createApis({ groups, known, advice }: ApiSources): ReadonlySignal<ApisVM> {
  let before: ReadonlyMap<string, ApiTraffic> = new Map();
  const traffic = computed(() => {
    const now = [...groups.value].flatMap(([target, group]): [string, ApiTraffic][] => {
      if (target === OPAQUE_ORIGIN) return [];
      const exchanges = group.slice(-MOST_EXCHANGES).flatMap((exchange): DiagnosedExchange[] => {
        const diagnosis = known(exchange);
        return diagnosis === undefined ? [] : [{ exchange, diagnosis }];
      });
      return exchanges.length === 0 ? [] : [[target, trafficOf(target, exchanges, before.get(target))]];
    });
    before = new Map(now);
    return before;
  });
  const drawn = new WeakMap<ApiTraffic, { readonly advice: readonly Advice[]; readonly api: ApiVM }>();
  const draw = (each: ApiTraffic): ApiVM => {
    const as = drawn.get(each);
    if (as?.advice === advice.value) return as.api;
    const api = toApi(each, advice.value);
    drawn.set(each, { advice: advice.value, api });
    return api;
  };
  return computed(() => {
    const apis = [...traffic.value.values()].map(draw);
    return { apis: apis.toSorted((a, b) => Number(b.hasFailures) - Number(a.hasFailures)) };
  });
}

function trafficOf(
  target: string,
  exchanges: readonly DiagnosedExchange[],
  before: ApiTraffic | undefined,
): ApiTraffic {
  if (before !== undefined && isSame(before.exchanges, exchanges)) return before;
  const evaluated = exchanges.map(({ exchange, diagnosis }) => ({
    exchange,
    evaluation: diagnosis.evaluation,
  }));
  return { target, exchanges, policy: policyFromTraffic(evaluated, target) };
}

function isSame(some: readonly DiagnosedExchange[], others: readonly DiagnosedExchange[]): boolean {
  return (
    some.length === others.length &&
    some.every(({ exchange, diagnosis }, index) => {
      const other = others[index];
      return exchange === other?.exchange && diagnosis === other.diagnosis;
    })
  );
}
