import { trimHttpWhitespace } from '../fetch/http-whitespace.ts';
import { getHeaderLines } from '../model/header-list.ts';
import { type FaultyAnswer, type FaultyHop, faultyAnswer } from './faulty-answer.ts';
import { type OriginDifference, originDifference } from './origin-difference.ts';

/** An Access-Control-Allow-Origin that is there and names no origin that helps. */
export interface WrongAllowOrigin extends FaultyAnswer {
  /** The combined value. */
  readonly value: string;
  readonly lines: readonly string[];
  /** The Origin that had to match. */
  readonly sent: string;
  /** `several-lines` for two header lines; otherwise what is wrong with the one. */
  readonly difference: OriginDifference | 'several-lines';
  /** Two lines and one list look the same here, so the difference is the likelier of the two. */
  readonly linesOrList: boolean;
}

/** Reads what is wrong with an Access-Control-Allow-Origin; null if the fault is another one, or if it is missing. */
export function wrongAllowOrigin(context: FaultyHop): WrongAllowOrigin | null {
  const { fault } = context;
  if (fault?.check !== 'allow-origin' && fault?.check !== 'preflight-allow-origin') return null;
  if (fault.problem === 'missing' || fault.problem === 'wildcard-with-credentials') return null;
  const answer = faultyAnswer(context);
  if (answer === null || fault.value === null) return null;
  const { on, response } = answer;
  const { value } = fault;
  const hasComma = value.includes(', ');
  const lines = hasComma ? getHeaderLines(response.headers, 'access-control-allow-origin') : [value];
  const linesOrList = hasComma && response.lines === 'joined';
  const severalLines = lines.length > 1 || (linesOrList && looksLikeSeveralLines(value));
  return {
    on,
    response,
    value,
    lines,
    sent: fault.origin,
    difference: severalLines ? 'several-lines' : originDifference(value, fault.origin),
    linesOrList,
  };
}

/** Whether one of several values of Access-Control-Allow-Origin would do alone, for any origin: then their number is wrong. */
export function hasWildcard(value: string): boolean {
  return value.split(',').some((each) => trimHttpWhitespace(each) === '*');
}

/** Whether joined lines look as if two layers had each set the header: nobody writes `*` or one origin twice in a list. */
function looksLikeSeveralLines(value: string): boolean {
  const parts = value.split(', ');
  return parts.includes('*') || new Set(parts).size < parts.length;
}
