import { ENGINES } from '../../fetch/engines.ts';
import type { Evaluation } from '../../fetch/evaluation.ts';
import { predict } from '../../fetch/predict.ts';
import type { Engine, Exchange } from '../../model/exchange.ts';
import type { BrowserOpinion, OpinionAlternative } from '../diagnosis.ts';
import { CHROMIUM_WORDS } from './chromium.ts';
import { FIREFOX_WORDS } from './firefox.ts';
import { type BrowserWords, NO_WORDS, type OpinionWords, type Reading } from './opinion-words.ts';
import { WEBKIT_WORDS } from './webkit.ts';

const ALL: readonly Engine[] = ['chromium', 'firefox', 'webkit'];

/**
 * What each browser says of an exchange, the one that ran it first. The others are predictions from the same messages.
 *
 * @param evaluation that of the engine that ran it
 */
export function browserOpinions(exchange: Exchange, evaluation: Evaluation): BrowserOpinion[] {
  const ran = exchange.observedIn.engine;
  const others = ALL.filter((engine) => engine !== ran);
  return [
    opinionOf(exchange, evaluation, 'observed'),
    ...others.map((engine) =>
      opinionOf(exchange, predict(exchange, ENGINES[engine], evaluation), 'predicted'),
    ),
  ];
}

function opinionOf(
  exchange: Exchange,
  evaluation: Evaluation,
  basis: BrowserOpinion['basis'],
): BrowserOpinion {
  const { engine, verdict } = evaluation;
  const alternatives = alternativesOf(exchange, evaluation);
  if (alternatives.length === 0) {
    return Object.assign({ engine, basis, verdict }, wordsIn(engine, exchange, evaluation));
  }
  return { engine, basis, verdict, ...inCommon(alternatives), alternatives };
}

/** Two possibilities with two messages: neither can be claimed, and one of them it is. */
function alternativesOf(exchange: Exchange, evaluation: Evaluation): readonly OpinionAlternative[] {
  const { branches } = evaluation;
  if (branches.length === 0) {
    return readingsIn(exchange, evaluation).map((reading) => ({ verdict: evaluation.verdict, ...reading }));
  }
  // The usual case first: a fetch that doesn't ask for it includes no credentials across origins.
  const usualFirst = branches.toSorted(
    (a, b) => Number(a.if === 'credentials-include') - Number(b.if === 'credentials-include'),
  );
  return usualFirst.flatMap((branch) => {
    const { verdict, fault } = branch;
    const settled = { ...evaluation, verdict, fault, faults: fault === null ? [] : [fault], branches: [] };
    const readings = readingsIn(exchange, settled);
    const all = readings.length > 0 ? readings : [wordsIn(evaluation.engine, exchange, settled)];
    return all.map((words) => ({ ...words, if: branch.if, verdict }));
  });
}

/** What it says in any case. */
function inCommon(alternatives: readonly OpinionAlternative[]): OpinionWords {
  const [first, ...others] = alternatives;
  const isCommon = (key: keyof OpinionWords): boolean => others.every((other) => other[key] === first?.[key]);
  return {
    ...(first?.code !== undefined && isCommon('code') && { code: first.code }),
    ...(first?.failedParameter !== undefined &&
      isCommon('failedParameter') && { failedParameter: first.failedParameter }),
    ...(first?.text !== undefined && isCommon('text') && { text: first.text }),
  };
}

const WORDS: Readonly<Record<Engine, BrowserWords>> = {
  chromium: CHROMIUM_WORDS,
  firefox: FIREFOX_WORDS,
  webkit: WEBKIT_WORDS,
};

function speaks({ verdict }: Evaluation): boolean {
  return verdict === 'blocked' || verdict === 'failed';
}

function wordsIn(engine: Engine, exchange: Exchange, evaluation: Evaluation): OpinionWords {
  return speaks(evaluation) ? WORDS[engine].words(exchange, evaluation) : NO_WORDS;
}

function readingsIn(exchange: Exchange, evaluation: Evaluation): readonly Reading[] {
  return speaks(evaluation) ? WORDS[evaluation.engine].readings(exchange, evaluation) : [];
}
