import type { Engine } from '../model/exchange.ts';
import type { BrowserOpinion, OpinionAlternative } from '../rules/diagnosis.ts';

/** How an opinion that wasn't recorded is known. */
export const PREDICTED: Readonly<Record<BrowserOpinion['engine'], string>> = {
  chromium: 'predicted',
  firefox: 'predicted',
  webkit: 'predicted by WebKit’s source, not measured',
};

/** On what an alternative hangs. */
export const ALTERNATIVE_IF: Readonly<Record<OpinionAlternative['if'], string>> = {
  'credentials-include': 'if it is sent with credentials',
  'credentials-not-include': 'if it is sent without credentials',
  'two-header-lines': 'if the values came in two header lines',
  'one-header-line': 'if they came in one',
  'names-this-header': 'if it names this header',
  'names-these-address-spaces': 'if these are the address spaces',
};

/** Opinions worth telling, and the predicted ones that are like the recorded one: its words are enough to look the error up. */
export function tellApart(opinions: readonly BrowserOpinion[]): {
  readonly told: readonly BrowserOpinion[];
  readonly alike: readonly BrowserOpinion[];
} {
  const recorded = opinions.find(({ basis }) => basis === 'observed');
  const alike = opinions.filter((each) => each.basis === 'predicted' && saysTheSame(each, recorded));
  return { told: opinions.filter((each) => !alike.includes(each)), alike };
}

function saysTheSame(opinion: BrowserOpinion, recorded: BrowserOpinion | undefined): boolean {
  return (
    recorded !== undefined &&
    opinion.verdict === recorded.verdict &&
    opinion.alternatives === undefined &&
    recorded.alternatives === undefined
  );
}

const ENGINE_NAMES: Readonly<Record<Engine, string>> = {
  chromium: 'Chromium',
  firefox: 'Firefox',
  webkit: 'Safari',
};

export function engineName(engine: Engine): string {
  return ENGINE_NAMES[engine];
}
