import { ENGINES } from '../../fetch/engines.ts';
import type { Evaluation } from '../../fetch/evaluation.ts';
import { predict } from '../../fetch/predict.ts';
import { assertNever } from '../../model/assert-never.ts';
import type { Engine, Exchange } from '../../model/exchange.ts';
import type { BrowserOpinion, OpinionAlternative } from '../diagnosis.ts';
import { chromiumWords } from './chromium.ts';
import { firefoxWords, lineAlternatives } from './firefox.ts';
import { NO_WORDS, type OpinionWords } from './opinion-words.ts';
import { webkitWords } from './webkit.ts';

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
  if (alternatives.length > 0) return { engine, basis, verdict, alternatives };
  return Object.assign({ engine, basis, verdict }, wordsIn(engine, exchange, evaluation));
}

/** Two possibilities with two messages: neither can be claimed, and one of them it is. */
function alternativesOf(exchange: Exchange, evaluation: Evaluation): readonly OpinionAlternative[] {
  const { engine, fault, branches } = evaluation;
  if (engine === 'firefox' && fault !== null && branches.length === 0)
    return lineAlternatives(exchange, fault);
  // The usual case first: a fetch that doesn't ask for it includes no credentials across origins.
  const usualFirst = branches.toSorted(
    (a, b) => Number(a.if === 'credentials-include') - Number(b.if === 'credentials-include'),
  );
  return usualFirst.map((branch) => {
    const faults = branch.fault === null ? [] : [branch.fault];
    const settled = { ...evaluation, verdict: branch.verdict, fault: branch.fault, faults, branches: [] };
    return { if: branch.if, verdict: branch.verdict, ...wordsIn(engine, exchange, settled) };
  });
}

function wordsIn(engine: Engine, exchange: Exchange, evaluation: Evaluation): OpinionWords {
  if (evaluation.verdict !== 'blocked' && evaluation.verdict !== 'failed') return NO_WORDS;
  switch (engine) {
    case 'chromium':
      return chromiumWords(exchange, evaluation);
    case 'firefox':
      return firefoxWords(exchange, evaluation);
    case 'webkit':
      return webkitWords(exchange, evaluation);
    default:
      return assertNever(engine);
  }
}
