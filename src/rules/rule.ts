import type { Evaluation, Fault } from '../fetch/evaluation.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Action } from '../model/fix.ts';
import type { MessageData } from '../model/message-value.ts';
import type { Finding, Link } from './diagnosis.ts';
import type { FaultyHop } from './faulty-answer.ts';
import type { History, NamingAnswer } from './history.ts';
import type { AnsweredBy } from './responder/answered-by.ts';
import type { WrongAllowOrigin } from './wrong-allow-origin.ts';

/** What a rule may look at. */
export interface RuleContext extends FaultyHop {
  readonly exchange: Exchange;
  readonly evaluation: Evaluation;
  readonly history: History;
  readonly hopIndex: number;
  /** What is wrong with the Access-Control-Allow-Origin that the fault is about; null if the fault is another one. */
  readonly wrongAllowOrigin: WrongAllowOrigin | null;
  /** The answers to other exchanges by which the server of the hop named an origin, oldest first. */
  readonly otherAnswers: readonly NamingAnswer[];
  /** Who gave the answer that the fault is about, or the last answer; null if nobody left a mark in it. */
  readonly answeredBy: AnsweredBy | null;
}

/** What a rule can be asked about: a fault of that check, or an exchange in which no check failed. */
export type Explainable = Fault['check'] | 'no-fault';

/** The words of a rule: templates with named placeholders, `{origin}`. Code spans are marked with backticks. */
export interface RuleWords {
  /** For a list's row: under 60 characters once filled in (long values are cut by who shows it). */
  readonly title: string;
  readonly headline: string;
  readonly explanation: string;
  /** What was seen that makes it this, in one sentence: why the finding is as sure as it says. */
  readonly evidence: string;
  /** Variants and the texts of this rule's actions, by key. */
  readonly [key: string]: string;
}

/** What a rule found. The keys choose among its words; `data` fills their placeholders. */
export interface Found {
  /** Besides what `common-data.ts` gives to every rule: `origin`, `url`, `host`, `target`, `method`. */
  readonly data: MessageData;
  readonly confidence: Finding['confidence'];
  /** Where it is less than the rule's own: what only may be so is nothing to raise an alarm for. */
  readonly severity?: 'info';
  readonly at: Finding['at'];
  readonly actions?: readonly Action[];
  /** Other words than `title`, `headline`, `explanation` and `evidence`, where the rule has variants. */
  readonly variant?: Partial<Readonly<Record<'title' | 'headline' | 'explanation' | 'evidence', string>>>;
}

/**
 * Something to say about one exchange: what is wrong with it (`causes/`), how it ended (`outcomes/`), or what the user
 * should know besides (`notes/`). One file each, named after the thing that it is about; `index.ts` gives the order.
 */
export interface Rule {
  readonly id: string;
  readonly severity: Finding['severity'];
  readonly words: RuleWords;
  readonly links: readonly Link[];
  /** Only about these the rule is asked. */
  readonly explains: readonly Explainable[];
  /** Pure; gives null where the rule doesn't apply. It may assume nothing about header values. */
  find(context: RuleContext): Found | null;
}
