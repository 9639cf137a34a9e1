import { assertNever } from '../model/assert-never.ts';
import { allowsMethod, disallowedHeaders, isOkStatus } from './cors-preflight-fetch.ts';
import type { EngineProfile, PreflightCheckId } from './engine-profile.ts';
import type { ExtractedValues } from './extract-header-list-values.ts';
import type { HopView } from './hop-view.ts';
import { judgeAllowCredentials, judgeAllowOrigin } from './judge-cors-check.ts';
import type { PreflightAnswer } from './preflight-answer.ts';
import type { StepRecorder } from './step-recorder.ts';

/** Carries out the checks of a hop's preflight in the engine's order. */
export function runPreflightChecks(
  record: StepRecorder,
  view: HopView,
  credentialsIncluded: boolean,
  profile: EngineProfile,
): void {
  const { need, preflightAnswer } = view;
  if (need.needed === 'no') {
    record.skip('preflight-need', 'not-needed');
    return;
  }
  if (need.needed === 'unknown') {
    record.unknown('preflight-need', 'request-headers-not-shown');
    return;
  }
  record.pass('preflight-need');
  if (need.seen !== 'yes') {
    record.unknown('preflight-answered', need.seen);
    return;
  }
  if (preflightAnswer === null) {
    record.unknown('preflight-answered', 'no-response-seen');
    return;
  }
  record.pass('preflight-answered');
  for (const check of profile.preflightChecks) {
    runPreflightCheck(record, check, view, preflightAnswer, credentialsIncluded, profile);
  }
}

function runPreflightCheck(
  record: StepRecorder,
  check: PreflightCheckId,
  view: HopView,
  answer: PreflightAnswer,
  credentialsIncluded: boolean,
  profile: EngineProfile,
): void {
  const { headers, lists } = answer;
  switch (check) {
    case 'preflight-need':
    case 'preflight-answered':
      return;
    case 'preflight-redirect':
      judgeRedirect(record, answer);
      return;
    case 'preflight-allow-origin':
    case 'preflight-allow-credentials': {
      if (view.ownOrigin && !profile.checksOriginOfPreflightToOwnOrigin) {
        record.skip(check, 'own-origin');
        return;
      }
      if (check === 'preflight-allow-credentials') {
        judgeAllowCredentials(record, check, headers, credentialsIncluded, profile);
      } else {
        judgeAllowOrigin(record, check, view.preflightOrigin, headers, credentialsIncluded, profile);
      }
      return;
    }
    case 'preflight-status':
      judgeStatus(record, answer, profile);
      return;
    case 'preflight-allow-methods-syntax':
      judgeSyntax(record, check, lists.methods);
      return;
    case 'preflight-allow-headers-syntax':
      judgeSyntax(record, check, lists.headers);
      return;
    case 'preflight-method':
      if (!lists.methods.ok) record.skip(check, 'list-invalid');
      else judgeMethod(record, answer.method, lists.methods.values, credentialsIncluded);
      return;
    case 'preflight-headers':
      if (!lists.headers.ok) record.skip(check, 'list-invalid');
      else judgeHeaders(record, answer.names, lists.headers.values, credentialsIncluded, profile);
      return;
    default:
      assertNever(check);
  }
}

function judgeRedirect(record: StepRecorder, { status, location }: PreflightAnswer): void {
  const check = 'preflight-redirect';
  record.judge(check, location === null ? null : { check, status, location, hop: record.hop });
}

function judgeStatus(
  record: StepRecorder,
  { status, location }: PreflightAnswer,
  profile: EngineProfile,
): void {
  const check = 'preflight-status';
  // Where a redirect is a check of its own, one fault is enough for one wrong status.
  const counted = location !== null && profile.preflightChecks.includes('preflight-redirect');
  if (counted) record.skip(check, 'redirect');
  else record.judge(check, isOkStatus(status) ? null : { check, status, hop: record.hop });
}

function judgeSyntax(
  record: StepRecorder,
  check: 'preflight-allow-methods-syntax' | 'preflight-allow-headers-syntax',
  list: ExtractedValues,
): void {
  record.judge(check, list.ok ? null : { check, value: list.invalid, hop: record.hop });
}

function judgeMethod(
  record: StepRecorder,
  method: string,
  allowed: readonly string[],
  credentialsIncluded: boolean,
): void {
  const check = 'preflight-method';
  const passes = allowsMethod(method, allowed, credentialsIncluded);
  record.judge(check, passes ? null : { check, method, allowed, hop: record.hop });
}

function judgeHeaders(
  record: StepRecorder,
  names: readonly string[],
  allowed: readonly string[],
  credentialsIncluded: boolean,
  profile: EngineProfile,
): void {
  const check = 'preflight-headers';
  const missing = disallowedHeaders(names, allowed, credentialsIncluded, profile);
  const named = missing[0];
  record.judge(check, named === undefined ? null : { check, missing, named, allowed, hop: record.hop });
}
