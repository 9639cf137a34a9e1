import { OPAQUE_ORIGIN } from '../../model/origin.ts';
import { targetOf } from '../index-history.ts';
import { type AcceptedAnswer, acceptedAnswers } from './accepted-answers.ts';
import type { EvaluatedExchange, TargetTraffic } from './advice.ts';
import { type MeasuredPreflight, measuredPreflights } from './measured-preflights.ts';

/** Groups exchanges by the origin that their last hop went to; in what cannot be parsed nobody can tell servers apart. */
export function trafficByTarget(exchanges: readonly EvaluatedExchange[]): readonly TargetTraffic[] {
  const byTarget = new Map<string, EvaluatedExchange[]>();
  for (const each of exchanges) {
    const target = targetOf(each.exchange);
    if (target === OPAQUE_ORIGIN) continue;
    const known = byTarget.get(target);
    if (known === undefined) byTarget.set(target, [each]);
    else known.push(each);
  }
  return [...byTarget].map(([target, all]) => new Traffic(target, all));
}

/** What several rules ask for is read once, and only if one asks. */
class Traffic implements TargetTraffic {
  readonly target: string;
  readonly exchanges: readonly EvaluatedExchange[];
  #accepted: readonly AcceptedAnswer[] | undefined;
  #preflights: readonly MeasuredPreflight[] | undefined;

  constructor(target: string, exchanges: readonly EvaluatedExchange[]) {
    this.target = target;
    this.exchanges = exchanges;
  }

  get accepted(): readonly AcceptedAnswer[] {
    this.#accepted ??= this.exchanges.flatMap(acceptedAnswers);
    return this.#accepted;
  }

  get preflights(): readonly MeasuredPreflight[] {
    this.#preflights ??= this.exchanges.flatMap((each) => measuredPreflights(each, this.target));
    return this.#preflights;
  }
}
