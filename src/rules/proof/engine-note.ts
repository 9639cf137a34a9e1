import type { EngineProfile, PreflightCheckId } from '../../fetch/engine-profile.ts';
import { ENGINES, STANDARD } from '../../fetch/engines.ts';
import type { Evaluation, Step } from '../../fetch/evaluation.ts';
import { extractHeaderListValues } from '../../fetch/extract-header-list-values.ts';
import type { Engine } from '../../model/exchange.ts';

/** Where a check isn't the standard's. */
export type EngineNote =
  /** The standard has no such check, or checks here too: only these engines do it so. */
  | { readonly kind: 'only'; readonly engines: readonly Engine[] }
  /** The standard comes to it later. */
  | { readonly kind: 'earlier' }
  /** The standard would refuse what passed here. */
  | { readonly kind: 'laxer' };

/** How a check of the engine that ran the exchange differs from the standard; null if it doesn't. */
export function engineNote(step: Step, { engine }: Evaluation): EngineNote | null {
  const profile = ENGINES[engine];
  if (isPreflightCheck(step.check, profile)) {
    if (!STANDARD.preflightChecks.includes(step.check)) return only(checks(step.check));
    if (step.reason === 'own-origin') return only((each) => !each.checksOriginOfPreflightToOwnOrigin);
    if (step.check === 'preflight-headers' && needsAuthorizationByWildcard(step)) return { kind: 'laxer' };
    return comesEarlier(step.check, profile) ? { kind: 'earlier' } : null;
  }
  return null;
}

function isPreflightCheck(check: Step['check'], profile: EngineProfile): check is PreflightCheckId {
  return profile.preflightChecks.some((each) => each === check);
}

function checks(check: PreflightCheckId): (profile: EngineProfile) => boolean {
  return ({ preflightChecks }) => preflightChecks.includes(check);
}

function only(does: (profile: EngineProfile) => boolean): EngineNote {
  return {
    kind: 'only',
    engines: Object.values(ENGINES)
      .filter(does)
      .map(({ engine }) => engine),
  };
}

/** Whether a check that the standard has before this one comes after it here. */
function comesEarlier(check: PreflightCheckId, { preflightChecks }: EngineProfile): boolean {
  const place = STANDARD.preflightChecks.indexOf(check);
  return preflightChecks
    .slice(preflightChecks.indexOf(check) + 1)
    .some(
      (later) => STANDARD.preflightChecks.includes(later) && STANDARD.preflightChecks.indexOf(later) < place,
    );
}

/**
 * Whether `Authorization` passed only because of `*`, which the standard doesn't let cover it.
 *
 * @see https://fetch.spec.whatwg.org/#cors-non-wildcard-request-header-name
 */
function needsAuthorizationByWildcard({ outcome, evidence }: Step): boolean {
  if (outcome !== 'pass') return false;
  const [asked = [], allowed = []] = evidence.map(({ lines }) => {
    const list = extractHeaderListValues(lines);
    return list.ok ? list.values.map((name) => name.toLowerCase()) : [];
  });
  return asked.includes('authorization') && !allowed.includes('authorization');
}
