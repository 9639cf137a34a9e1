import type { Diagnosis } from '../../rules/diagnosis.ts';
import { renderParts } from '../../rules/index.ts';
import { shortened, type TextPart } from './text.ts';

/** That another browser would decide otherwise, and why. */
export interface DisagreementVM {
  readonly key: string;
  readonly headline: readonly TextPart[];
  readonly reasons: readonly (readonly TextPart[])[];
}

export function toDisagreements({ disagreements }: Diagnosis): readonly DisagreementVM[] {
  return disagreements.map(({ engine, headline, reasons }) => ({
    key: engine,
    headline: renderParts(headline).map(shortened),
    reasons: reasons.map((reason) => renderParts(reason).map(shortened)),
  }));
}
