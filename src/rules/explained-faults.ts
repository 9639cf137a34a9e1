import type { LocatedFault } from '../fetch/evaluation.ts';

/**
 * Whether a fault is only a consequence of an earlier one, so that a word of its own would repeat the same cause: an
 * answer that nothing of CORS ever touched lacks all of its headers at once, and a status that was refused is one fault
 * by whichever check it is met.
 */
export function isExplainedBy(fault: LocatedFault, earlier: LocatedFault): boolean {
  if (fault === earlier) return true;
  if (fault.hop !== earlier.hop || isOnPreflight(fault) !== isOnPreflight(earlier)) return false;
  if (fault.check === earlier.check) return true;
  if (earlier.check === 'preflight-redirect') return true;
  if (isMissingAllowOrigin(earlier)) return isAbsence(fault) || isStatus(fault);
  // Right headers would not help while the status is wrong, but what they lack is told then, too.
  if (earlier.check === 'preflight-status') return isMissingAllowOrigin(fault) || isAbsence(fault);
  return isWildcardWithCredentials(earlier) && isMissingAllowCredentials(fault);
}

function isOnPreflight({ check }: LocatedFault): boolean {
  return check.startsWith('preflight-');
}

function isMissingAllowOrigin(fault: LocatedFault): boolean {
  if (fault.check !== 'allow-origin' && fault.check !== 'preflight-allow-origin') return false;
  return fault.problem === 'missing';
}

function isStatus({ check }: LocatedFault): boolean {
  return check === 'preflight-status' || check === 'preflight-redirect';
}

function isWildcardWithCredentials(fault: LocatedFault): boolean {
  return 'problem' in fault && fault.problem === 'wildcard-with-credentials';
}

function isMissingAllowCredentials(fault: LocatedFault): boolean {
  if (fault.check !== 'allow-credentials' && fault.check !== 'preflight-allow-credentials') return false;
  return fault.value === null;
}

/** A CORS header that isn't there at all. */
function isAbsence(fault: LocatedFault): boolean {
  if (isMissingAllowCredentials(fault)) return true;
  return (
    (fault.check === 'preflight-method' || fault.check === 'preflight-headers') && fault.allowed.length === 0
  );
}
