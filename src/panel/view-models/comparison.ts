import type { Fault, LocatedFault } from '../../fetch/evaluation.ts';
import { trimHttpWhitespace } from '../../fetch/http-whitespace.ts';
import { readableValue } from '../../model/decode-utf8.ts';
import type { Exchange } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { comparisonWords as words } from '../comparison-words.ts';
import { type ComparisonRowVM, characterRows, listRow, severalRow } from './comparison-row.ts';
import { describeDifference } from './describe-difference.ts';
import { inSentence, plain, type TextPart } from './text.ts';

/** Two values that the check that decided held against each other, with what differs marked. */
export interface ComparisonVM {
  /** In whose answer. */
  readonly aside: string;
  readonly rows: readonly [ComparisonRowVM, ComparisonRowVM];
  /** What differs, in sentences. */
  readonly words: readonly (readonly TextPart[])[];
}

/** What the check that failed compared, side by side; null if it wasn't two values. */
export function toComparison(exchange: Exchange, fault: LocatedFault | null): ComparisonVM | null {
  if (fault === null) return null;
  const compared = compare(fault, exchange);
  if (compared === null) return null;
  const aside = fault.check.startsWith('preflight-') ? words.inPreflight : words.inResponse;
  return { aside, ...compared };
}

const NONE: ReadonlySet<string> = new Set();
const ALLOW_ORIGIN = 'Access-Control-Allow-Origin';

type Compared = Pick<ComparisonVM, 'rows' | 'words'>;

function compare(fault: LocatedFault, exchange: Exchange): Compared | null {
  switch (fault.check) {
    case 'allow-origin':
    case 'preflight-allow-origin':
      return fault.value === null ? null : compareOrigins(fault.problem, fault.value, fault.origin);
    case 'allow-credentials':
    case 'preflight-allow-credentials': {
      if (fault.value === null) return null;
      const value = textOf(fault.value);
      return {
        rows: characterRows(['Access-Control-Allow-Credentials', value], [words.hasToBe, 'true']),
        words: describeDifference(value, 'true'),
      };
    }
    case 'preflight-method': {
      if (fault.allowed.length === 0) return null;
      const near = fault.allowed.filter((each) => each.toLowerCase() === fault.method.toLowerCase());
      return {
        rows: [
          listRow(words.asksFor, [fault.method], new Set([fault.method])),
          listRow('Access-Control-Allow-Methods', fault.allowed, new Set(near)),
        ],
        words: [methodWords(fault, near)],
      };
    }
    case 'preflight-headers': {
      if (fault.allowed.length === 0) return null;
      const missing = new Set(fault.missing);
      return {
        rows: [
          listRow(words.asksFor, askedFor(exchange, fault), missing),
          listRow('Access-Control-Allow-Headers', fault.allowed, NONE),
        ],
        words: [headerWords(fault)],
      };
    }
    default:
      return null;
  }
}

type OriginProblem = Extract<Fault, { origin: string }>['problem'];

function compareOrigins(problem: OriginProblem, bytes: string, origin: string): Compared {
  const value = textOf(bytes);
  const count = value.split(',').filter((each) => each.trim() !== '').length;
  if (problem === 'multiple' && count > 1) {
    return {
      rows: [severalRow(ALLOW_ORIGIN, value, origin), listRow(words.origin, [origin], NONE)],
      words: [plain(words.onlyOne({ count }))],
    };
  }
  return {
    rows: characterRows([ALLOW_ORIGIN, value], [words.origin, origin]),
    words: problem === 'wildcard-with-credentials' ? [words.wildcard] : describeDifference(value, origin),
  };
}

function methodWords(
  { method, allowed }: Extract<Fault, { check: 'preflight-method' }>,
  near: readonly string[],
): readonly TextPart[] {
  if (allowed.includes('*')) return words.wildcard;
  const name = inSentence(method);
  return near.length > 0 ? words.methodCase({ name }) : words.notListed({ name });
}

function headerWords({
  missing,
  allowed,
}: Extract<Fault, { check: 'preflight-headers' }>): readonly TextPart[] {
  if (allowed.includes('*'))
    return missing.includes('authorization') ? words.wildcardAuthorization : words.wildcard;
  const names = inSentence(missing.join(', '));
  return missing.length === 1 ? words.notListed({ name: names }) : words.noneListed({ names });
}

/** The names that the preflight asked for, in its order; those that are missing if its headers weren't seen. */
function askedFor(
  { hops }: Exchange,
  { hop, missing }: LocatedFault & { readonly check: 'preflight-headers' },
): readonly string[] {
  const asked = getHeader(hops[hop]?.preflight?.request.headers ?? [], 'access-control-request-headers');
  return asked === null ? missing : asked.split(',').map(trimHttpWhitespace);
}

/** A header's value as it is compared, without whitespace around it, and as people read it. */
function textOf(bytes: string): string {
  return trimHttpWhitespace(readableValue(bytes));
}
