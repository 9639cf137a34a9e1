import type { Exchange } from '../model/exchange.ts';
import { describeSteps } from './describe-steps.ts';
import type { EngineProfile } from './engines.ts';
import type { Evaluation, LocatedFault, Verdict } from './evaluation.ts';
import { type HopView, viewHops } from './hop-view.ts';
import { LazyEvaluation } from './lazy-evaluation.ts';
import { readableHeadersOf } from './readable-headers.ts';
import { branchOf } from './resolve-credentials.ts';
import { type ProtocolRun, runProtocol } from './run-protocol.ts';
import { settleMode } from './settle-mode.ts';

/**
 * What an engine that didn't run the exchange would have made of the same messages. Its order of checks, its safelist
 * and its Origin on preflights are its own; the credentials mode and failures of the network are taken over. Unknown
 * where it would have needed a message that was never exchanged.
 *
 * @param observed the evaluation of the engine that ran it
 */
export function predict(recorded: Exchange, profile: EngineProfile, observed: Evaluation): Evaluation {
  const exchange = settleMode(recorded);
  const views = viewHops(exchange, profile, false);
  const { credentials } = observed;
  const included = credentials.value === 'include';
  const run = runProtocol(exchange, views, included, profile);
  const verdict = predictVerdict(exchange, views, run, observed);
  const { engine } = profile;
  const preflights = views.map((view) => view.need);
  const steps = () => describeSteps(run.judgements, views);
  const undecided = credentials.value === 'unknown' && credentials.matters;
  if (!undecided) {
    const faults = faultsOf(run, verdict, observed);
    const fault = faults[0] ?? null;
    const readable = verdict === 'allowed' ? readableHeadersOf(views, included) : null;
    return new LazyEvaluation(
      { engine, verdict, fault, faults, credentials, preflights, readable, branches: [] },
      steps,
    );
  }
  const alternative = runProtocol(exchange, views, true, profile);
  const otherVerdict = predictVerdict(exchange, views, alternative, observed);
  const agreed = verdict === otherVerdict;
  const faults = agreed ? faultsOf(run, verdict, observed) : [];
  return new LazyEvaluation(
    {
      engine,
      verdict: agreed ? verdict : 'unknown',
      fault: faults[0] ?? null,
      faults,
      credentials,
      preflights,
      readable: null,
      branches: [branchOf(alternative, otherVerdict), branchOf(run, verdict)],
    },
    steps,
  );
}

function faultsOf(run: ProtocolRun, verdict: Verdict, observed: Evaluation): readonly LocatedFault[] {
  if (run.faults.length > 0) return run.faults;
  return verdict === 'failed' ? observed.faults : [];
}

function predictVerdict(
  exchange: Exchange,
  views: readonly HopView[],
  run: ProtocolRun,
  observed: Evaluation,
): Verdict {
  if (exchange.outcome.state === 'pending') return 'pending';
  if (run.faults.length > 0) return 'blocked';
  if (observed.verdict === 'failed' || observed.verdict === 'opaque') return observed.verdict;
  const last = views.at(-1);
  if (last === undefined || last.response === null || last.redirect !== null) return 'unknown';
  const missesPreflight = views.some((view) => {
    if (!view.cors || view.need.needed === 'no') return false;
    if (view.need.needed === 'unknown') return view.hop.preflight !== undefined;
    if (view.need.seen === 'yes') return view.preflightAnswer === null;
    // Cached in the engine that ran it, where it passed: it is taken to pass here too.
    return observed.preflights[view.index]?.needed !== 'yes';
  });
  return missesPreflight ? 'unknown' : 'allowed';
}
