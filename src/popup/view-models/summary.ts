import type { Verdict } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import { groupBy } from '../../panel/group-by.ts';
import { toComparison } from '../../panel/view-models/comparison.ts';
import { type HeadlinePart, toHeadline } from '../../panel/view-models/headline.ts';
import { targetLabel, toRow } from '../../panel/view-models/row.ts';
import { toParts, toText } from '../../panel/view-models/text.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { strings } from '../strings.ts';

/** Requests that were blocked for one reason. */
export interface CauseVM {
  readonly key: string;
  readonly title: string;
  /** The cause in a sentence; null if it isn't the same for all of them. */
  readonly headline: readonly HeadlinePart[] | null;
  /** How many there are; null for one, and where the title has said it. */
  readonly count: number | null;
  /** Newest first; those to the same URL are one. */
  readonly requests: readonly RequestVM[];
  /** How many more than are listed; 0 for none. */
  readonly more: number;
}

export interface RequestVM {
  readonly key: string;
  readonly method: string;
  /** Host and port, and the scheme where it isn't https. */
  readonly target: string;
  readonly path: string;
  readonly url: string;
  /** How many there were; null for one, and where their cause has said it. */
  readonly count: number | null;
}

export interface SummaryVM {
  readonly tone: 'blocked' | 'fine' | 'undecided' | 'checking';
  readonly title: string;
  /** The one of the newest request first. */
  readonly causes: readonly CauseVM[];
  /** What else isn't as it should be, in sentences. */
  readonly others: readonly string[];
}

/** More than that are for the panel. */
const MOST_REQUESTS = 4;

/**
 * What became of the tab's requests.
 *
 * @param exchanges oldest first
 * @param diagnosisOf undefined as long as it is on its way
 */
export function toSummary(
  exchanges: readonly Exchange[],
  diagnosisOf: (exchange: Exchange) => Diagnosis | undefined,
): SummaryVM {
  const diagnosed = exchanges.flatMap((exchange): Diagnosed[] => {
    const diagnosis = diagnosisOf(exchange);
    return diagnosis === undefined ? [] : [{ exchange, diagnosis }];
  });
  const blocked = diagnosed.filter(({ diagnosis }) => diagnosis.verdict === 'blocked').reverse();
  const counted = (verdict: Verdict) => diagnosed.filter((each) => each.diagnosis.verdict === verdict).length;
  return {
    ...toTitle({
      total: exchanges.length,
      left: exchanges.length - diagnosed.length,
      blocked: blocked.length,
      unknown: counted('unknown'),
    }),
    causes: [...groupBy(blocked, causeKey)].map(([key, members]) =>
      toCause(key, members, countOf(members, blocked)),
    ),
    others: OTHERS.flatMap((verdict) => {
      const count = counted(verdict);
      return count === 0 ? [] : [strings.others[verdict]({ count })];
    }),
  };
}

interface Diagnosed {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

type Counts = Readonly<Record<'total' | 'left' | 'blocked' | 'unknown', number>>;

function toTitle({ total, left, blocked, unknown }: Counts): Pick<SummaryVM, 'tone' | 'title'> {
  if (blocked > 0) return { tone: 'blocked', title: strings.blocked({ count: blocked }) };
  if (left > 0) return { tone: 'checking', title: strings.checking({ count: left }) };
  if (unknown > 0) return { tone: 'undecided', title: strings.noneCertain({ count: total }) };
  return { tone: 'fine', title: strings.noneBlocked({ count: total }) };
}

const OTHERS = ['failed', 'unknown', 'pending'] as const;

function causeKey({ diagnosis: { lead } }: Diagnosed): string {
  return `${lead.rule} ${toText(lead.title)}`;
}

/** How many there are of some, unless that is one, or as many as above them: the same number twice only looks like two. */
function countOf(some: readonly Diagnosed[], above: readonly Diagnosed[]): number | null {
  return some.length > 1 && some.length < above.length ? some.length : null;
}

function toCause(key: string, members: readonly [Diagnosed, ...Diagnosed[]], count: number | null): CauseVM {
  const [{ exchange, diagnosis }] = members;
  const comparison = toComparison(exchange, diagnosis.evaluation.fault);
  const headlines = new Set(members.map((each) => toText(each.diagnosis.headline)));
  const requests = [...groupBy(members, requestKey)];
  return {
    key,
    title: toText(diagnosis.lead.title),
    headline: headlines.size === 1 ? toHeadline(toParts(diagnosis.headline), comparison) : null,
    count,
    requests: requests
      .slice(0, MOST_REQUESTS)
      .map(([request, same]) => toRequest(request, same, countOf(same, members))),
    more: Math.max(0, requests.length - MOST_REQUESTS),
  };
}

function requestKey({ exchange: { hops } }: Diagnosed): string {
  return `${hops[0].method} ${hops[0].url}`;
}

function toRequest(
  key: string,
  [{ exchange, diagnosis }]: readonly [Diagnosed, ...Diagnosed[]],
  count: number | null,
): RequestVM {
  const { method, target, path, url } = toRow(exchange, diagnosis);
  return { key, method, target: targetLabel(target), path, url, count };
}
