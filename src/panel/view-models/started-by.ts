import type { CallFrame, Exchange } from '../../model/exchange.ts';
import { isMasked } from '../../model/mask-secrets.ts';
import { parseUrl } from '../../model/url.ts';
import { strings } from '../strings.ts';
import { cut } from './text.ts';

/** The script that started a request. */
export interface StartedByVM {
  /** The innermost call whose place is known. */
  readonly call: CallVM;
  /** The whole stack, the innermost call first; empty if there is no more to tell. */
  readonly stack: readonly CallVM[];
}

export interface CallVM {
  /** `app.js:42` */
  readonly place: string;
  /** The whole URL with line and column. */
  readonly address: string;
  /** The function's name; empty outside functions. */
  readonly within: string;
  /** `after await`; empty where it was called directly. */
  readonly before: string;
  /** Where it is in DevTools' Sources; null if it is in none of them, or its URL held a secret, which was not kept. */
  readonly source: SourcePlace | null;
}

/** Line and column count from 1. */
export type SourcePlace = Pick<CallFrame, 'url' | 'line' | 'column'>;

/** Shows a place in DevTools' Sources. */
export type OpenSource = (place: SourcePlace) => void;

/** Null if DevTools' network log doesn't tell. */
export function toStartedBy({ startedBy = [] }: Exchange): StartedByVM | null {
  const stack = startedBy.map(toCall);
  const call = stack.find((each) => each.address !== '');
  if (call === undefined) return null;
  return { call, stack: stack.length === 1 ? [] : stack };
}

/** The place of the innermost call whose place is known, such as `app.js:42`; the empty string if none is. */
export function scriptPlace({ startedBy = [] }: Exchange): string {
  const call = startedBy.find(({ url }) => url !== '');
  return call === undefined ? '' : `${fileOf(call.url)}:${call.line}`;
}

function toCall({ functionName, url, line, column, before }: CallFrame): CallVM {
  return {
    place: url === '' ? strings.startedBy.noPlace : `${fileOf(url)}:${line}`,
    address: url === '' ? '' : cut(`${url}:${line}:${column}`, MOST_CHARACTERS),
    within: cut(functionName, MOST_OF_NAME),
    before: before === undefined ? '' : strings.startedBy.after({ what: cut(before, MOST_OF_NAME) }),
    source: url === '' || isMasked(url) ? null : { url, line, column },
  };
}

/** What people call it: its last segment, or the host where the path has none. */
function fileOf(url: string): string {
  const parsed = parseUrl(url);
  const segment = parsed?.pathname.split('/').at(-1);
  return cut(segment || parsed?.hostname || url, MOST_OF_NAME);
}

const MOST_CHARACTERS = 240;
const MOST_OF_NAME = 60;
