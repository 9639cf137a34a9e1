import type { Verdict } from '../../fetch/evaluation.ts';
import { serverOf } from '../../fetch/url-parts.ts';
import type { Exchange, Hop } from '../../model/exchange.ts';
import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import { parseUrl, withoutFragment } from '../../model/url.ts';
import type { Diagnosis } from '../../rules/diagnosis.ts';
import { listStrings } from '../list-strings.ts';
import { strings } from '../strings.ts';
import { scriptPlace } from './started-by.ts';
import { toText } from './text.ts';

/** How a row looks and under which chip it is counted. `open`: pending, unknown, or not diagnosed yet. */
export type RowKind = 'blocked' | 'failed' | 'advice' | 'allowed' | 'opaque' | 'open';

/** The order of the chips: what needs you first. */
export const ROW_KINDS: readonly RowKind[] = ['blocked', 'failed', 'advice', 'allowed', 'opaque', 'open'];

/** How many rows there are of each kind. */
export type KindCounts = Readonly<Record<RowKind, number>>;

export interface RowVM {
  readonly id: string;
  readonly kind: RowKind;
  /** The empty string as long as it isn't known. */
  readonly verdict: Verdict | '';
  readonly method: string;
  /** Path and query of the first URL. */
  readonly path: string;
  /** The whole first URL. */
  readonly url: string;
  /** Serialised origin that the first URL has. */
  readonly target: string;
  readonly title: string;
  /** The rule that leads; the empty string as long as it isn't known. */
  readonly cause: string;
  /** The last status, or the empty string. */
  readonly status: string;
  /** 400 and above. */
  readonly statusIsError: boolean;
  readonly type: string;
  /** The type in people's words. */
  readonly typeLabel: string;
  /** The place in a script that started it, such as `app.js:42`; the empty string where that isn't known. */
  readonly script: string;
  /** The serialised origin that asked. */
  readonly initiator: string;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** In milliseconds; null if the browser has told no end. */
  readonly duration: number | null;
  /** Lower case; what words of the filter are looked for in. */
  readonly searchText: string;
}

/** The row of an exchange; `diagnosis` is undefined as long as it is on its way. */
export function toRow(exchange: Exchange, diagnosis: Diagnosis | undefined): RowVM {
  const [first] = exchange.hops;
  const target = serverOf(first.url);
  const status = decisiveStatus(exchange, diagnosis);
  const title = diagnosis === undefined ? strings.list.checking : toText(diagnosis.lead.title);
  const cause = diagnosis?.lead.rule ?? '';
  const typeLabel = listStrings.types[exchange.type];
  const script = scriptPlace(exchange);
  return {
    id: exchange.id,
    kind: diagnosis === undefined ? 'open' : kindOf(diagnosis),
    verdict: diagnosis?.verdict ?? '',
    method: first.method,
    path: pathOf(first.url, target),
    url: first.url,
    target,
    title,
    cause,
    status: status === undefined ? '' : String(status),
    statusIsError: status !== undefined && status >= 400,
    type: exchange.type,
    typeLabel,
    script,
    initiator: exchange.initiator,
    startedAt: exchange.startedAt,
    duration: durationOf(exchange),
    searchText: [first.method, first.url, title, cause, exchange.type, typeLabel, script, status ?? '']
      .join(' ')
      .toLowerCase(),
  };
}

/** Path and query. A URL is nearly always as its parsing would write it: then what follows the origin is it. */
function pathOf(url: string, target: string): string {
  if (url.startsWith(`${target}/`)) return withoutFragment(url).slice(target.length);
  const parsed = parseUrl(url);
  return parsed === null ? url : `${parsed.pathname}${parsed.search}`;
}

/** Where an end was only concluded, nobody knows when it was. A clock that was put back measured nothing. */
function durationOf({ outcome, startedAt }: Exchange): number | null {
  return outcome.state === 'completed' || outcome.state === 'error'
    ? Math.max(0, outcome.at - startedAt)
    : null;
}

/** Under which chip a diagnosis counts. An allowed exchange with a warning is advice. */
export function kindOf(diagnosis: Diagnosis): RowKind {
  return KIND_OF_VERDICT[diagnosis.verdict] === 'allowed' && hasWarning(diagnosis)
    ? 'advice'
    : KIND_OF_VERDICT[diagnosis.verdict];
}

const KIND_OF_VERDICT: Readonly<Record<Verdict, RowKind>> = {
  allowed: 'allowed',
  blocked: 'blocked',
  failed: 'failed',
  opaque: 'opaque',
  pending: 'open',
  unknown: 'open',
};

function hasWarning(diagnosis: Diagnosis): boolean {
  return diagnosis.findings.some((finding) => finding.severity === 'warning');
}

/** The status that a reader of the row needs: of the preflight if that is where it broke, else of the last answer. */
function decisiveStatus(exchange: Exchange, diagnosis: Diagnosis | undefined): number | undefined {
  const fault = diagnosis?.evaluation.fault;
  const hop: Hop | undefined = fault ? exchange.hops[fault.hop] : exchange.hops.at(-1);
  const response = fault?.check.startsWith('preflight-') ? hop?.preflight?.response : hop?.response;
  const status = (response ?? hop?.preflight?.response)?.status;
  return status === 0 ? undefined : status;
}

/** A target's name for people: host and port, and the scheme where it isn't https. */
export function targetLabel(origin: string): string {
  if (origin === OPAQUE_ORIGIN) return strings.list.opaqueOrigin;
  return origin.replace(/^https:\/\//, '');
}
