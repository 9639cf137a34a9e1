import { applyPolicy, type Policy, policyFromTraffic, type TrafficPolicy } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import { originOf } from '../../model/origin.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { platformOrder } from '../../rules/responder/configuration-order.ts';
import { topicsOf } from '../../rules/responder/platform-hint-table.ts';
import type { ApiTraffic } from '../view-models/apis.ts';
import type { ConfigurationSubject } from '../view-models/configuration.ts';

/** From where it is known what servers have to allow. */
export interface SubjectSources {
  /** What a server has to allow for all that was seen of it; null if nothing was, or as long as it is worked out. */
  readonly policyOf: (target: string) => TrafficPolicy | null;
  /** With what is known of the other exchanges around `recorded`. */
  readonly diagnose: (exchange: Exchange, recorded: Exchange) => Diagnosis;
}

/** What the server has to allow that stands in the way of an exchange; null if no header of its could help. */
export function subjectOfExchange(
  exchange: Exchange,
  diagnosis: Diagnosis,
  { policyOf, diagnose }: SubjectSources,
): ConfigurationSubject | null {
  const [change] = diagnosis.fix.changes;
  if (change === undefined) return null;
  const target = originOf((exchange.hops[change.hop] ?? exchange.hops[0]).url);
  const own = policyFromTraffic([{ exchange, evaluation: diagnosis.evaluation }], target).policy;
  if (own === null) return null;
  const traffic = policyOf(target);
  return {
    target,
    forRequest: own,
    forTraffic: traffic?.policy ?? null,
    covered: traffic?.covered.length ?? 0,
    passes: (policy: Policy) =>
      diagnose(applyPolicy(exchange, policy, target), exchange).verdict === 'allowed',
    answersAs: diagnosis.answeredBy === null ? [] : platformOrder(diagnosis.answeredBy),
    topics: topicsOf(diagnosis.fix.actions),
  };
}

/** What a server has to allow for all that was seen of it. */
export function subjectOfApi({ target, exchanges, policy }: ApiTraffic): ConfigurationSubject {
  const answered = exchanges.findLast(({ diagnosis }) => diagnosis.answeredBy !== null);
  const by = answered?.diagnosis.answeredBy ?? null;
  return {
    target,
    forRequest: null,
    forTraffic: policy?.policy ?? null,
    covered: policy?.covered.length ?? 0,
    passes: null,
    answersAs: by === null ? [] : platformOrder(by),
    topics: topicsOf(exchanges.flatMap(({ diagnosis }) => diagnosis.fix.actions)),
  };
}
