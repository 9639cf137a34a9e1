import type { Diagnosis } from '../../rules/diagnosis.ts';
import { type TextPart, toParts } from './text.ts';

/** That another browser would decide otherwise, and why. */
export interface DisagreementVM {
  readonly key: string;
  readonly headline: readonly TextPart[];
  readonly reasons: readonly (readonly TextPart[])[];
}

export function toDisagreements({ disagreements }: Diagnosis): readonly DisagreementVM[] {
  return disagreements.map(({ engine, headline, reasons }) => ({
    key: engine,
    headline: toParts(headline),
    reasons: reasons.map(toParts),
  }));
}
