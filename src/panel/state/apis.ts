import { computed, type ReadonlySignal } from '@preact/signals';
import type { TrafficPolicy } from '../../fixes/index.ts';
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
import { createApiTraffic } from './api-traffic.ts';
import { subjectOfApi } from './configuration-subjects.ts';
import type { Configurations } from './configurations.ts';
import type { Later } from './pace.ts';

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
  /** What a server has to allow, by its origin; null if nothing was seen of it, or as long as it is worked out. */
  policyOf(target: string): TrafficPolicy | null;
}

/**
 * What was seen of each server. It is worked out when somebody looks, and then anew only for servers of which there is
 * news.
 */
export function createApis({ groups, known, advice, configurations }: ApiSources, later: Later): Apis {
  const traffic = createApiTraffic(later);

  function trafficOf(target: string, group: readonly Exchange[]): ApiTraffic | null {
    const exchanges = group.slice(-MOST_EXCHANGES).flatMap((exchange): DiagnosedExchange[] => {
      const diagnosis = known(exchange);
      return diagnosis === undefined ? [] : [{ exchange, diagnosis }];
    });
    // Of what was cleared, nothing is kept.
    traffic.keepOnly(groups.value);
    return target === OPAQUE_ORIGIN || exchanges.length === 0 ? null : traffic.of(target, exchanges);
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
      const seen = trafficOf(target, group);
      if (seen === null) return [];
      return [{ ...draw(seen), configuration: configurations.view(subjectOfApi(seen)) }];
    });
    return { apis: apis.toSorted((a, b) => Number(b.hasFailures) - Number(a.hasFailures)) };
  });
  return {
    view,
    policyOf: (target) => trafficOf(target, groups.value.get(target) ?? [])?.policy ?? null,
  };
}
