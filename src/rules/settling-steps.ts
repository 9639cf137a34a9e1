import { ENGINES } from '../fetch/engines.ts';
import type { Branch, Verdict } from '../fetch/evaluation.ts';
import type { Exchange, RequestType } from '../model/exchange.ts';
import type { Action } from '../model/fix.ts';
import { getHeader } from '../model/header-list.ts';
import { commonData } from './common-data.ts';
import { type Case, FaultContext } from './fault-context.ts';

/**
 * What would settle a question that the browser leaves open, in the order of the effort: steps that fit this exchange
 * and the browser that ran it. Empty where nothing is open. The words are those of the rule `credentials-unknown`.
 */
export function settlingSteps(input: Case): readonly Action[] {
  const { exchange, evaluation } = input;
  const { branches } = evaluation;
  if (branches.length === 0) return [];
  const profile = ENGINES[exchange.observedIn.engine];
  const outcomeTells = hasVerdict(branches, 'allowed') && hasVerdict(branches, 'blocked');
  const ids = [
    HAS_ELEMENT.has(exchange.type) ? 'look-at-element' : 'look-at-call',
    outcomeTells ? 'see-what-script-got' : 'read-console',
    ...(outcomeTells && canAskPage(exchange) ? ['ask-resource-timing'] : []),
    ...(exchange.hops.some(({ request }) => request !== undefined) ? ['set-cookie'] : []),
    ...(outcomeTells && !profile.completedProvesReadable ? ['open-in-chrome'] : []),
    ...(profile.storageAccessHeader?.onPreflights === false && hasCrossSitePreflight(exchange)
      ? ['open-in-firefox']
      : []),
  ];
  const data = commonData(new FaultContext(input, null));
  return ids.map((id) => ({ id, data }));
}

/** Their credentials mode stands in an attribute, `crossorigin`. */
const HAS_ELEMENT: ReadonlySet<RequestType> = new Set(['script', 'stylesheet', 'image', 'media', 'font']);

function hasVerdict(branches: readonly Branch[], verdict: Verdict): boolean {
  return branches.some((branch) => branch.verdict === verdict);
}

/** Whether the page's Resource Timing could tell if script got the response: that of the tab's main document. */
function canAskPage({ tabId, frameId, documentId, outcome, observedIn }: Exchange): boolean {
  const isOfMainDocument = tabId >= 0 && frameId === 0 && documentId !== undefined;
  return (
    isOfMainDocument && outcome.state === 'completed' && !ENGINES[observedIn.engine].completedProvesReadable
  );
}

/** Whether a preflight went to another site: an engine that names credentials on preflights does so there. */
function hasCrossSitePreflight({ hops }: Exchange): boolean {
  return hops.some(
    ({ preflight }) =>
      preflight !== undefined && getHeader(preflight.request.headers, 'sec-fetch-site') === 'cross-site',
  );
}
