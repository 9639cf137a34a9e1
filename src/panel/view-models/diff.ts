import { readableValue } from '../../model/decode-utf8.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Fix, HeaderChange, ResponseRef } from '../../model/fix.ts';
import { makeVisible } from '../../report/visible-text.ts';
import { strings } from '../strings.ts';
import { cut } from './text.ts';

/** What to change, one block for the request and one for each response. */
export interface DiffVM {
  readonly blocks: readonly DiffBlock[];
  readonly proof: 'proven' | 'proven-without-credentials' | 'not-by-headers' | 'unproven';
}

export interface DiffBlock {
  readonly key: string;
  /** Which request or response. */
  readonly title: string;
  /** The response was never seen. */
  readonly assumed: boolean;
  readonly lines: readonly DiffLine[];
  /** The header lines to have, for the clipboard. */
  readonly copyText: string;
}

export interface DiffLine {
  readonly op: 'add' | 'remove';
  readonly text: string;
}

/** The changes of a fix; null if it changes nothing. */
export function toDiff(exchange: Exchange, fix: Fix, proof: DiffVM['proof']): DiffVM | null {
  const refs = new Map<string, ResponseRef>();
  for (const change of [...fix.statuses, ...fix.changes]) refs.set(keyOf(change), change);
  const ofResponses = [...refs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, ref]) => toBlock(exchange, fix, key, ref));
  const blocks = [...requestBlock(exchange, fix), ...ofResponses];
  return blocks.length === 0 ? null : { blocks, proof };
}

/** What the page should not send. Its value wasn't shown where the preflight failed, and doesn't matter. */
function requestBlock({ hops: [first] }: Exchange, { requests }: Fix): readonly DiffBlock[] {
  if (requests.length === 0) return [];
  const lines = requests.map(({ name }): DiffLine => ({ op: 'remove', text: name }));
  const title = strings.change.request({ method: first.method, url: cut(first.url, 160) });
  return [{ key: 'request', title, assumed: false, lines, copyText: '' }];
}

/** Sorts hop by hop, the preflight before the response. */
function keyOf({ hop, on }: ResponseRef): string {
  return `${String(hop).padStart(3, '0')} ${on}`;
}

function toBlock(exchange: Exchange, fix: Fix, key: string, ref: ResponseRef): DiffBlock {
  const statuses = fix.statuses.filter((change) => keyOf(change) === key);
  const changes = fix.changes.filter((change) => keyOf(change) === key);
  return {
    key,
    title: titleOf(exchange, ref),
    assumed: changes.some((change) => change.assumed),
    lines: [
      ...statuses.flatMap(({ before, after }): DiffLine[] => [
        { op: 'remove', text: strings.change.status({ status: String(before) }) },
        { op: 'add', text: strings.change.status({ status: String(after) }) },
      ]),
      ...changes.flatMap(linesOf),
    ],
    copyText: changes.flatMap(wanted).join('\n'),
  };
}

function linesOf(change: HeaderChange): readonly DiffLine[] {
  const removed = change.before.map(
    (value): DiffLine => ({
      op: 'remove',
      text: `${change.name}: ${value === '' ? strings.change.empty : shown(value)}`,
    }),
  );
  return [...removed, ...wanted(change).map((text): DiffLine => ({ op: 'add', text }))];
}

/** What goes is only to be recognised; the headers below have all of it. */
function shown(value: string): string {
  return cut(makeVisible(readableValue(value)), 240);
}

function wanted(change: HeaderChange): readonly string[] {
  return change.op === 'set' && change.value !== undefined ? [`${change.name}: ${change.value}`] : [];
}

function titleOf(exchange: Exchange, { hop, on }: ResponseRef): string {
  const { method, url: whole, response } = exchange.hops[hop] ?? exchange.hops[0];
  const url = cut(whole, 160);
  if (on === 'preflight') return strings.change.preflight({ url });
  const isError = response !== undefined && response.status >= 400;
  return isError ? strings.change.errorResponse({ method, url }) : strings.change.response({ method, url });
}
