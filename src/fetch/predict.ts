import type { Exchange } from '../model/exchange.ts';
import { describeSteps } from './describe-steps.ts';
import type { EngineProfile } from './engine-profile.ts';
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
  const verdict = predictVerdict(exchange, views, run, observed, profile);
  const { engine } = profile;
  const preflights = views.map((view) => view.need);
  const steps = () => describeSteps(run.judgements, views);
  const undecided = credentials.value === 'unknown' && credentials.matters;
  if (!undecided) {
    const faults = faultsOf(views, run, verdict, observed);
    const fault = faults[0] ?? null;
    const readable = verdict === 'allowed' ? readableHeadersOf(views, credentials.value, profile) : null;
    return new LazyEvaluation(
      { engine, verdict, fault, faults, credentials, preflights, readable, branches: [] },
      steps,
    );
  }
  const alternative = runProtocol(exchange, views, true, profile);
  const otherVerdict = predictVerdict(exchange, views, alternative, observed, profile);
  const agreed = verdict === otherVerdict;
  const faults = agreed ? faultsOf(views, run, verdict, observed) : [];
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

function faultsOf(
  views: readonly HopView[],
  run: ProtocolRun,
  verdict: Verdict,
  observed: Evaluation,
): readonly LocatedFault[] {
  if (run.faults.length > 0) return run.faults;
  const last = views.at(-1);
  if (last !== undefined && goesRound(last)) {
    return [{ check: 'answered', problem: 'redirect-refused', error: '', hop: last.index }];
  }
  return verdict === 'failed' ? observed.faults : [];
}

function predictVerdict(
  exchange: Exchange,
  views: readonly HopView[],
  run: ProtocolRun,
  observed: Evaluation,
  profile: EngineProfile,
): Verdict {
  if (exchange.outcome.state === 'pending') return 'pending';
  // Its messages don't explain what the engine that ran it did: they aren't all there.
  if (observed.verdict === 'unknown' && observed.branches.length === 0) return 'unknown';
  if (run.faults.length > 0) return 'blocked';
  const last = views.at(-1);
  if (last === undefined) return 'unknown';
  if (goesRound(last)) return 'failed';
  if (isTakenOver(observed, profile) && views.length === exchange.hops.length) return observed.verdict;
  if (last.response === null || last.redirect !== null) return 'unknown';
  return views.some((view) => lacksPreflight(view, observed)) ? 'unknown' : 'allowed';
}

/** A redirect to the very same URL, which redirects again. */
function goesRound({ redirect }: HopView): boolean {
  return redirect !== null && redirect.location === '';
}

/** Whether what happened in one engine happens in any other: a failure of the network does, a question to the user doesn't. */
function isTakenOver({ verdict, fault }: Evaluation, profile: EngineProfile): boolean {
  if (verdict === 'opaque') return true;
  if (verdict !== 'failed') return false;
  const isAsked = fault !== null && 'problem' in fault && fault.problem === 'local-network-access';
  return !isAsked || profile.localNetworkAccess !== 'not-asked';
}

/** Whether this engine would have sent a preflight of which nothing is known. */
function lacksPreflight(view: HopView, observed: Evaluation): boolean {
  if (!view.cors || view.need.needed === 'no') return false;
  if (view.need.needed === 'unknown') return view.hop.preflight !== undefined;
  if (view.need.seen === 'yes') return view.preflightAnswer === null;
  // Cached in the engine that ran it, where it passed: it is taken to pass here too.
  return observed.preflights[view.index]?.needed !== 'yes';
}
