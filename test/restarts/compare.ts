import type { Exchange } from '../../src/model/exchange.ts';
import { isAllowed, kindOf, MARK, type Span } from './traffic.ts';

/** A moment in which the background was killed: from just before to just after. Milliseconds since the epoch. */
export interface Kill {
  readonly from: number;
  readonly to: number;
}

/** Numbers of exchanges, by what is wrong with them. */
export interface Comparison {
  readonly recorded: number;
  /** In the list twice. */
  readonly doubled: readonly number[];
  /** With another's preflight, as if that were certain. */
  readonly mispaired: readonly number[];
  /** With another's preflight, and it says that it may be another's. */
  readonly doubtful: readonly number[];
  /** Said to have ended otherwise than it did. */
  readonly contradicted: readonly number[];
  /** Not in the list at all. */
  readonly missing: readonly number[];
  /** In the list, and it says that its end, or a preflight that the server received isn't. */
  readonly incomplete: readonly number[];
  /** Of these two, those that ran in no kill's moment. */
  readonly unexplained: readonly Unexplained[];
  /** Has no end. */
  readonly pending: readonly number[];
}

/** What is missing although no kill was near. */
export interface Unexplained {
  readonly number: number;
  /** What of it isn't there. */
  readonly lacks: string;
  /** From the nearest kill, in milliseconds: how long before it ended, or after it began. */
  readonly fromKill: number;
}

/** Holds what a panel shows against what the page sent. */
export function compare(
  exchanges: readonly Exchange[],
  spans: readonly Span[],
  kills: readonly Kill[],
): Comparison {
  const seen = new Map<number, Exchange[]>();
  for (const exchange of exchanges) {
    const number = numberOf(exchange);
    if (number !== null) seen.set(number, [...(seen.get(number) ?? []), exchange]);
  }
  const all = [...seen];
  const numbersOf = (is: (exchange: Exchange, number: number) => boolean): readonly number[] =>
    all
      .filter(([number, [exchange]]) => exchange !== undefined && is(exchange, number))
      .map(([number]) => number);
  const missing = spans.map(({ number }) => number).filter((number) => !seen.has(number));
  const incomplete = numbersOf((exchange, number) => !isWhole(exchange, number));
  const lost = new Set([...missing, ...incomplete]);
  return {
    recorded: all.length,
    doubled: all.filter(([, same]) => same.length > 1).map(([number]) => number),
    mispaired: numbersOf((exchange, number) => isMispaired(exchange, number) && isCertain(exchange)),
    doubtful: numbersOf((exchange, number) => isMispaired(exchange, number) && !isCertain(exchange)),
    contradicted: numbersOf((exchange, number) => isContradicted(exchange, number)),
    missing,
    incomplete,
    unexplained: spans
      .filter((span) => lost.has(span.number) && !ranIn(span, kills))
      .map((span) => ({
        number: span.number,
        lacks: lackOf(seen.get(span.number)?.[0]),
        fromKill: Math.round(Math.min(...kills.map((kill) => distance(span, kill)))),
      })),
    pending: numbersOf(({ outcome }) => outcome.state === 'pending'),
  };
}

/** By its path, or by the mark that it, or a preflight that is certainly its own, carries. */
function numberOf(exchange: Exchange): number | null {
  const [, kind, number] = new URL(exchange.hops[0].url).pathname.split('/');
  if (kind === 'target') return Number(number);
  if (number !== undefined) return Number(number);
  return kind === 'shared'
    ? (markOfRequest(exchange) ?? (isCertain(exchange) ? markOfPreflight(exchange) : null))
    : null;
}

function markOfRequest({ hops }: Exchange): number | null {
  const [name] = (hops[0].request?.headers ?? []).map(([each]) => each.toLowerCase()).filter(isMark);
  return name === undefined ? null : markIn(name);
}

function markOfPreflight({ hops }: Exchange): number | null {
  const headers = hops[0].preflight?.request.headers ?? [];
  const asked = headers.find(([name]) => name.toLowerCase() === 'access-control-request-headers')?.[1];
  return asked === undefined ? null : markIn(asked);
}

function isMark(name: string): boolean {
  return MARK.test(name);
}

function markIn(text: string): number | null {
  const number = MARK.exec(text)?.[1];
  return number === undefined ? null : Number(number);
}

function isMispaired(exchange: Exchange, number: number): boolean {
  const asked = markOfPreflight(exchange);
  return asked !== null && asked !== number;
}

function isCertain({ hops }: Exchange): boolean {
  return hops[0].preflight?.pairing.confidence === 'certain';
}

/** With an end that the browser reported, and its preflight if it had one. */
function isWhole({ outcome, hops }: Exchange, number: number): boolean {
  const kind = kindOf(number);
  const hasPreflight = kind === 'preflighted' || kind === 'refused-preflight' || kind === 'shared';
  const isEnded = outcome.state === 'completed' || outcome.state === 'error';
  const isAnswered = kind === 'refused-preflight' || hops.at(-1)?.response !== undefined;
  const hasHops = hops.length === (kind === 'redirected' ? 2 : 1);
  return isEnded && isAnswered && hasHops && (!hasPreflight || hops[0].preflight?.response !== undefined);
}

function lackOf(exchange: Exchange | undefined): string {
  if (exchange === undefined) return 'all';
  const { outcome, hops } = exchange;
  const end = outcome.state === 'closed' ? `closed (${outcome.reason})` : outcome.state;
  return `something (${end}, response ${hops.at(-1)?.response?.status ?? 'missing'}, preflight ${hops[0].preflight?.response?.status ?? 'missing'})`;
}

/** In Firefox a refused response may look like a completed one; anything else of another kind is wrong. */
function isContradicted({ outcome, observedIn }: Exchange, number: number): boolean {
  const allowed = isAllowed(kindOf(number));
  if (outcome.state === 'error') return allowed;
  return outcome.state === 'completed' && !allowed && observedIn.engine === 'chromium';
}

function ranIn(span: Span, kills: readonly Kill[]): boolean {
  return kills.some((kill) => distance(span, kill) === 0);
}

/** Milliseconds between the two; 0 if they overlap. */
function distance({ start, end }: Span, { from, to }: Kill): number {
  return Math.max(0, start - to, from - end);
}
