import type { Verdict } from '../../src/fetch/evaluation.ts';
import type { HeaderList } from '../../src/model/header-list.ts';
import { API, type ExchangeDescription, PAGE, STARTED_AT } from './exchange-builder.ts';

/** One exchange, and what the diagnosis of it must be. */
export interface RuleCase {
  /** What sets this case apart, in a few words. */
  readonly name: string;
  readonly exchange: ExchangeDescription;
  /** Other exchanges with the same server. */
  readonly history?: readonly ExchangeDescription[];
  /**
   * What decides whether it is this rule's is not to be seen. Then the rule doesn't lead, or isn't certain.
   */
  readonly unknown?: true;
  /** The id of the rule that leads. */
  readonly cause: string;
  readonly verdict: Verdict;
  /** Values that the cause's words get; others may be there besides. */
  readonly data?: Readonly<Record<string, string>>;
  /** What the rendered headline contains. */
  readonly says?: readonly string[];
  /** Ids of the actions that are proposed, in order. */
  readonly actions?: readonly string[];
  /** Ids of what would settle the question that the browser leaves open, in order. */
  readonly settledBy?: readonly string[];
  /** Rules of the findings after the cause, in order. */
  readonly next?: readonly string[];
  /** Rules of the notes, in order. */
  readonly notes?: readonly string[];
  /**
   * Whether the fix consists of header or status changes, which must then prove themselves. Default: exactly if the
   * verdict is `blocked`.
   */
  readonly fixable?: boolean;
}

/** Headers that allow an origin, and what else is given. */
export function allowing(
  origin: string,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  return { 'Access-Control-Allow-Origin': origin, ...more };
}

/** Header lines that allow several origins at once, one line each. */
export function allowingTwice(...origins: readonly string[]): HeaderList {
  return origins.map((origin) => ['Access-Control-Allow-Origin', origin]);
}

/** A PUT with JSON, which needs a preflight that allows the method and Content-Type. */
export const PUT_JSON = {
  method: 'PUT',
  headers: { 'Content-Type': 'application/json' },
} as const satisfies ExchangeDescription;

/** What a preflight's answer needs so that `PUT_JSON` may be sent. */
export const ALLOWS_PUT_JSON = allowing(PAGE, {
  'Access-Control-Allow-Methods': 'GET, PUT',
  'Access-Control-Allow-Headers': 'Content-Type',
});

export { API, PAGE, STARTED_AT };
