import type { Exchange } from '../model/exchange.ts';
import { concludeWithoutFault } from './conclude-outcome.ts';
import { describeSteps } from './describe-steps.ts';
import { ENGINES, type EngineProfile } from './engines.ts';
import type { Evaluation, LocatedFault, PreflightNeed, Step, Verdict } from './evaluation.ts';
import { type HopView, viewHops } from './hop-view.ts';
import { LazyEvaluation } from './lazy-evaluation.ts';
import { failedOtherwise, reportsSuccess } from './outcome-evidence.ts';
import { predict } from './predict.ts';
import { readableHeadersOf } from './readable-headers.ts';
import { branchOf, resolveCredentials } from './resolve-credentials.ts';
import type { ProtocolRun } from './run-protocol.ts';
import { settleMode } from './settle-mode.ts';
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
  if (alternative === null) {
    const fault = faults[0] ?? null;
    const readable = verdict === 'allowed' ? readableHeadersOf(views, run.credentialsIncluded) : null;
    return new LazyEvaluation(
      { engine, verdict, fault, faults, credentials, preflights, readable, branches: [] },
      () => withConclusion(describeSteps(run.judgements, views), fault),
    );
  }
  const other = conclude(exchange, views, alternative, profile);
  const agreed = other.verdict === verdict;
  const certain = agreed ? faults : [];
  return new LazyEvaluation(
    {
      engine,
      verdict: agreed ? verdict : 'unknown',
      fault: certain[0] ?? null,
      faults: certain,
      credentials,
      preflights,
      readable: null,
      branches: [branchOf(alternative, other.verdict), branchOf(run, verdict)],
    },
    () => mergeSteps(describeSteps(run.judgements, views), alternative.judgements),
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

/** A network fault was not a check's: the step that found no answer becomes the one that failed. */
function withConclusion(steps: readonly Step[], fault: LocatedFault | null): readonly Step[] {
  if (fault === null || (fault.check !== 'answered' && fault.check !== 'preflight-answered')) return steps;
  const { hop, ...bare } = fault;
  return steps.map((step) =>
    step.hop === hop && step.check === fault.check ? { ...step, outcome: 'fail', fault: bare } : step,
  );
}

/** Where the two possibilities differ, a step is unknown. */
function mergeSteps(a: readonly Step[], b: readonly Judgement[]): readonly Step[] {
  return a.map((step, index) => {
    const other = b[index];
    if (other === undefined || (other.outcome === step.outcome && other.reached === step.reached))
      return step;
    const { check, hop, evidence, spec } = step;
    const reached = step.reached || other.reached;
    return { check, hop, outcome: 'unknown', reached, evidence, reason: 'credentials-mode-unknown', spec };
  });
}
