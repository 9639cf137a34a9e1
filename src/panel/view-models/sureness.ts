import type { Finding } from '../../rules/diagnosis.ts';
import { strings } from '../strings.ts';
import { type TextPart, toParts } from './text.ts';

/** How sure something is, and what was seen that makes it so. */
export interface SurenessVM {
  readonly word: string;
  readonly isSure: boolean;
  readonly why: readonly TextPart[];
}

export function toSureness({ confidence, evidence }: Pick<Finding, 'confidence' | 'evidence'>): SurenessVM {
  return {
    word: strings.sureness.words[confidence],
    isSure: confidence === 'certain',
    why: toParts(evidence),
  };
}
