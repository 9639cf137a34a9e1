import { ENGINES } from '../fetch/engines.ts';
import { evaluate } from '../fetch/evaluate.ts';
import type { Exchange, Hop, Outcome } from '../model/exchange.ts';

/**
 * An exchange whose messages were changed, with the outcome that follows: completed, or refused in the way of the engine
 * that ran it. What the browser did then is no evidence of anything any more.
 *
 * @param exchange with its credentials mode settled (see `settledCredentials`)
 * @param hops the changed ones; without one, the exchange's own stay
 */
export function withOutcomeOfChange(exchange: Exchange, hops: readonly Hop[]): Exchange {
  const [first = exchange.hops[0], ...rest] = hops;
  const { readableByScript: _, ...observed } = exchange;
  const at = hops.at(-1)?.response?.receivedAt ?? exchange.startedAt;
  const passed: Exchange = { ...observed, hops: [first, ...rest], outcome: { state: 'completed', at } };
  const { verdict } = evaluate(passed);
  return verdict === 'allowed' || verdict === 'opaque'
    ? passed
    : { ...passed, outcome: refused(exchange, at) };
}

/**
 * The credentials mode as it was found to be, which must not be found out anew from an outcome that is made up. Where it
 * couldn't be found, it is taken as "not included".
 */
export function settledCredentials(exchange: Exchange): Exchange['credentials'] {
  const { value } = evaluate(exchange).credentials;
  return { value: value === 'unknown' ? 'same-origin' : value, evidence: 'stated-in-report' };
}

/** How the engine reports a response that a check of the CORS protocol kept from script. */
function refused({ observedIn }: Exchange, at: number): Outcome {
  const { completedProvesReadable, refusals } = ENGINES[observedIn.engine];
  const [error] = refusals;
  return completedProvesReadable && error !== undefined
    ? { state: 'error', at, error }
    : { state: 'completed', at };
}
