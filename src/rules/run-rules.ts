import type { LocatedFault } from '../fetch/evaluation.ts';
import { CAUSES } from './causes/index.ts';
import { commonData } from './common-data.ts';
import type { Finding, Message } from './diagnosis.ts';
import { isExplainedBy } from './explained-faults.ts';
import { type Case, FaultContext } from './fault-context.ts';
import type { Explainable, Found, Rule, RuleContext } from './rule.ts';

/** The rules that may explain a fault, in order of rank. */
const CANDIDATES = candidatesByFault();

function candidatesByFault(): ReadonlyMap<Explainable, readonly Rule[]> {
  const byFault = new Map<Explainable, Rule[]>();
  for (const rule of CAUSES) {
    for (const each of rule.explains) byFault.set(each, [...(byFault.get(each) ?? []), rule]);
  }
  return byFault;
}

/** The cause of what decided: the finding that leads. Null only if every rule failed. */
export function findCause(input: Case): Finding | null {
  return explain(input, input.evaluation.fault);
}

/**
 * The findings about an exchange: first the cause of what decided, then what the next attempt would fail at once that is
 * repaired. Each rule speaks once, and a fault that is only a consequence of an earlier one is left out.
 *
 * @param cause what `findCause` gave
 */
export function findAll(input: Case, cause: Finding | null): readonly Finding[] {
  const { fault, faults, verdict } = input.evaluation;
  const findings = cause === null ? [] : [cause];
  if (fault === null || verdict === 'pending') return findings;
  const explained: LocatedFault[] = [fault];
  for (const next of faults) {
    if (explained.some((earlier) => isExplainedBy(next, earlier))) continue;
    explained.push(next);
    const finding = explain(input, next);
    if (finding === null || findings.some(({ rule }) => rule === finding.rule)) continue;
    findings.push(finding);
  }
  return findings;
}

/** The first rule in order of rank that explains the fault; a rule that throws is passed over. */
function explain(input: Case, fault: LocatedFault | null): Finding | null {
  const context = new FaultContext(input, fault);
  for (const rule of CANDIDATES.get(fault?.check ?? 'no-fault') ?? []) {
    const found = tryRule(rule, context);
    if (found !== null) return toFinding(rule, found, context);
  }
  return null;
}

function tryRule(rule: Rule, context: RuleContext): Found | null {
  try {
    return rule.find(context);
  } catch {
    // One rule's mistake must not cost the user the whole explanation: the next rule gets its turn.
    return null;
  }
}

function toFinding(rule: Rule, found: Found, context: RuleContext): Finding {
  const common = commonData(context);
  const data = joined(common, found.data);
  const message = (key: string): Message => ({ rule: rule.id, key, data });
  const { title = 'title', headline = 'headline', explanation = 'explanation' } = found.variant ?? {};
  return {
    rule: rule.id,
    severity: rule.severity,
    confidence: confidenceOf(found, context),
    title: message(title),
    headline: message(headline),
    explanation: message(explanation),
    at: found.at,
    actions: (found.actions ?? []).map(({ id, data: own }) => ({ id, data: joined(common, own) })),
    links: rule.links,
  };
}

/**
 * How sure a finding is. What a check would only complain of with credentials isn't certain where they were inferred from
 * nothing but the page's Resource Timing: a request that script cancels in the moment of its answer looks the same.
 */
function confidenceOf({ confidence }: Found, { evaluation }: RuleContext): Finding['confidence'] {
  const { credentials } = evaluation;
  const mayBeCancelled =
    credentials.value !== 'unknown' &&
    credentials.how === 'inferred-from-outcome' &&
    credentials.by === 'not-readable';
  return mayBeCancelled && confidence === 'certain' ? 'likely' : confidence;
}

/** Both together. An object that is made by spreading and then grows is ten times as slow. */
function joined(common: Message['data'], own: Message['data']): Message['data'] {
  return Object.assign({}, common, own);
}
