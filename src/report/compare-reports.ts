import type { Verdict } from '../fetch/evaluation.ts';
import type { Exchange, RequestType } from '../model/exchange.ts';
import { originOf } from '../model/origin.ts';
import { pathPattern } from '../model/path-pattern.ts';
import { parseUrl } from '../model/url.ts';
import type { Finding } from '../rules/diagnosis.ts';
import { diagnose } from '../rules/index.ts';
import { isProblem } from './cause-groups.ts';
import { diagnosticHistory } from './diagnostic-history.ts';
import type { Report } from './report.ts';

/** What became of the requests of one report in another. Each in the order of the reports. */
export interface Comparison {
  /** Failed before, was made again, and passes. */
  readonly fixed: readonly ComparedRequest[];
  /** Fails for the same cause in both. */
  readonly stillFailing: readonly ComparedRequest[];
  /** Fails in both, for another cause: often the next check, which the first had hidden. */
  readonly changedCause: readonly ComparedRequest[];
  /** Fails now; before it passed, or wasn't made (`before` is null). */
  readonly new: readonly ComparedRequest[];
  /** Failed before, and wasn't made again, or not to its end: whether it is fixed isn't known. */
  readonly notSeenAgain: readonly ComparedRequest[];
  /** Aliases stand in one of them, which are counted anew in each report: the same alias may mean two servers. */
  readonly hasAliases: boolean;
}

/** What people call one request, however often it was made. */
export interface RequestName {
  readonly method: string;
  /** Origin that the page asked. */
  readonly target: string;
  /** Of its path, with `:id` for what differs from one thing to the next. */
  readonly path: string;
  /** Origin of the page. */
  readonly initiator: string;
  readonly type: RequestType;
}

export interface ComparedRequest extends RequestName {
  /** Null if it wasn't made, or not to its end. */
  readonly before: RequestState | null;
  readonly after: RequestState | null;
}

/** How a request fares in one report. */
export interface RequestState {
  readonly isFailing: boolean;
  readonly verdict: Verdict;
  /** What is said first: where it fails, its cause. */
  readonly lead: Finding;
  /** Ids of the report's exchanges that show it, oldest first. */
  readonly exchanges: readonly string[];
}

/**
 * Compares two reports by what people would call the same request: method, target, the pattern of the path, page and
 * type; ids mean nothing across reports. Both are diagnosed by the rules of this version, so that a difference is one of
 * the servers. Where a URL was asked several times, the last time counts.
 */
export function compareReports(before: Report, after: Report): Comparison {
  const comparison = {
    fixed: [] as ComparedRequest[],
    stillFailing: [] as ComparedRequest[],
    changedCause: [] as ComparedRequest[],
    new: [] as ComparedRequest[],
    notSeenAgain: [] as ComparedRequest[],
  };
  const earlier = requestsOf(before);
  const later = requestsOf(after);
  for (const key of new Set([...earlier.keys(), ...later.keys()])) {
    const name = (earlier.get(key) ?? later.get(key))?.name;
    if (name === undefined) continue;
    for (const { kind, ...states } of compareStates(earlier.get(key), later.get(key))) {
      comparison[kind].push({ ...name, ...states });
    }
  }
  return { ...comparison, hasAliases: before.aliased === true || after.aliased === true };
}

/** One request of a report: how it fares, by cause. A request of many URLs may fail for several, and pass for others. */
interface RequestStates {
  readonly name: RequestName;
  readonly failing: ReadonlyMap<string, RequestState>;
  readonly passing: RequestState | null;
}

type ComparisonKind = Exclude<keyof Comparison, 'hasAliases'>;

interface ComparedStates {
  readonly kind: ComparisonKind;
  readonly before: RequestState | null;
  readonly after: RequestState | null;
}

function compareStates(
  before: RequestStates | undefined,
  after: RequestStates | undefined,
): readonly ComparedStates[] {
  const compared: ComparedStates[] = [];
  const earlier = [...(before?.failing ?? [])];
  const later = [...(after?.failing ?? [])];
  for (const [cause, state] of earlier) {
    const same = after?.failing.get(cause);
    if (same !== undefined) compared.push({ kind: 'stillFailing', before: state, after: same });
  }
  const gone = earlier.filter(([cause]) => after?.failing.has(cause) !== true).map(([, state]) => state);
  const come = later.filter(([cause]) => before?.failing.has(cause) !== true).map(([, state]) => state);
  const paired = Math.min(gone.length, come.length);
  for (let index = 0; index < paired; index += 1) {
    compared.push({ kind: 'changedCause', before: gone[index] ?? null, after: come[index] ?? null });
  }
  for (const state of gone.slice(paired)) {
    const passing = after?.passing ?? null;
    const other = later[0]?.[1] ?? null;
    if (passing !== null) compared.push({ kind: 'fixed', before: state, after: passing });
    else if (other !== null) compared.push({ kind: 'changedCause', before: state, after: other });
    else compared.push({ kind: 'notSeenAgain', before: state, after: null });
  }
  for (const state of come.slice(paired)) {
    const passing = before?.passing ?? null;
    const other = earlier[0]?.[1] ?? null;
    if (passing === null && other !== null)
      compared.push({ kind: 'changedCause', before: other, after: state });
    else compared.push({ kind: 'new', before: passing, after: state });
  }
  return compared;
}

function requestsOf(report: Report): ReadonlyMap<string, RequestStates> {
  const historyOf = diagnosticHistory(report);
  /** By request, then by URL: how it fared the last time. */
  const requests = new Map<
    string,
    { readonly name: RequestName; readonly byUrl: Map<string, RequestState> }
  >();
  for (const exchange of report.exchanges) {
    const { verdict, lead } = diagnose(exchange, historyOf(exchange));
    const isFailing = isProblem(verdict, lead);
    if (!isFailing && verdict !== 'allowed' && verdict !== 'opaque') continue;
    const { name, path } = nameOf(exchange);
    const key = JSON.stringify([name.method, name.target, name.path, name.initiator, name.type]);
    const request = requests.get(key) ?? { name, byUrl: new Map<string, RequestState>() };
    requests.set(key, request);
    const last = request.byUrl.get(path);
    const isSame = last?.isFailing === isFailing && (!isFailing || last.lead.rule === lead.rule);
    const exchanges = [...(isSame ? last.exchanges : []), exchange.id];
    request.byUrl.set(path, { isFailing, verdict, lead, exchanges });
  }
  return new Map([...requests].map(([key, { name, byUrl }]) => [key, statesOf(name, [...byUrl.values()])]));
}

function statesOf(name: RequestName, states: readonly RequestState[]): RequestStates {
  const failing = new Map<string, RequestState>();
  let passing: RequestState | null = null;
  for (const state of states) {
    if (!state.isFailing) passing = joined(passing, state);
    else failing.set(state.lead.rule, joined(failing.get(state.lead.rule) ?? null, state));
  }
  return { name, failing, passing };
}

function joined(state: RequestState | null, other: RequestState): RequestState {
  return state === null ? other : { ...state, exchanges: [...state.exchanges, ...other.exchanges] };
}

/** What the request is called, and its path as it is. */
function nameOf({ hops, initiator, type }: Exchange): { readonly name: RequestName; readonly path: string } {
  const [{ url, method }] = hops;
  // What can't be parsed is what it is.
  const path = parseUrl(url)?.pathname ?? url;
  return { name: { method, target: originOf(url), path: pathPattern(path), initiator, type }, path };
}
