import type { CredentialsMode, Evidence, Exchange } from '../model/exchange.ts';
import type { EngineProfile } from './engine-profile.ts';
import type { Branch, CredentialsProof, LocatedFault, ResolvedCredentials } from './evaluation.ts';
import { type HeaderLines, hasLines, linesOf } from './header-lines.ts';
import type { HopView } from './hop-view.ts';
import { contradictsRun, isRefused } from './outcome-evidence.ts';
import { type ProtocolRun, runProtocol } from './run-protocol.ts';

/** The run that counts, and how sure the credentials mode is. */
export interface ResolvedRun {
  readonly run: ProtocolRun;
  readonly credentials: ResolvedCredentials;
  /** The other possibility, where neither the messages nor the outcome settle it and they lead to different ends. */
  readonly alternative: ProtocolRun | null;
}

/**
 * Finds the credentials mode of the exchange in the engine that ran it. It is never shown as such: a header that only
 * goes with credentials proves it; else both modes are evaluated, and the one that contradicts what the browser did is
 * dropped. `same-origin` stands for "not include": across origins, `omit` and `same-origin` are the same.
 */
export function resolveCredentials(
  exchange: Exchange,
  views: readonly HopView[],
  profile: EngineProfile,
): ResolvedRun {
  const stated = exchange.credentials.value;
  if (stated !== 'unknown') {
    const run = runProtocol(exchange, views, stated === 'include', profile);
    const by = proofOf(stated, exchange.credentials.evidence);
    return { run, credentials: { value: stated, how: 'proven', by }, alternative: null };
  }
  const sent = proofInMessages(views);
  if (sent !== null) {
    const run = runProtocol(exchange, views, true, profile);
    return { run, credentials: { value: 'include', how: 'proven', by: sent }, alternative: null };
  }
  const without = runProtocol(exchange, views, false, profile);
  const withoutContradicted = contradictsRun(exchange, without, views, profile);
  if (!withoutContradicted && views.some((view) => lacksStorageAccess(exchange, view, views, profile))) {
    const by = 'no-sec-fetch-storage-access';
    return { run: without, credentials: { value: 'same-origin', how: 'proven', by }, alternative: null };
  }
  if (endsBeforeCredentials(without)) {
    return { run: without, credentials: { value: 'unknown', matters: false }, alternative: null };
  }
  const included = runProtocol(exchange, views, true, profile);
  if (sameEnd(without, included)) {
    return { run: without, credentials: { value: 'unknown', matters: false }, alternative: null };
  }
  const includedContradicted = contradictsRun(exchange, included, views, profile);
  if (withoutContradicted !== includedContradicted) {
    const how = 'inferred-from-outcome';
    if (!withoutContradicted) {
      return { run: without, credentials: { value: 'same-origin', how, by: 'went-on' }, alternative: null };
    }
    const by = isRefused(exchange, profile) ? 'refused' : 'not-readable';
    return { run: included, credentials: { value: 'include', how, by }, alternative: null };
  }
  return { run: without, credentials: { value: 'unknown', matters: true }, alternative: included };
}

/** The two possibilities with what each would lead to. */
export function branchOf(run: ProtocolRun, verdict: Branch['verdict']): Branch {
  const fault: LocatedFault | null = run.faults[0] ?? null;
  return { if: run.credentialsIncluded ? 'credentials-include' : 'credentials-not-include', verdict, fault };
}

function proofOf(value: CredentialsMode, evidence: Evidence): CredentialsProof {
  const isHeader = evidence === 'cookie-sent' || evidence === 'sec-fetch-storage-access';
  return isHeader && value === 'include' ? evidence : 'stated';
}

/** A header that the browser adds only if credentials are included; null if there is none. */
function proofInMessages(views: readonly HopView[]): CredentialsProof | null {
  for (const { cors, request, preflightRequest } of views) {
    if (!cors) continue;
    if (request !== null && hasLines(request, 'cookie')) return 'cookie-sent';
    if (request !== null && hasLines(request, 'sec-fetch-storage-access')) return 'sec-fetch-storage-access';
    if (preflightRequest !== null && hasLines(preflightRequest, 'sec-fetch-storage-access'))
      return 'sec-fetch-storage-access';
  }
  return null;
}

/** A cross-site request without the header that this engine adds to each one that includes credentials. */
function lacksStorageAccess(
  exchange: Exchange,
  view: HopView,
  views: readonly HopView[],
  profile: EngineProfile,
): boolean {
  const rule = profile.storageAccessHeader;
  if (rule === null || !view.cors) return false;
  if (!rule.afterRedirects && view !== views.find(({ cors }) => cors)) return false;
  const lacks =
    isCrossSiteWithoutIt(view.request) || (rule.onPreflights && isCrossSiteWithoutIt(view.preflightRequest));
  // Not if the version isn't known.
  return lacks && Number.parseInt(exchange.observedIn.version, 10) >= rule.since;
}

function isCrossSiteWithoutIt(headers: HeaderLines | null): boolean {
  if (headers === null || linesOf(headers, 'sec-fetch-site')[0] !== 'cross-site') return false;
  return !hasLines(headers, 'sec-fetch-storage-access');
}

/** Whether no check that looks at the credentials mode came before the one that failed, or there was none at all. */
function endsBeforeCredentials(run: ProtocolRun): boolean {
  for (const { outcome, reason } of run.judgements) {
    if (outcome === 'fail') return true;
    if (reason === 'credentials-not-included') return false;
  }
  return true;
}

/** Whether both lead to the same end by the same check. What else would fail may still differ. */
function sameEnd(a: ProtocolRun, b: ProtocolRun): boolean {
  const [first] = a.faults;
  const [other] = b.faults;
  if (first === undefined || other === undefined) return first === other;
  return sameFault(first, other);
}

function sameFault(a: LocatedFault, b: LocatedFault): boolean {
  if (a.check !== b.check || a.hop !== b.hop) return false;
  if ('problem' in a && 'problem' in b) return a.problem === b.problem;
  return true;
}
