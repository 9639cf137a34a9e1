import type { Verdict } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import { groupBy } from '../../panel/group-by.ts';
import { strings as panelStrings } from '../../panel/strings.ts';
import { targetLabel, toRow } from '../../panel/view-models/row.ts';
import { type TextPart, toParts } from '../../panel/view-models/text.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { renderMessage } from '../../rules/index.ts';
import { strings } from '../strings.ts';

/** Requests that were blocked for one reason. */
export interface CauseVM {
  readonly key: string;
  readonly title: string;
  /** The cause in a sentence; null if it isn't the same for all of them. */
  readonly headline: readonly TextPart[] | null;
  readonly count: number;
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
  readonly count: number;
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
    causes: [...groupBy(blocked, causeKey)].map(([key, members]) => toCause(key, members)),
    others: OTHERS.flatMap((verdict) => {
      const count = counted(verdict);
      return count === 0 ? [] : [strings.others[verdict](count)];
    }),
  };
}

interface Diagnosed {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

type Counts = Readonly<Record<'total' | 'left' | 'blocked' | 'unknown', number>>;

function toTitle({ total, left, blocked, unknown }: Counts): Pick<SummaryVM, 'tone' | 'title'> {
  if (blocked > 0) return { tone: 'blocked', title: strings.blocked(blocked) };
  if (left > 0) return { tone: 'checking', title: strings.checking(left) };
  if (unknown > 0) return { tone: 'undecided', title: strings.noneCertain(total) };
  return { tone: 'fine', title: panelStrings.detail.allFine(total) };
}

const OTHERS = ['failed', 'unknown', 'pending'] as const;

function causeKey({ diagnosis: { lead } }: Diagnosed): string {
  return `${lead.rule} ${renderMessage(lead.title)}`;
}

function toCause(key: string, members: readonly [Diagnosed, ...Diagnosed[]]): CauseVM {
  const [{ diagnosis }] = members;
  const headlines = new Set(members.map((each) => renderMessage(each.diagnosis.headline)));
  const requests = [...groupBy(members, requestKey)];
  return {
    key,
    title: renderMessage(diagnosis.lead.title),
    headline: headlines.size === 1 ? toParts(diagnosis.headline) : null,
    count: members.length,
    requests: requests.slice(0, MOST_REQUESTS).map(([request, same]) => toRequest(request, same)),
    more: Math.max(0, requests.length - MOST_REQUESTS),
  };
}

function requestKey({ exchange: { hops } }: Diagnosed): string {
  return `${hops[0].method} ${hops[0].url}`;
}

function toRequest(key: string, same: readonly [Diagnosed, ...Diagnosed[]]): RequestVM {
  const [{ exchange, diagnosis }] = same;
  const { method, target, path, url } = toRow(exchange, diagnosis);
  return { key, method, target: targetLabel(target), path, url, count: same.length };
}
