import type { Exchange } from '../model/exchange.ts';
import type { EngineProfile } from './engine-profile.ts';
import type { LocatedFault } from './evaluation.ts';
import type { HopView } from './hop-view.ts';
import { redirectLocationProblem } from './http-redirect-fetch.ts';
import { judgeAllowCredentials, judgeAllowOrigin } from './judge-cors-check.ts';
import { runPreflightChecks } from './run-preflight-checks.ts';
import { type Judgement, StepRecorder } from './step-recorder.ts';

/** What came of all checks under one assumption about the credentials mode. */
export interface ProtocolRun {
  readonly credentialsIncluded: boolean;
  readonly judgements: readonly Judgement[];
  readonly faults: readonly LocatedFault[];
}

/**
 * Carries out every check on every message that was seen. Both runs (with and without credentials) give the same
 * checks in the same order, so they can be compared line by line.
 */
export function runProtocol(
  exchange: Exchange,
  views: readonly HopView[],
  credentialsIncluded: boolean,
  profile: EngineProfile,
): ProtocolRun {
  const record = new StepRecorder();
  for (const view of views) {
    record.hop = view.index;
    runHop(record, exchange, views, view, credentialsIncluded, profile);
  }
  return { credentialsIncluded, judgements: record.judgements, faults: record.faults };
}

function runHop(
  record: StepRecorder,
  exchange: Exchange,
  views: readonly HopView[],
  view: HopView,
  credentialsIncluded: boolean,
  profile: EngineProfile,
): void {
  const last = views.length - 1;
  if (!view.cors) {
    record.skip('cross-origin', 'same-origin');
    answered(record, view);
    redirectLocation(record, exchange, view, last, profile);
    return;
  }
  record.pass('cross-origin');
  const mode = exchange.mode.value;
  if (mode === 'no-cors' || mode === 'navigate' || mode === 'same-origin') {
    record.skip('mode', mode === 'same-origin' ? 'same-origin-mode' : mode);
    answered(record, view);
    return;
  }
  record.pass('mode');
  if (view.tainted && views[view.index - 1]?.tainted !== true) record.pass('redirect-taint');
  runPreflightChecks(record, view, credentialsIncluded, profile);
  answered(record, view);
  corsCheck(record, view, credentialsIncluded, profile);
  redirectLocation(record, exchange, view, last, profile);
  if (view.index === last && view.redirect === null && view.response !== null) record.pass('exposed-headers');
}

function answered(record: StepRecorder, view: HopView): void {
  if (view.hop.response === undefined) record.unknown('answered', 'no-response-seen');
  else record.pass('answered');
}

function corsCheck(
  record: StepRecorder,
  view: HopView,
  credentialsIncluded: boolean,
  profile: EngineProfile,
): void {
  const { response } = view;
  if (response === null || view.hop.response?.status === 0 || view.redirect?.internal) {
    const reason = response === null ? 'no-response-seen' : 'internal-redirect';
    record.skip('allow-origin', reason);
    record.skip('allow-credentials', reason);
    return;
  }
  judgeAllowOrigin(record, 'allow-origin', view.origin, response, credentialsIncluded, profile);
  judgeAllowCredentials(record, 'allow-credentials', response, credentialsIncluded, profile);
}

function redirectLocation(
  record: StepRecorder,
  exchange: Exchange,
  view: HopView,
  last: number,
  profile: EngineProfile,
): void {
  const { redirect } = view;
  if (redirect === null || redirect.internal) return;
  const check = 'redirect-location';
  const { location } = redirect;
  const problem = redirectLocationProblem(location, view.hop.url, exchange.initiator, view.cors, profile);
  // It was followed, so it was allowed; a hop to another scheme is only announced, never sent.
  const followed = view.index < last && problem !== 'scheme';
  record.judge(check, problem === null || followed ? null : { check, problem, location, hop: record.hop });
}
