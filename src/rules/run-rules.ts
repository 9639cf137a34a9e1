import type { LocatedFault } from '../fetch/evaluation.ts';
import type { Pairing } from '../model/exchange.ts';
import { commonData } from './common-data.ts';
import type { Finding, Message } from './diagnosis.ts';
import { isExplainedBy } from './explained-faults.ts';
import { type Case, FaultContext } from './fault-context.ts';
import { NOTES } from './notes/index.ts';
import { blockedUnexplained } from './outcomes/blocked-unexplained.ts';
import { RANKING } from './ranking.ts';
import type { Explainable, Found, Rule, RuleContext } from './rule.ts';

/** The rules that may explain a fault, in order of rank. */
const CANDIDATES = candidatesByFault();

function candidatesByFault(): ReadonlyMap<Explainable, readonly Rule[]> {
  const byFault = new Map<Explainable, Rule[]>();
  for (const rule of RANKING) {
    for (const each of rule.explains) byFault.set(each, [...(byFault.get(each) ?? []), rule]);
  }
  return byFault;
}

/** The finding that leads: what is wrong with what decided, or how it ended. */
export function findLead(input: Case): Finding {
  const { fault } = input.evaluation;
  return explain(input, fault) ?? lastResort(new FaultContext(input, fault));
}

/**
 * What is wrong with an exchange: first the cause of what decided, then what the next attempt would fail at once that is
 * repaired. Each rule speaks once, and a fault that is only a consequence of an earlier one is left out.
 *
 * @param cause what `findLead` gave, if that is something wrong
 */
export function findAll(input: Case, cause: Finding | null): readonly Finding[] {
  const { fault, faults, verdict } = input.evaluation;
  const findings = cause === null ? [] : [cause];
  if (fault === null || verdict === 'pending') return findings;
  const explained: LocatedFault[] = [fault];
  for (const next of faults) {
    const isConsequence = explained.some((earlier) => isExplainedBy(next, earlier));
    // What follows from a consequence follows from its cause.
    explained.push(next);
    if (isConsequence) continue;
    const finding = explain(input, next);
    if (finding === null || findings.some(({ rule }) => rule === finding.rule)) continue;
    findings.push(finding);
  }
  return findings;
}

/**
 * What the user should know besides: every note that applies, in the notes' order. Nothing while the exchange runs.
 *
 * @param lead what `findLead` gave: what it says itself is no note
 */
export function findNotes(input: Case, lead: Finding): readonly Finding[] {
  const { fault, verdict } = input.evaluation;
  if (verdict === 'pending') return [];
  const context = new FaultContext(input, fault);
  return NOTES.flatMap((rule) => {
    if (rule.id === lead.rule || !rule.explains.includes(fault?.check ?? 'no-fault')) return [];
    const found = tryRule(rule, context);
    return found === null ? [] : [toFinding(rule, found, context)];
  });
}

/** What is said if every rule failed, which is none of the exchange's doing. */
function lastResort(context: RuleContext): Finding {
  const variant = {
    title: 'title-unknown',
    headline: 'headline-unknown',
    explanation: 'explanation-unknown',
    evidence: 'evidence-unknown',
  };
  const at = { hop: context.hopIndex, on: 'request' } as const;
  return toFinding(blockedUnexplained, { data: {}, confidence: 'possible', at, variant }, context);
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
  const unsure = unsurePairing(context);
  const own = joined(common, found.data);
  const data = unsure === null ? own : joined(own, { candidates: String(unsure.candidates) });
  const message = (key: string): Message => ({ rule: rule.id, key, data });
  const { variant = {} } = found;
  const { title = 'title', headline = 'headline' } = variant;
  const { explanation = 'explanation', evidence = 'evidence' } = variant;
  return {
    rule: rule.id,
    severity: found.severity ?? rule.severity,
    confidence: confidenceOf(found, context),
    title: message(title),
    headline: message(headline),
    explanation: message(explanation),
    evidence: message(unsure === null ? evidence : `${evidence}+unsure-pairing`),
    at: found.at,
    actions: (found.actions ?? []).map((action) => ({ id: action.id, data: joined(common, action.data) })),
    links: rule.links,
  };
}

/**
 * How sure a finding is. What a check would only complain of with credentials isn't certain where they were inferred from
 * nothing but the page's Resource Timing: a request that script cancels in the moment of its answer looks the same. Nor is
 * what was seen in a preflight that may be another request's.
 */
function confidenceOf({ confidence }: Found, context: RuleContext): Finding['confidence'] {
  const { credentials } = context.evaluation;
  const mayBeCancelled =
    credentials.value !== 'unknown' &&
    credentials.how === 'inferred-from-outcome' &&
    credentials.by === 'not-readable';
  const isUnsure = mayBeCancelled || unsurePairing(context) !== null;
  return isUnsure && confidence === 'certain' ? 'likely' : confidence;
}

/** The pairing of the preflight that the fault is about, if it isn't certain to be that of this request. */
function unsurePairing({ fault, hop }: RuleContext): Pairing | null {
  if (fault === null || !fault.check.startsWith('preflight-')) return null;
  const pairing = hop.preflight?.pairing;
  return pairing === undefined || pairing.confidence === 'certain' ? null : pairing;
}

/** Both together. An object that is made by spreading and then grows is ten times as slow. */
function joined(common: Message['data'], own: Message['data']): Message['data'] {
  return Object.assign({}, common, own);
}
