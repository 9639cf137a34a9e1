import type { Diagnosis, Finding } from '../../rules/diagnosis.ts';
import { rulePage } from './rule-page.ts';
import { type TextPart, toParts } from './text.ts';

/** Something that is said besides the cause. */
export interface FindingVM {
  /** Each rule speaks once. */
  readonly key: string;
  readonly headline: readonly TextPart[];
  readonly explanation: readonly TextPart[];
  /** The extension's own page about it. */
  readonly page: string;
}

/** What the next checks would fail at once the cause is repaired. */
export interface NextFailuresVM {
  readonly findings: readonly FindingVM[];
  /** The proposed change was proven to mend all of it. */
  readonly areCovered: boolean;
}

/** Null if nothing more would fail. */
export function toNextFailures({ findings, cause }: Diagnosis, isProven: boolean): NextFailuresVM | null {
  const next = findings.filter((finding) => finding !== cause);
  return next.length === 0 ? null : { findings: next.map(toFindingVM), areCovered: isProven };
}

export function toNotes({ notes }: Diagnosis): readonly FindingVM[] {
  return notes.map(toFindingVM);
}

function toFindingVM({ rule, headline, explanation }: Finding): FindingVM {
  return { key: rule, headline: toParts(headline), explanation: toParts(explanation), page: rulePage(rule) };
}
