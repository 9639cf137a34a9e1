import { DECISION_DIFFERENCES } from '../../fetch/engine-decisions.ts';
import type { EngineDecisions, EngineProfile } from '../../fetch/engine-profile.ts';
import { ENGINES } from '../../fetch/engines.ts';
import type { Evaluation } from '../../fetch/evaluation.ts';
import { predict } from '../../fetch/predict.ts';
import type { Exchange } from '../../model/exchange.ts';
import { BROWSER_NAMES } from '../browsers/names.ts';
import type { Disagreement, Message } from '../diagnosis.ts';
import { DISAGREEMENT, type DisagreementKey, ENGINE_DIFFERENCE } from './disagreement-words.ts';

type DecisionId = keyof EngineDecisions;

/**
 * The other engines that would decide otherwise about an exchange, each with the differences that make it so. These are
 * proven: with them the engine is predicted to decide otherwise, without them it isn't. What can't be proven so is left
 * out, and so is what only the observing engine's own failure or the unknown credentials mode would make different.
 *
 * @param observed the evaluation of the engine that ran it
 */
export function findDisagreements(exchange: Exchange, observed: Evaluation): readonly Disagreement[] {
  const here = ENGINES[exchange.observedIn.engine];
  return Object.values(ENGINES).flatMap((there) => {
    if (there.engine === here.engine) return [];
    const outcome = outcomeIn(there, exchange, observed);
    if (outcome === null) return [];
    const because = differencesBehind(here, there, exchange, observed);
    return because === null ? [] : [toDisagreement(here, there, outcome, because)];
  });
}

/** How an engine would decide otherwise than the observed one; null if it wouldn't, or if nothing can be said. */
function outcomeIn(
  profile: EngineProfile,
  exchange: Exchange,
  observed: Evaluation,
): Disagreement['outcome'] | null {
  const { verdict, preflights, branches } = predict(exchange, profile, observed);
  const isOpen = verdict === 'unknown' && branches.length === 0;
  if (observed.verdict === 'allowed') {
    if (verdict === 'blocked' || verdict === 'failed') return 'fails';
    return isOpen && preflights.some((need) => need.needed === 'yes' && need.seen !== 'yes')
      ? 'may-fail'
      : null;
  }
  if (observed.verdict !== 'blocked' && observed.verdict !== 'failed') return null;
  if (verdict === 'allowed') return 'passes';
  return isOpen && preflights.every((need) => need.needed !== 'unknown') ? 'may-pass' : null;
}

/** One difference that alone decides it, or else a smallest set of them; null if it isn't the differences. */
function differencesBehind(
  here: EngineProfile,
  there: EngineProfile,
  exchange: Exchange,
  observed: Evaluation,
): readonly DecisionId[] | null {
  const agreesWithout = (ids: readonly DecisionId[]) =>
    outcomeIn(withDecisionsOf(here, there, ids), exchange, observed) === null;
  const differing = DECISION_IDS.filter((id) => here[id] !== there[id]);
  const single = differing.find((id) => agreesWithout([id]));
  if (single !== undefined) return [single];
  if (!agreesWithout(differing)) return null;
  return differing.reduce<readonly DecisionId[]>((needed, id) => {
    const others = needed.filter((each) => each !== id);
    return agreesWithout(others) ? others : needed;
  }, differing);
}

const DECISION_IDS = Object.keys(DECISION_DIFFERENCES).filter(isDecisionId);

function isDecisionId(id: string): id is DecisionId {
  return Object.hasOwn(DECISION_DIFFERENCES, id);
}

/** An engine that decides as another one does in some points. */
function withDecisionsOf(
  here: EngineProfile,
  there: EngineProfile,
  ids: readonly DecisionId[],
): EngineProfile {
  return { ...there, ...Object.fromEntries(ids.map((id) => [id, here[id]])) };
}

function toDisagreement(
  here: EngineProfile,
  there: EngineProfile,
  outcome: Disagreement['outcome'],
  because: readonly DecisionId[],
): Disagreement {
  const names = { here: BROWSER_NAMES[here.engine], there: BROWSER_NAMES[there.engine] };
  const say = (key: DisagreementKey, data = {}): Message => ({ rule: DISAGREEMENT, key, data });
  const isMeasured = because.every((id) =>
    [here, there].every(({ engine }) => DECISION_DIFFERENCES[id][engine].source.how === 'measured'),
  );
  const isCertain = outcome === 'passes' || outcome === 'fails';
  return {
    engine: there.engine,
    outcome,
    basis: isMeasured ? 'measured' : 'source',
    because,
    headline: say(isCertain && !isMeasured ? `${outcome}-by-source` : outcome, names),
    reasons: [
      ...because.map((id) => explainDifference(id, here, there)),
      ...(outcome === 'may-fail' ? [say('unseen-preflight')] : []),
      ...(outcome === 'may-pass' ? [say('unseen-answer')] : []),
      ...(isMeasured ? [] : [say('not-measured')]),
    ],
  };
}

/** Who does it and who doesn't: the table's sentences name first whoever doesn't do as the standard says. */
function explainDifference(id: DecisionId, here: EngineProfile, there: EngineProfile): Message {
  const isOddHere = here[id] !== DECISION_DIFFERENCES[id].standard.value;
  const [odd, other] = isOddHere ? [here, there] : [there, here];
  const data = { odd: BROWSER_NAMES[odd.engine], other: BROWSER_NAMES[other.engine] };
  return { rule: ENGINE_DIFFERENCE, key: id, data };
}
