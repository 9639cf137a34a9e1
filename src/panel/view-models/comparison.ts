import type { Fault, LocatedFault } from '../../fetch/evaluation.ts';
import { trimHttpWhitespace } from '../../fetch/http-whitespace.ts';
import { decodeUtf8 } from '../../model/decode-utf8.ts';
import type { Exchange } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { makeVisible } from '../../report/visible-text.ts';
import { comparisonWords as words } from '../comparison-words.ts';
import { differencesOf, type Stretch } from './byte-difference.ts';
import { describeDifference } from './describe-difference.ts';
import { cut, type TextPart, withValues } from './text.ts';

/** Two values that the check that decided held against each other, with what differs marked. */
export interface ComparisonVM {
  /** In whose answer. */
  readonly aside: string;
  readonly rows: readonly [ComparisonRowVM, ComparisonRowVM];
  /** What differs, in sentences. */
  readonly words: readonly (readonly TextPart[])[];
}

export interface ComparisonRowVM {
  readonly label: string;
  /** Empty for an empty value. */
  readonly pieces: readonly PieceVM[];
}

export interface PieceVM {
  /** As it was. The pieces of a row, put together, are its value. */
  readonly text: string;
  /** The same with invisible characters shown, and cut if it is very long. */
  readonly shown: string;
  readonly differs: boolean;
  /** How many characters more the other row has here: room that is left, so that what follows stays lined up. */
  readonly gap: number;
}

/** What the check that failed compared, side by side; null if it wasn't two values. */
export function toComparison(exchange: Exchange, fault: LocatedFault | null): ComparisonVM | null {
  if (fault === null) return null;
  const compared = compare(fault, exchange);
  if (compared === null) return null;
  const aside = fault.check.startsWith('preflight-') ? words.inPreflight : words.inResponse;
  return { aside, ...compared };
}

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
        rows: characterRows([words.allowCredentials, value], [words.hasToBe, 'true']),
        words: describeDifference(value, 'true'),
      };
    }
    case 'preflight-method': {
      if (fault.allowed.length === 0) return null;
      const near = fault.allowed.filter((each) => each.toLowerCase() === fault.method.toLowerCase());
      return {
        rows: [
          listRow(words.asksForMethod, [fault.method], new Set([fault.method])),
          listRow(words.allowMethods, fault.allowed, new Set(near)),
        ],
        words: [methodWords(fault, near)],
      };
    }
    case 'preflight-headers': {
      if (fault.allowed.length === 0) return null;
      const missing = new Set(fault.missing);
      return {
        rows: [
          listRow(words.asksForHeaders, askedFor(exchange, fault), missing),
          listRow(words.allowHeaders, fault.allowed, new Set()),
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
      rows: [severalRow(value, origin), { label: words.origin, pieces: [piece(origin)] }],
      words: [withValues(words.onlyOne(count))],
    };
  }
  return {
    rows: characterRows([words.allowOrigin, value], [words.origin, origin]),
    words:
      problem === 'wildcard-with-credentials'
        ? [withValues(words.wildcard)]
        : describeDifference(value, origin),
  };
}

/** Several values, of which only the one that was asked for, and only once, should be there. */
function severalRow(value: string, origin: string): ComparisonRowVM {
  // With the separators in between.
  const parts = value.split(/(\s*,\s*)/);
  const rightOne = parts.indexOf(origin);
  return {
    label: words.allowOrigin,
    pieces: parts.map((text, index) => piece(text, index !== rightOne && index % 2 === 0 && text !== '')),
  };
}

function methodWords(
  { method, allowed }: Extract<Fault, { check: 'preflight-method' }>,
  near: readonly string[],
): readonly TextPart[] {
  if (allowed.includes('*')) return withValues(words.wildcard);
  return withValues(near.length > 0 ? words.methodCase : words.notListed(1), { names: method });
}

function headerWords({
  missing,
  allowed,
}: Extract<Fault, { check: 'preflight-headers' }>): readonly TextPart[] {
  if (!allowed.includes('*'))
    return withValues(words.notListed(missing.length), { names: missing.join(', ') });
  return withValues(missing.includes('authorization') ? words.wildcardAuthorization : words.wildcard);
}

/** The names that the preflight asked for, in its order; those that are missing if its headers weren't seen. */
function askedFor(
  { hops }: Exchange,
  { hop, missing }: LocatedFault & { readonly check: 'preflight-headers' },
): readonly string[] {
  const asked = getHeader(hops[hop]?.preflight?.request.headers ?? [], 'access-control-request-headers');
  return asked === null ? missing : asked.split(',').map(trimHttpWhitespace);
}

type Labelled = readonly [label: string, value: string];

/** Two values with the characters marked that they don't have in common. */
function characterRows(one: Labelled, other: Labelled): ComparisonVM['rows'] {
  const stretches = differencesOf(one[1], other[1]);
  return [
    { label: one[0], pieces: piecesOf(stretches, 'one', 'other') },
    { label: other[0], pieces: piecesOf(stretches, 'other', 'one') },
  ];
}

function piecesOf(stretches: readonly Stretch[], own: 'one' | 'other', others: 'one' | 'other'): PieceVM[] {
  return stretches.map((stretch) => {
    if (stretch.kind === 'same') return piece(stretch.text);
    const text = stretch[own];
    return piece(text, true, Math.max(0, widthOf(stretch[others]) - widthOf(text)));
  });
}

/** The items of a list, those marked that the other list lacks. */
function listRow(label: string, items: readonly string[], marked: ReadonlySet<string>): ComparisonRowVM {
  return {
    label,
    pieces: items.flatMap((item, index) => {
      const own = piece(item, marked.has(item));
      return index === 0 ? [own] : [piece(', '), own];
    }),
  };
}

function piece(text: string, differs = false, gap = 0): PieceVM {
  const visible = makeVisible(text);
  // Between words a space is seen for what it is; where it is what differs, it isn't.
  return { text, shown: cutMiddle(differs ? visible.replaceAll(' ', SPACE) : visible), differs, gap };
}

const SPACE = '\u2423';
/** Of one piece: the rest is in the headers below. */
const MOST_CHARACTERS = 160;
/** A gap that is wider than that lines nothing up any more. */
const WIDEST_GAP = 24;

function cutMiddle(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text;
  const end = text.slice(-MOST_CHARACTERS / 2).replace(/^[\udc00-\udfff]/, '');
  return `${cut(text, MOST_CHARACTERS / 2)}${end}`;
}

function widthOf(text: string): number {
  return Math.min(WIDEST_GAP, [...makeVisible(text)].length);
}

/** A header's value as it is compared, without whitespace around it, and as people read it. */
function textOf(bytes: string): string {
  const { text, valid } = decodeUtf8(bytes);
  return trimHttpWhitespace(valid ? text : bytes);
}
