import type { Exchange } from '../model/exchange.ts';
import type { EngineProfile } from './engine-profile.ts';
import { ENGINES } from './engines.ts';
import { viewHops } from './hop-view.ts';
import { failedOtherwise, reportsSuccess } from './outcome-evidence.ts';
import { resolveCredentials } from './resolve-credentials.ts';
import { settleMode } from './settle-mode.ts';

/**
 * Whether the verdict on an exchange is `blocked`, and nothing more: no cause, no steps and no words, for whoever only
 * counts. It always says what `evaluate` says: both take it from the same run of the protocol and the same evidence.
 *
 * What ended well, as most do, costs no look at a header. Where the credentials mode or the outcome is hidden and
 * decides, it isn't certain, and so not `blocked`.
 */
export function isBlocked(exchange: Exchange): boolean {
  const profile = ENGINES[exchange.observedIn.engine];
  if (!leavesRoomForBlocking(exchange, profile)) return false;
  const settled = settleMode(exchange);
  // The other possibility, where there is one, is with credentials: what fails without them fails with them, too.
  const { run } = resolveCredentials(settled, viewHops(settled, profile, true), profile);
  return run.faults.length > 0;
}

/** Whether it ended, and what the browser reported of the end doesn't say that it was something else than a failed check. */
function leavesRoomForBlocking(exchange: Exchange, profile: EngineProfile): boolean {
  if (exchange.outcome.state === 'pending') return false;
  return !failedOtherwise(exchange, profile) && !reportsSuccess(exchange, profile);
}
