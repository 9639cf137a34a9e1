import { computed, type ReadonlySignal } from '@preact/signals';
import { policyFromTraffic, type TrafficPolicy } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import type { Advice } from '../../rules/advice/advice.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import {
  type ApisVM,
  type ApiTraffic,
  type ApiVM,
  type DiagnosedExchange,
  type SeenApiVM,
  toApi,
} from '../view-models/apis.ts';
import { subjectOfApi } from './configuration-subjects.ts';
import type { Configurations } from './configurations.ts';

/** Of one server, the newest: as many as advice is told from. */
const MOST_EXCHANGES = 1_000;

/** From where it is known what was seen. */
export interface ApiSources {
  /** The exchanges by the origins that they went to, each oldest first; anew whenever more is known of them. */
  readonly groups: ReadonlySignal<ReadonlyMap<string, readonly Exchange[]>>;
  /** Undefined as long as it is on its way. */
  readonly known: (exchange: Exchange) => Diagnosis | undefined;
  readonly advice: ReadonlySignal<readonly Advice[]>;
  readonly configurations: Pick<Configurations, 'view'>;
}

export interface Apis {
  readonly view: ReadonlySignal<ApisVM>;
  /** What was seen of a server, by its origin; undefined if nothing was. */
  trafficOf(target: string): TrafficPolicy | undefined;
}

/**
 * What was seen of each server. It is worked out when somebody looks, and then anew only for servers of which there is
 * news.
 */
export function createApis({ groups, known, advice, configurations }: ApiSources): Apis {
  const before = new Map<string, ApiTraffic>();

  function trafficOf(target: string, group: readonly Exchange[]): ApiTraffic | null {
    const exchanges = group.slice(-MOST_EXCHANGES).flatMap((exchange): DiagnosedExchange[] => {
      const diagnosis = known(exchange);
      return diagnosis === undefined ? [] : [{ exchange, diagnosis }];
    });
    // Of what was cleared, nothing is kept.
    for (const each of before.keys()) if (!groups.value.has(each)) before.delete(each);
    if (target === OPAQUE_ORIGIN || exchanges.length === 0) return null;
    const traffic = newTraffic(target, exchanges, before.get(target));
    before.set(target, traffic);
    return traffic;
  }

  const drawn = new WeakMap<ApiTraffic, { readonly advice: readonly Advice[]; readonly api: SeenApiVM }>();
  const draw = (each: ApiTraffic): SeenApiVM => {
    const as = drawn.get(each);
    if (as?.advice === advice.value) return as.api;
    const api = toApi(each, advice.value);
    drawn.set(each, { advice: advice.value, api });
    return api;
  };
  const view = computed(() => {
    const apis = [...groups.value].flatMap(([target, group]): ApiVM[] => {
      const traffic = trafficOf(target, group);
      if (traffic === null) return [];
      return [{ ...draw(traffic), configuration: configurations.view(subjectOfApi(traffic)) }];
    });
    return { apis: apis.toSorted((a, b) => Number(b.hasFailures) - Number(a.hasFailures)) };
  });
  return {
    view,
    trafficOf: (target) => trafficOf(target, groups.value.get(target) ?? [])?.policy,
  };
}

function newTraffic(
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
