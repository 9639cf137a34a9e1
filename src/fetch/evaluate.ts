import type { Exchange } from '../model/exchange.ts';
import { concludeWithoutFault } from './conclude-outcome.ts';
import { describeSteps } from './describe-steps.ts';
import type { EngineProfile } from './engine-profile.ts';
import { ENGINES } from './engines.ts';
import type { Evaluation, LocatedFault, PreflightNeed, Step, Verdict } from './evaluation.ts';
import { type HopView, viewHops } from './hop-view.ts';
import { LazyEvaluation } from './lazy-evaluation.ts';
import { failedOtherwise, reportsSuccess } from './outcome-evidence.ts';
import { predict } from './predict.ts';
import { readableHeadersOf } from './readable-headers.ts';
import { branchOf, resolveCredentials } from './resolve-credentials.ts';
import { type ProtocolRun, runProtocol } from './run-protocol.ts';
import { settleMode } from './settle-mode.ts';
import { specLinkOf } from './spec-links.ts';
import type { Judgement } from './step-recorder.ts';

/**
 * Carries out the CORS protocol on a recorded exchange: the one place from which verdict, proof, causes and fix are read.
 *
 * With the profile of the engine that ran it (the default), what the browser did is evidence. With another engine's it
 * is a prediction from the same messages; where they don't hold what that engine would have needed, it is `unknown`.
 * Pure; takes time in proportion to the exchange's size; never throws, whatever the strings are.
 *
 * @see https://fetch.spec.whatwg.org/#http-cors-protocol
 */
export function evaluate(exchange: Exchange, profile?: EngineProfile): Evaluation {
  const own = ENGINES[exchange.observedIn.engine];
  const settled = settleMode(exchange);
  if (profile !== undefined && profile.engine !== own.engine) {
    return predict(settled, profile, evaluateObserved(settled, own));
  }
  return evaluateObserved(settled, profile ?? own);
}

function evaluateObserved(exchange: Exchange, profile: EngineProfile): Evaluation {
  const views = viewHops(exchange, profile, true);
  const { run, credentials, alternative } = resolveCredentials(exchange, views, profile);
  const { verdict, faults } = conclude(exchange, views, run, profile);
  const { engine } = exchange.observedIn;
  const preflights = views.map(needOf);
  const stepsTo = (fault: LocatedFault | null) => (): readonly Step[] => {
    const steps = describeSteps(run.judgements, views);
    if (credentials.value !== 'unknown') return withConclusion(steps, fault);
    const { judgements } = alternative ?? runProtocol(exchange, views, true, profile);
    return withConclusion(mergeSteps(steps, judgements), fault);
  };
  if (alternative === null) {
    const fault = faults[0] ?? null;
    const readable = verdict === 'allowed' ? readableHeadersOf(views, credentials.value, profile) : null;
    return new LazyEvaluation(
      { engine, verdict, fault, faults, credentials, preflights, readable, branches: [] },
      stepsTo(fault),
    );
  }
  const other = conclude(exchange, views, alternative, profile);
  const agreed = other.verdict === verdict;
  const certain = agreed ? faults : [];
  // What is blocked either way is blocked by another check each; any other end that they share is the very same.
  const matters = !agreed || verdict === 'blocked';
  return new LazyEvaluation(
    {
      engine,
      verdict: agreed ? verdict : 'unknown',
      fault: certain[0] ?? null,
      faults: certain,
      credentials: { value: 'unknown', matters },
      preflights,
      readable: null,
      branches: matters ? [branchOf(alternative, other.verdict), branchOf(run, verdict)] : [],
    },
    stepsTo(certain[0] ?? null),
  );
}

function needOf({ need }: HopView): PreflightNeed {
  return need;
}

interface Concluded {
  readonly verdict: Verdict;
  readonly faults: readonly LocatedFault[];
}

function conclude(
  exchange: Exchange,
  views: readonly HopView[],
  run: ProtocolRun,
  profile: EngineProfile,
): Concluded {
  if (run.faults.length === 0 || failedOtherwise(exchange, profile)) {
    const { verdict, fault } = concludeWithoutFault(exchange, views, profile);
    return { verdict, faults: fault === null ? [] : [fault] };
  }
  if (exchange.outcome.state === 'pending') return { verdict: 'pending', faults: run.faults };
  // Its headers were changed on the way, or the preflight isn't this request's: the browser knows better.
  const passed = reportsSuccess(exchange, profile);
  return passed ? { verdict: 'unknown', faults: [] } : { verdict: 'blocked', faults: run.faults };
}

/**
 * A network fault was not a check's: the step that found no answer becomes the one that failed, and what the checks
 * would have made of other messages was never decided.
 */
function withConclusion(steps: readonly Step[], fault: LocatedFault | null): readonly Step[] {
  if (fault === null || (fault.check !== 'answered' && fault.check !== 'preflight-answered')) return steps;
  const { hop, ...bare } = fault;
  const isEnd = (step: Step) => step.hop === hop && step.check === fault.check;
  const unasked = steps.some(isEnd) ? [] : [unaskedPreflight(hop)];
  const all = [...steps, ...unasked].sort((a, b) => a.hop - b.hop);
  const end = all.findIndex(isEnd);
  return all.map((step, index) => {
    if (index !== end) return { ...step, reached: index < end && step.outcome !== 'fail' };
    const { reason: _, ...rest } = step;
    return { ...rest, outcome: 'fail', reached: true, fault: bare };
  });
}

/** A preflight that was seen although nothing needed it, so that no check was recorded for it. */
function unaskedPreflight(hop: number): Step {
  const judgement = { check: 'preflight-answered', hop, outcome: 'pass', reached: true } as const;
  return { ...judgement, evidence: [], spec: specLinkOf(judgement) };
}

/** Where the two possibilities differ, a step is unknown; reached is what the browser got to in either. */
function mergeSteps(a: readonly Step[], b: readonly Judgement[]): readonly Step[] {
  return a.map((step, index) => {
    const other = b[index];
    if (other === undefined) return step;
    const reached = step.reached || other.reached;
    if (other.outcome === step.outcome) return { ...step, reached };
    const { check, hop, evidence } = step;
    const open = { check, hop, outcome: 'unknown', reached, reason: 'credentials-mode-unknown' } as const;
    return { ...open, evidence, spec: specLinkOf(open) };
  });
}
