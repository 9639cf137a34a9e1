import type { BrowserOpinion, Diagnosis } from '../../rules/diagnosis.ts';
import { strings } from '../strings.ts';

/** What one browser says of the exchange. */
export interface BrowserVM {
  readonly name: string;
  readonly basis: string;
  readonly verdict: string;
  /** Its verdict isn't the one that was seen. */
  readonly differs: boolean;
  /** Chromium's error, Firefox's console key, with the parameter it names; empty if there is none. */
  readonly code: string;
  /** What its console prints; empty if nothing, or if it can't be told. */
  readonly text: string;
  /** It has nothing to complain of. */
  readonly isSilent: boolean;
  /** Where its words hang on something unseen: all that it may say; what they have in common is above. */
  readonly alternatives: readonly AlternativeVM[];
}

export interface AlternativeVM {
  readonly condition: string;
  readonly verdict: string;
  readonly code: string;
  readonly text: string;
}

export function toBrowsers(diagnosis: Diagnosis): readonly BrowserVM[] {
  return diagnosis.browsers.map((opinion) => toBrowser(opinion, diagnosis));
}

function toBrowser(opinion: BrowserOpinion, diagnosis: Diagnosis): BrowserVM {
  const alternatives = opinion.alternatives ?? [];
  return {
    name: strings.browsers.names[opinion.engine],
    basis:
      opinion.basis === 'observed' ? strings.browsers.observed : strings.browsers.predicted[opinion.engine],
    verdict: strings.verdicts[opinion.verdict],
    differs: opinion.verdict !== diagnosis.verdict,
    code: codeOf(opinion),
    text: opinion.text ?? '',
    isSilent: opinion.text === undefined && opinion.verdict === 'allowed',
    alternatives: alternatives.map((alternative) => ({
      condition: strings.browsers.conditions[alternative.if],
      verdict: strings.verdicts[alternative.verdict],
      code: codeOf(alternative.code === opinion.code ? { ...alternative, code: '' } : alternative),
      text: alternative.text ?? '',
    })),
  };
}

/** Its code with the parameter that it names; empty if there is none. */
function codeOf({
  code = '',
  failedParameter = '',
}: Pick<BrowserOpinion, 'code' | 'failedParameter'>): string {
  const parameter = failedParameter === '' ? '' : strings.browsers.parameter({ value: failedParameter });
  return [code, parameter].filter(Boolean).join(', ');
}
