import type { AllowListPolicy, TrafficPolicy } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import { pathPattern } from '../../model/path-pattern.ts';
import { parseUrl } from '../../model/url.ts';
import type { Advice } from '../../rules/advice/advice.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { apiStrings as words } from '../api-strings.ts';
import { groupBy } from '../group-by.ts';
import { duration } from '../language/formats.ts';
import { type AdviceMentionVM, mentionsOf } from './advice.ts';
import type { ConfigurationVM } from './configuration.ts';
import { kindOf, type RowKind, targetLabel } from './row.ts';
import { cut, toText } from './text.ts';

/** What was seen of the page's servers, those with failures first. */
export interface ApisVM {
  readonly apis: readonly ApiVM[];
}

/** What was seen of one server, and what follows from it. */
export interface ApiTraffic {
  /** Its serialised origin. */
  readonly target: string;
  /** Oldest first. */
  readonly exchanges: readonly DiagnosedExchange[];
  /** Null as long as it is worked out. */
  readonly policy: TrafficPolicy | null;
}

export interface DiagnosedExchange {
  readonly exchange: Exchange;
  readonly diagnosis: Diagnosis;
}

export interface ApiVM extends SeenApiVM {
  /** Null if nothing has to be allowed. */
  readonly configuration: ConfigurationVM | null;
}

/** What was seen, without what follows from the user's choices. */
export interface SeenApiVM {
  readonly key: string;
  readonly label: string;
  readonly summary: string;
  readonly hasFailures: boolean;
  /** By method and path, what fails first. */
  readonly rows: readonly ApiRowVM[];
  /** Whether a row has something in the column for what neither works nor fails. */
  readonly hasOther: boolean;
  readonly preflights: string;
  readonly advice: readonly AdviceMentionVM[];
  /** Null if nothing has to be allowed. */
  readonly policy: PolicyVM | null;
  /** What no policy helps; empty if there is nothing. */
  readonly beyond: string;
}

export interface ApiRowVM {
  readonly key: string;
  readonly method: string;
  readonly path: string;
  /** Why some fail, in the few words of the list; empty if none do. */
  readonly causes: string;
  readonly works: ApiCellVM;
  readonly fails: ApiCellVM;
  readonly other: ApiCellVM;
}

/** A number, and the requests that it counts. */
export interface ApiCellVM {
  /** Its own among all of a panel's. */
  readonly key: string;
  readonly count: number;
  /** The number in words, with what it counts. */
  readonly label: string;
  /** Empty if it lists all. */
  readonly more: string;
  /** The newest few, newest first. */
  readonly exchanges: readonly { readonly id: string; readonly label: string }[];
}

export interface PolicyVM {
  readonly proof: string;
  readonly lines: readonly { readonly term: string; readonly value: string; readonly isWords: boolean }[];
  /** For the clipboard. */
  readonly copyText: string;
}

const MOST_LISTED = 5;
const MOST_CAUSES = 2;
const MOST_CHARACTERS = 90;

export function toApi({ target, exchanges, policy }: ApiTraffic, advice: readonly Advice[]): SeenApiVM {
  const rows = [...groupBy(exchanges, rowKey)].map(([key, members]) => toRow(target, key, members));
  const failing = rows.reduce((sum, { fails }) => sum + fails.count, 0);
  return {
    key: target,
    label: targetLabel(target),
    summary: [
      words.requests({ count: exchanges.length }),
      failing === 0 ? words.noneFails : words.failing({ count: failing }),
    ].join(' · '),
    hasFailures: failing > 0,
    rows: rows.toSorted((a, b) => b.fails.count - a.fails.count),
    hasOther: rows.some(({ other }) => other.count > 0),
    preflights: preflightsOf(exchanges),
    advice: mentionsOf(advice, target),
    policy: policy?.policy ? toPolicy(policy.policy, policy, exchanges) : null,
    beyond: policy?.beyond.length ? words.beyond({ count: policy.beyond.length }) : '',
  };
}

/** The method and the path's pattern of the request that the server answered. */
function rowKey({ exchange }: DiagnosedExchange): string {
  const { method, url } = lastHop(exchange);
  return `${method} ${pathPattern(parseUrl(url)?.pathname ?? url)}`;
}

function lastHop({ hops }: Exchange): Exchange['hops'][number] {
  return hops.at(-1) ?? hops[0];
}

function toRow(
  target: string,
  key: string,
  members: readonly [DiagnosedExchange, ...DiagnosedExchange[]],
): ApiRowVM {
  const { method } = lastHop(members[0].exchange);
  const ofColumn = (column: Column) =>
    members.filter(({ diagnosis }) => COLUMNS[kindOf(diagnosis)] === column);
  const fails = ofColumn('fails');
  return {
    key,
    method: cut(method, 20),
    path: cut(key.slice(method.length + 1), MOST_CHARACTERS),
    causes: causesOf(fails),
    works: toCell(`${target} ${key}`, 'works', ofColumn('works')),
    fails: toCell(`${target} ${key}`, 'fails', fails),
    other: toCell(`${target} ${key}`, 'other', ofColumn('other')),
  };
}

type Column = 'works' | 'fails' | 'other';

const COLUMNS: Readonly<Record<RowKind, Column>> = {
  allowed: 'works',
  advice: 'works',
  blocked: 'fails',
  failed: 'fails',
  opaque: 'other',
  open: 'other',
};

function toCell(key: string, column: Column, members: readonly DiagnosedExchange[]): ApiCellVM {
  const listed = members.slice(-MOST_LISTED).toReversed();
  const request = cut(key.slice(key.indexOf(' ') + 1), MOST_CHARACTERS);
  return {
    key: `${key} ${column}`,
    count: members.length,
    label: words.show({ count: members.length, column: words.columns[column], request }),
    more: listed.length < members.length ? words.seen({ listed: listed.length, count: members.length }) : '',
    exchanges: listed.map(({ exchange }) => ({ id: exchange.id, label: labelOf(exchange) })),
  };
}

function labelOf(exchange: Exchange): string {
  const { method, url } = lastHop(exchange);
  const parsed = parseUrl(url);
  return cut(`${method} ${parsed === null ? url : `${parsed.pathname}${parsed.search}`}`, MOST_CHARACTERS);
}

/** The most frequent first. */
function causesOf(failing: readonly DiagnosedExchange[]): string {
  const byTitle = groupBy(failing, ({ diagnosis }) => toText(diagnosis.lead.title));
  const titles = [...byTitle].sort(([, a], [, b]) => b.length - a.length).map(([title]) => title);
  const more = titles.length - MOST_CAUSES;
  const others = more > 0 ? [words.moreCauses({ count: more })] : [];
  return [...titles.slice(0, MOST_CAUSES), ...others].join(' · ');
}

function preflightsOf(exchanges: readonly DiagnosedExchange[]): string {
  const times = exchanges.flatMap(({ exchange }) =>
    exchange.hops.flatMap(({ preflight }) => {
      if (preflight === undefined) return [];
      const end = preflight.endedAt ?? preflight.response?.receivedAt;
      return [end === undefined ? 0 : Math.max(0, end - preflight.startedAt)];
    }),
  );
  if (times.length === 0) return words.noPreflights;
  const time = duration(times.reduce((sum, each) => sum + each, 0));
  return words.preflights({ count: times.length, time });
}

function toPolicy(
  { origins, methods, headers, credentials, exposed, maxAge }: AllowListPolicy,
  { covered }: TrafficPolicy,
  exchanges: readonly DiagnosedExchange[],
): PolicyVM {
  const { terms, values } = words;
  const passing = new Set(covered);
  const failing = exchanges.filter(
    ({ exchange, diagnosis }) => passing.has(exchange.id) && COLUMNS[kindOf(diagnosis)] === 'fails',
  );
  const list = (term: string, items: readonly string[]) =>
    items.length === 0 ? [] : [{ term, value: items.join(', '), isWords: false }];
  const say = (term: string, value: string) => ({ term, value, isWords: true });
  const lines = [
    ...list(terms.origins, origins),
    ...list(terms.methods, methods),
    ...list(terms.headers, headers),
    say(terms.credentials, credentials ? values.credentials : values.noCredentials),
    ...list(terms.exposed, exposed),
    ...(maxAge === null ? [] : [say(terms.maxAge, values.maxAge({ seconds: String(maxAge) }))]),
  ];
  return {
    proof: coversOf(covered.length, failing.length),
    lines,
    copyText: lines.map(({ term, value }) => words.copyLine({ term, value })).join('\n'),
  };
}

/** @param failing of those that are covered */
function coversOf(covered: number, failing: number): string {
  const { passing, onlyFailing, failing: ofWhichFail } = words.covers;
  if (failing === 0) return passing({ count: covered });
  return covered === 1 ? onlyFailing : ofWhichFail({ covered, count: failing });
}
