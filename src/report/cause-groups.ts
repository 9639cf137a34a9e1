import type { Verdict } from '../fetch/evaluation.ts';
import type { Exchange, Hop } from '../model/exchange.ts';
import { originOf } from '../model/origin.ts';
import type { ConfigurationSummary, DiagnosisSummary, FindingSummary, Report } from './report.ts';

/** An exchange with what was said of it. */
export interface DiagnosedExchange {
  readonly exchange: Exchange;
  readonly diagnosis: DiagnosisSummary;
}

/** Requests that fail for one cause and are mended by one change. */
export interface CauseGroup {
  /** Never empty; the first stands for all. */
  readonly members: readonly [DiagnosedExchange, ...DiagnosedExchange[]];
  /** What to say of them; null if the rules found nothing. */
  readonly cause: FindingSummary | null;
}

export interface CauseGroups {
  /** What has to be mended, that with the most requests first. */
  readonly problems: readonly CauseGroup[];
  /** What was allowed, and is wrong all the same. */
  readonly warnings: readonly CauseGroup[];
}

/** So many exchanges are sorted between two empty parts. */
const SORTED_PER_PART = 64;

/**
 * Sorts the report's exchanges by cause. Those of which there is nothing to mend are in neither list. Yields empty parts of
 * a text meanwhile, for those who write one in parts: of a long report all of it takes long.
 */
export function* groupByCause(report: Report): Generator<'', CauseGroups> {
  const diagnoses = new Map(report.diagnoses.map((each) => [each.exchange, each]));
  const problems = new Map<string, GroupInProgress>();
  const warnings = new Map<string, GroupInProgress>();
  for (const [index, exchange] of report.exchanges.entries()) {
    if (index % SORTED_PER_PART === 0) yield '';
    const diagnosis = diagnoses.get(exchange.id);
    if (diagnosis === undefined) continue;
    const cause = leadOf(diagnosis);
    const member = { exchange, diagnosis };
    if (isProblem(diagnosis.verdict, cause)) add(problems, problemKey(member, cause), member, cause);
    else if (cause?.severity === 'warning') {
      add(warnings, JSON.stringify([cause.rule, cause.title]), member, cause);
    }
  }
  return { problems: largestFirst(problems), warnings: largestFirst(warnings) };
}

/** The hop that the finding is about; the last one if the report names one that isn't there. */
export function hopOf(exchange: Exchange, finding: FindingSummary | null): { index: number; hop: Hop } {
  const last = exchange.hops.length - 1;
  const index = finding === null ? last : Math.min(finding.at.hop, last);
  return { index, hop: exchange.hops[index] ?? exchange.hops[0] };
}

/** The configuration by which a request of the group passes; null if there is none. */
export function configurationOf(
  { members }: CauseGroup,
  configurations: readonly ConfigurationSummary[],
): ConfigurationSummary | null {
  const ids = new Set(members.map(({ exchange }) => exchange.id));
  return configurations.find(({ exchanges }) => exchanges.some((id) => ids.has(id))) ?? null;
}

/** Reports of earlier versions have no lead of its own: theirs was the first finding. */
function leadOf({ lead, findings }: DiagnosisSummary): FindingSummary | null {
  return lead ?? findings[0] ?? null;
}

interface GroupInProgress {
  readonly members: [DiagnosedExchange, ...DiagnosedExchange[]];
  readonly cause: FindingSummary | null;
}

/** Whether there is something to mend: it fails, and it isn't that the page itself gave it up. */
export function isProblem(verdict: Verdict, cause: Pick<FindingSummary, 'severity'> | null): boolean {
  if (verdict === 'blocked' || cause?.severity === 'error') return true;
  return (verdict === 'failed' || verdict === 'unknown') && cause?.severity !== 'info';
}

/** One section has to be true of all its members: the same words, parties, statuses and change. */
function problemKey({ exchange, diagnosis }: DiagnosedExchange, cause: FindingSummary | null): string {
  const { hop } = hopOf(exchange, cause);
  const { changes, statuses, requests = [] } = diagnosis.fix;
  return JSON.stringify([
    diagnosis.verdict,
    cause?.rule,
    // A rule has several sentences, such as for a font and for a script.
    cause?.title,
    cause?.at.on,
    exchange.initiator,
    originOf(hop.url),
    hop.preflight?.response?.status,
    hop.response?.status,
    changes.map(({ on, op, name, value, before }) => [on, op, name.toLowerCase(), value, before]),
    statuses.map(({ on, before, after }) => [on, before, after]),
    requests.map(({ name }) => name),
  ]);
}

function add(
  groups: Map<string, GroupInProgress>,
  key: string,
  member: DiagnosedExchange,
  cause: FindingSummary | null,
): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, { members: [member], cause });
  else group.members.push(member);
}

function largestFirst(groups: ReadonlyMap<string, GroupInProgress>): readonly CauseGroup[] {
  return [...groups.values()].sort((a, b) => b.members.length - a.members.length);
}
