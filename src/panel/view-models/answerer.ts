import type { AnsweredBy } from '../../rules/responder/answered-by.ts';
import { cut, type TextPart, toParts } from './text.ts';

/** Who gave the answer that decided, and the header lines that show it. */
export interface AnswererVM {
  readonly statement: readonly TextPart[];
  readonly lines: readonly string[];
}

/** Platforms sign with a line or two each; more of them say the same again. */
const MOST_LINES = 5;
const MOST_CHARACTERS = 120;

/** Null also where nothing is wrong, unless something in front of the application answered: who did is of no use then. */
export function toAnswerer(answeredBy: AnsweredBy | null, isWrong: boolean): AnswererVM | null {
  if (answeredBy === null || (!isWrong && answeredBy.maker === null)) return null;
  const { statement, evidence } = answeredBy;
  return {
    statement: toParts(statement),
    lines: evidence.slice(0, MOST_LINES).map(([name, value]) => cut(`${name}: ${value}`, MOST_CHARACTERS)),
  };
}
