import { METHODS } from 'node:http';
import { evaluate } from '../../../src/fetch/evaluate.ts';
import {
  type AllowListPolicy,
  configurationFor,
  fixFor,
  PLATFORMS,
  policyFromTraffic,
} from '../../../src/fixes/index.ts';
import { textOf } from '../../../src/fixes/platforms/platform.ts';
import { isWritable, writablePolicy } from '../../../src/fixes/writable-policy.ts';
import { isEmptyFix } from '../../../src/model/fix.ts';
import { originOf } from '../../../src/model/origin.ts';
import type { RecordedCase } from '../recorded/case.ts';
import { exchangeOfCase } from '../recorded/exchange-of-case.ts';
import { asRecordedCase } from './as-recorded-case.ts';
import { hidesEmptyLines } from './blind-spots.ts';
import type { ConfiguredCase } from './configured-stage.ts';
import type { LiveSession } from './session.ts';

/** What came of the configurations that were tried. */
export interface RoundTrips {
  /** Passed with the policy that was derived from it. */
  readonly passed: number;
  /** Passed once credentials were allowed, too, of which the browser hadn't shown whether they were included. */
  readonly withCredentials: number;
  /** No policy of one server would do: several have to change, or the page. */
  readonly beyondOnePolicy: number;
  /** With a method or header that no configuration takes, because its letters could mean something there. */
  readonly unwritable: number;
  /** Got past everything that had been seen, and was then redirected to what its policy can't be about. */
  readonly redirectedBeyond: number;
  /** Refused nevertheless. There must be none. */
  readonly failed: readonly string[];
}

interface Trip {
  readonly recorded: RecordedCase;
  readonly target: string;
  readonly policy: AllowListPolicy;
  readonly hidCredentials: boolean;
  /** How many hops had been seen when the policy was derived. */
  readonly hops: number;
}

/**
 * Derives the policy from every blocked exchange that headers can fix, puts it on a plain Node.js server in the words of
 * its generator, and makes that very request again.
 *
 * @param session on the configured stage
 */
export async function tryConfigurations(
  session: LiveSession,
  cases: readonly RecordedCase[],
): Promise<RoundTrips> {
  const fixable = cases.filter((recorded) => isFixable(recorded, session));
  const derived = fixable.flatMap((recorded) => tripOf(recorded, session) ?? []);
  const trips = derived.filter(({ policy }) => isWritable(writablePolicy(policy)));
  const first = await play(session, trips);
  const again = first
    .filter(({ ok, trip }) => !ok && trip.hidCredentials && trip.recorded.request.credentials === 'include')
    .map(({ trip }) => ({ ...trip, policy: { ...trip.policy, credentials: true } }));
  const second = await play(session, again);
  const retried = new Set(again.map(({ recorded }) => recorded));
  const refused = [...first.filter(({ trip }) => !retried.has(trip.recorded)), ...second].filter(
    ({ ok }) => !ok,
  );
  const failed = refused.filter(({ gotBeyond }) => !gotBeyond);
  return {
    passed: first.filter(({ ok }) => ok).length,
    withCredentials: second.filter(({ ok }) => ok).length,
    beyondOnePolicy: fixable.length - derived.length,
    unwritable: derived.length - trips.length,
    redirectedBeyond: refused.length - failed.length,
    failed: failed.map(({ trip, why }) => JSON.stringify({ why, ...trip })),
  };
}

async function play(session: LiveSession, trips: readonly Trip[]) {
  const cases = trips.map(configured);
  const performances = await session.play(cases);
  return trips.map((trip, index) => {
    const [played, performance] = [cases[index], performances[index]];
    if (played === undefined || performance === undefined) throw new Error('A case was not played.');
    const { ok, phase } = asRecordedCase(played, { [session.engine]: performance }).truth[session.engine];
    const gotBeyond = performance.seen.some(({ hop }) => hop >= trip.hops);
    return { trip, ok, gotBeyond, why: { phase, said: performance.said, seen: performance.seen } };
  });
}

function isFixable(recorded: RecordedCase, { engine }: LiveSession): boolean {
  // A page that forbids redirects ends at the first that passes.
  if (recorded.request.redirect !== 'follow' || hidesEmptyLines(recorded, engine)) return false;
  // No header repairs a connection that breaks, which may show only behind what was blocked.
  const answers = [recorded.server.preflight, ...recorded.server.responses];
  if (answers.some(({ abort }) => abort !== undefined && abort !== null)) return false;
  const exchange = exchangeOfCase(recorded, engine);
  // Node.js hangs up on methods that it doesn't know, also on those that aren't in upper case.
  if (exchange === null || !exchange.hops.every(({ method }) => METHODS.includes(method))) return false;
  return !isEmptyFix(fixFor(exchange, evaluate(exchange)));
}

function tripOf(recorded: RecordedCase, { engine }: LiveSession): Trip | null {
  const exchange = exchangeOfCase(recorded, engine);
  if (exchange === null) return null;
  const evaluation = evaluate(exchange);
  const [change] = fixFor(exchange, evaluation).changes;
  const target = originOf((exchange.hops[change?.hop ?? 0] ?? exchange.hops[0]).url);
  const { policy } = policyFromTraffic([{ exchange, evaluation }], target);
  if (policy === null) return null;
  return {
    recorded,
    target,
    policy,
    hidCredentials: evaluation.credentials.value === 'unknown',
    hops: exchange.hops.length,
  };
}

function configured({ recorded, target, policy }: Trip): ConfiguredCase {
  const { truth: _, ...played } = recorded;
  const node = PLATFORMS.find(({ id }) => id === 'node-http');
  const configuration = node === undefined ? null : configurationFor(node, policy, target);
  if (configuration?.kind !== 'written') throw new Error(`No configuration for ${JSON.stringify(policy)}`);
  const [first] = configuration.snippets;
  return { ...played, configuration: { target, text: first === undefined ? '' : textOf(first) } };
}
