import type { Evaluation, LocatedFault } from '../fetch/evaluation.ts';
import type { Exchange, Hop } from '../model/exchange.ts';
import { decisiveAnswer } from './faulty-answer.ts';
import { type History, type NamingAnswer, namingAnswers } from './history.ts';
import { type AnsweredBy, answeredBy } from './responder/answered-by.ts';
import type { RuleContext } from './rule.ts';
import { type WrongAllowOrigin, wrongAllowOrigin } from './wrong-allow-origin.ts';

/** What the rules need besides the fault that they are asked to explain. */
export type Case = Pick<RuleContext, 'exchange' | 'evaluation' | 'history'>;

/** What the rules may look at to explain one fault. What several of them ask for is read once, and only if one asks. */
export class FaultContext implements RuleContext {
  readonly exchange: Exchange;
  readonly evaluation: Evaluation;
  readonly history: History;
  readonly fault: LocatedFault | null;
  readonly hop: Hop;
  readonly hopIndex: number;
  #wrongAllowOrigin: WrongAllowOrigin | null | undefined;
  #otherAnswers: readonly NamingAnswer[] | undefined;
  #answeredBy: AnsweredBy | null | undefined;

  /** @param fault null to explain an exchange in which no check failed */
  constructor({ exchange, evaluation, history }: Case, fault: LocatedFault | null) {
    const { hops } = exchange;
    this.exchange = exchange;
    this.evaluation = evaluation;
    this.history = history;
    this.fault = fault;
    this.hopIndex = fault?.hop ?? hops.length - 1;
    this.hop = hops[this.hopIndex] ?? hops[0];
  }

  get wrongAllowOrigin(): WrongAllowOrigin | null {
    if (this.#wrongAllowOrigin === undefined) this.#wrongAllowOrigin = wrongAllowOrigin(this);
    return this.#wrongAllowOrigin;
  }

  get otherAnswers(): readonly NamingAnswer[] {
    this.#otherAnswers ??= namingAnswers(this.exchange.id, this.hop.url, this.history);
    return this.#otherAnswers;
  }

  get answeredBy(): AnsweredBy | null {
    if (this.#answeredBy === undefined) this.#answeredBy = answeredBy(decisiveAnswer(this));
    return this.#answeredBy;
  }
}
