import { allowOriginProblem, allowsCredentials } from './cors-check.ts';
import type { EngineProfile } from './engine-profile.ts';
import { combine, type HeaderLines, linesOf } from './header-lines.ts';
import type { StepRecorder } from './step-recorder.ts';

/** The first half of the CORS check of one response: the request's own, or its preflight's. */
export function judgeAllowOrigin(
  record: StepRecorder,
  check: 'allow-origin' | 'preflight-allow-origin',
  origin: string,
  response: HeaderLines,
  credentialsIncluded: boolean,
  profile: EngineProfile,
): void {
  const lines = linesOf(response, 'access-control-allow-origin');
  const problem = allowOriginProblem(lines, origin, credentialsIncluded, profile);
  record.judge(
    check,
    problem === null ? null : { check, problem, value: combine(lines), origin, hop: record.hop },
  );
}

/** The second half, which only counts if credentials are included. */
export function judgeAllowCredentials(
  record: StepRecorder,
  check: 'allow-credentials' | 'preflight-allow-credentials',
  response: HeaderLines,
  credentialsIncluded: boolean,
  profile: EngineProfile,
): void {
  if (!credentialsIncluded) {
    record.skip(check, 'credentials-not-included');
    return;
  }
  const lines = linesOf(response, 'access-control-allow-credentials');
  const allowed = allowsCredentials(lines, profile);
  record.judge(check, allowed ? null : { check, value: combine(lines), hop: record.hop });
}
