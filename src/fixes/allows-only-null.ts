import type { Evaluation, LocatedFault } from '../fetch/evaluation.ts';
import type { Exchange } from '../model/exchange.ts';
import { getHeader } from '../model/header-list.ts';
import { OPAQUE_ORIGIN } from '../model/origin.ts';

/**
 * Whether an answer that lacks nothing but the permission for credentials allows `null`. Strangers send that, too: with
 * credentials, they would read what belongs to whoever is signed in.
 */
export function allowsOnlyNull(
  { hops }: Exchange,
  { faults }: Pick<Evaluation, 'faults'>,
  { check, hop }: LocatedFault,
): boolean {
  if (check !== 'allow-credentials' && check !== 'preflight-allow-credentials') return false;
  const onPreflight = check === 'preflight-allow-credentials';
  const answer = onPreflight ? hops[hop]?.preflight?.response : hops[hop]?.response;
  const originCheck = onPreflight ? 'preflight-allow-origin' : 'allow-origin';
  const isAllowed = !faults.some((each) => each.hop === hop && each.check === originCheck);
  return isAllowed && getHeader(answer?.headers ?? [], 'access-control-allow-origin') === OPAQUE_ORIGIN;
}
