import type { Evaluation, Fault } from '../fetch/evaluation.ts';
import type { Exchange } from '../model/exchange.ts';
import type { Action } from '../model/fix.ts';
import type { Finding, Link } from './diagnosis.ts';
import type { FaultyHop } from './faulty-answer.ts';
import type { History } from './history.ts';
import type { WrongAllowOrigin } from './wrong-allow-origin.ts';

/** What a rule may look at. */
export interface RuleContext extends FaultyHop {
  readonly exchange: Exchange;
  readonly evaluation: Evaluation;
  readonly history: History;
  readonly hopIndex: number;
  /** What is wrong with the Access-Control-Allow-Origin that the fault is about; null if the fault is another one. */
  readonly wrongAllowOrigin: WrongAllowOrigin | null;
}

/** What a rule can be asked about: a fault of that check, or an exchange in which no check failed. */
export type Explainable = Fault['check'] | 'no-fault';

/** The words of a rule: templates with named placeholders, `{origin}`. Code spans are marked with backticks. */
export interface RuleWords {
  /** For a list's row: under 60 characters once filled in (long values are cut by who shows it). */
  readonly title: string;
  readonly headline: string;
  readonly explanation: string;
  /** Variants and the texts of this rule's actions, by key. */
  readonly [key: string]: string;
}

/** What a rule found. The keys choose among its words; `data` fills their placeholders. */
export interface Found {
  /** Besides what `common-data.ts` gives to every rule: `origin`, `url`, `host`, `target`, `method`. */
  readonly data: Readonly<Record<string, string>>;
  readonly confidence: Finding['confidence'];
  readonly at: Finding['at'];
  readonly actions?: readonly Action[];
  /** Other words than `title`, `headline` and `explanation`, where the rule has variants. */
  readonly variant?: { readonly title?: string; readonly headline?: string; readonly explanation?: string };
}

/** A cause or a piece of advice. One file each, named after the thing that is wrong; `index.ts` gives the order. */
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
