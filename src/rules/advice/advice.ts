import type { Evaluation } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Action } from '../../model/fix.ts';
import type { MessageData } from '../../model/message-value.ts';
import type { Link, Message } from '../diagnosis.ts';
import type { RuleWords } from '../rule.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';
import type { MeasuredPreflight } from './measured-preflights.ts';

/** An exchange with what the CORS protocol made of it. */
export interface EvaluatedExchange {
  readonly exchange: Exchange;
  readonly evaluation: Evaluation;
}

/** What was seen of one server. */
export interface TargetTraffic {
  /** Its serialised origin. */
  readonly target: string;
  /** The exchanges whose last hop went there, oldest first. Never empty. */
  readonly exchanges: readonly EvaluatedExchange[];
  /** Its answers that the browser accepted across origins, oldest first; of an exchange its preflight's before its own. */
  readonly accepted: readonly AcceptedAnswer[];
  /** The preflights that it answered, oldest first. */
  readonly preflights: readonly MeasuredPreflight[];
}

/**
 * - `high`: someone else's page can read what is private.
 * - `medium`: it can go wrong with a cache, or an insecure page is trusted.
 * - `low`: it costs time, or more is allowed than is used.
 * - `info`: good to know; nothing has to change.
 */
export type AdviceSeverity = 'high' | 'medium' | 'low' | 'info';

/** What one rule has to say of a server: one line, however many exchanges show it. */
export interface Advice {
  /** The rule's id, which is also its file's name. */
  readonly rule: string;
  readonly topic: AdviceRule['topic'];
  readonly target: string;
  readonly severity: AdviceSeverity;
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly title: Message;
  readonly headline: Message;
  readonly explanation: Message;
  readonly evidence: Message;
  readonly actions: readonly Action[];
  readonly links: readonly Link[];
  /** Ids of the exchanges that show it, oldest first. Never empty. */
  readonly exchanges: readonly string[];
  /** What it has cost in this recording; absent where it costs nothing, or nobody can tell. */
  readonly cost?: AdviceCost;
  /** Values of `Origin` to send to the server by hand: if it allows one of them, it allows strangers. */
  readonly probes?: readonly string[];
}

export interface AdviceCost {
  /** Requests that could have been saved. */
  readonly requests: number;
  /** How long they took together. */
  readonly milliseconds: number;
}

/** What a rule found. The keys choose among its words; `data` fills their placeholders. */
export interface AdviceFound {
  /** Besides `target`, `host` and `count` (how many exchanges show it), which every rule's words may use. */
  readonly data: MessageData;
  readonly severity: AdviceSeverity;
  readonly confidence: Advice['confidence'];
  /** The exchanges that show it, oldest first. Never empty. */
  readonly shownBy: readonly EvaluatedExchange[];
  readonly actions?: readonly Action[];
  readonly variant?: Partial<Readonly<Record<'title' | 'headline' | 'explanation' | 'evidence', string>>>;
  readonly cost?: AdviceCost;
  readonly probes?: readonly string[];
}

/** A piece of advice on exchanges that work. One file each, named after what could be better; `index.ts` gives the order. */
export interface AdviceRule {
  readonly id: string;
  readonly topic: 'security' | 'speed' | 'hygiene';
  readonly words: RuleWords;
  readonly links: readonly Link[];
  /** Pure; gives null where there is nothing to say. It may assume nothing about header values. */
  find(traffic: TargetTraffic): AdviceFound | null;
}
