import { finish } from '../../model/steps.ts';
import type { Message } from '../diagnosis.ts';
import { displayHost } from '../display-url.ts';
import type {
  Advice,
  AdviceFound,
  AdviceRule,
  AdviceSeverity,
  EvaluatedExchange,
  TargetTraffic,
} from './advice.ts';
import { ADVICE } from './index.ts';
import { trafficByTarget } from './traffic.ts';

/** The placeholders that the words of every piece of advice, and of its actions, may use. */
export const ADVICE_PLACEHOLDERS = ['target', 'host', 'count'] as const;

const BY_WEIGHT: readonly AdviceSeverity[] = ['high', 'medium', 'low', 'info'];

/**
 * What could be better about servers whose answers pass: each piece of advice once for each server, however many
 * exchanges show it; the heaviest first, then by server, then in the order of `ADVICE`. Pure and total, and linear in the
 * number of exchanges.
 *
 * @param exchanges oldest first
 */
export function adviseOn(exchanges: readonly EvaluatedExchange[]): readonly Advice[] {
  return finish(adviseInSteps(exchanges));
}

/** The same, rule by rule: whoever has it worked out may pause after each. */
export function* adviseInSteps(
  exchanges: readonly EvaluatedExchange[],
): Generator<undefined, readonly Advice[]> {
  const all: Advice[] = [];
  const servers = trafficByTarget(exchanges);
  for (const traffic of servers.toSorted((one, other) => compare(one.target, other.target))) {
    for (const rule of ADVICE) {
      const found = tryRule(rule, traffic);
      if (found !== null) all.push(toAdvice(rule, found, traffic));
      yield;
    }
  }
  // Sorting is stable: within a weight, servers and rules keep their order.
  return all.toSorted((one, other) => BY_WEIGHT.indexOf(one.severity) - BY_WEIGHT.indexOf(other.severity));
}

/** By code units, so that the order is the same wherever it runs. */
function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}

function tryRule(rule: AdviceRule, traffic: TargetTraffic): AdviceFound | null {
  try {
    return rule.find(traffic);
  } catch {
    // One rule's mistake must not cost the user all other advice.
    return null;
  }
}

function toAdvice(rule: AdviceRule, found: AdviceFound, { target }: TargetTraffic): Advice {
  const exchanges = [...new Set(found.shownBy.map(({ exchange }) => exchange.id))];
  const common = { target, host: displayHost(target), count: String(exchanges.length) };
  const data = { ...common, ...found.data };
  const message = (key: string): Message => ({ rule: rule.id, key, data });
  const {
    title = 'title',
    headline = 'headline',
    explanation = 'explanation',
    evidence = 'evidence',
  } = found.variant ?? {};
  return {
    rule: rule.id,
    topic: rule.topic,
    target,
    severity: found.severity,
    confidence: found.confidence,
    title: message(title),
    headline: message(headline),
    explanation: message(explanation),
    evidence: message(evidence),
    actions: (found.actions ?? []).map(({ id, data: own }) => ({ id, data: { ...common, ...own } })),
    links: rule.links,
    exchanges,
    ...(found.cost === undefined ? {} : { cost: found.cost }),
    ...(found.probes === undefined ? {} : { probes: found.probes }),
  };
}
