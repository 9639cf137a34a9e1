import type { EngineDecisions } from '../fetch/engine-profile.ts';
import type { Branch, Evaluation, Verdict } from '../fetch/evaluation.ts';
import type { Engine } from '../model/exchange.ts';
import type { Action, Fix } from '../model/fix.ts';
import type { MessageData } from '../model/message-value.ts';
import type { AnsweredBy } from './responder/answered-by.ts';

/**
 * What `diagnose` says of an exchange. Plain data: ids and values, never prose; `renderMessage` makes the words. What a
 * list's row doesn't need (`findings`, `browsers`, `fix`, the evaluation's `steps` and so on) is worked out when it is first
 * read; spreading a diagnosis leaves that out.
 */
export interface Diagnosis {
  readonly verdict: Verdict;
  /** One sentence, with the user's own origin, URL, status or header in it. */
  readonly headline: Message;
  /** What is said first: the cause, or where nothing is wrong, how it ended. Its headline is the diagnosis's. */
  readonly lead: Finding;
  /** What is wrong: the first of `findings`; null if nothing is. */
  readonly cause: Finding | null;
  /** Everything that is wrong: the root cause, then what the next checks would complain of once that is repaired. */
  readonly findings: readonly Finding[];
  /** What the user should know besides, such as whether the request was executed. None of it is wrong. */
  readonly notes: readonly Finding[];
  /** Who gave the answer that decided, as far as its headers tell; null if they don't, or there was none. */
  readonly answeredBy: AnsweredBy | null;
  /** How the observing engine got to its verdict: the proof. */
  readonly evaluation: Evaluation;
  /** What each browser says, and would have decided. */
  readonly browsers: readonly BrowserOpinion[];
  /** The other engines that would decide otherwise, and why; empty if none would. */
  readonly disagreements: readonly Disagreement[];
  /** What to change. Empty lists if nothing needs to. */
  readonly fix: Fix;
  /** Where the answer hangs on something that the browser doesn't show: each case with its cause. Empty otherwise. */
  readonly branches: readonly BranchDiagnosis[];
  /** What would tell which of the branches it is; the words are those of the rule `credentials-unknown`. */
  readonly settledBy: readonly Action[];
  /** One for each hop to which the CORS protocol applies: why it needed a preflight, or why none was seen. */
  readonly preflights: readonly PreflightExplanation[];
}

/** What is wrong, and what to change, if something that the browser doesn't show is so. */
export interface BranchDiagnosis {
  readonly if: Branch['if'];
  readonly verdict: Verdict;
  readonly lead: Finding;
  readonly fix: Fix;
}

/** A text to be rendered: the rule whose words they are, the message's key there, and the values of its placeholders. */
export interface Message {
  readonly rule: string;
  readonly key: string;
  readonly data: MessageData;
}

export interface Finding {
  /** The rule's id, which is also its file's name. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly confidence: 'certain' | 'likely' | 'possible';
  /** A few words for a list's row, under 80 characters. */
  readonly title: Message;
  /** One sentence: what is wrong. */
  readonly headline: Message;
  /** Why, in a few sentences. */
  readonly explanation: Message;
  /** What was seen that makes it this: why the confidence is what it is. */
  readonly evidence: Message;
  /** Which hop, and which of its messages shows it. */
  readonly at: { readonly hop: number; readonly on: 'request' | 'preflight' | 'response' };
  readonly actions: readonly Action[];
  readonly links: readonly Link[];
}

export interface Link {
  readonly label: string;
  /** Always https. */
  readonly url: string;
}

export interface BrowserOpinion {
  readonly engine: Engine;
  /** `observed`: this browser ran it; `predicted`: by its rules in `engines.ts`. */
  readonly basis: 'observed' | 'predicted';
  readonly verdict: Verdict;
  /** Chromium's `Network.CorsError`, Firefox's console key; absent where it has none. */
  readonly code?: string;
  /** Chromium's `failedParameter`. */
  readonly failedParameter?: string;
  /** What its console prints; absent if nothing. */
  readonly text?: string;
  /**
   * Where its words hang on something that the browser doesn't show: all that it may say, one of which it says. What all
   * of them have in common is said above.
   */
  readonly alternatives?: readonly OpinionAlternative[];
}

/** Another engine that would decide otherwise. */
export interface Disagreement {
  readonly engine: Engine;
  /**
   * What it would make of the exchange: `passes` and `fails` follow from the messages that were seen; `may-pass` gets
   * past what failed, `may-fail` sends a preflight that wasn't sent, and of what comes then nothing was seen.
   */
  readonly outcome: 'passes' | 'fails' | 'may-pass' | 'may-fail';
  /** Whether both engines were seen to do so, or one of them is only known by its source or the standard. */
  readonly basis: 'measured' | 'source';
  /** Why: ids of the differences in the table of the engines, without which it would decide alike. */
  readonly because: readonly (keyof EngineDecisions)[];
  /** `Passes in Chrome, fails in Firefox.` */
  readonly headline: Message;
  /** Why, in a few sentences. */
  readonly reasons: readonly Message[];
}

/** What a browser says if something is so. */
export interface OpinionAlternative {
  readonly if:
    | 'credentials-include'
    | 'credentials-not-include'
    | 'two-header-lines'
    | 'one-header-line'
    | 'names-this-header'
    | 'names-these-address-spaces';
  readonly verdict: Verdict;
  readonly code?: string;
  readonly failedParameter?: string;
  readonly text?: string;
}

/** Why a hop needed a preflight, or why none was seen. The words of its messages are in `preflight-words.ts`. */
export interface PreflightExplanation {
  /** Index into the exchange's hops. */
  readonly hop: number;
  /**
   * - `sent`: there was one.
   * - `kept`: it needed one, and the browser had the answer to an earlier one.
   * - `not-seen`: it needs one, and neither that nor an earlier answer was seen.
   * - `unknown`: whether it needed one can't be told.
   */
  readonly state: 'sent' | 'kept' | 'not-seen' | 'not-needed' | 'unknown';
  readonly summary: Message;
  /** What made it necessary. */
  readonly reasons: readonly PreflightReasonExplanation[];
  /** How long its answer counts, and what would make that longer. */
  readonly caching: readonly Message[];
  /** The earlier answers that were used; empty if they aren't in the recording. */
  readonly keptAnswers: readonly KeptAnswer[];
}

export interface PreflightReasonExplanation {
  readonly why: Message;
  readonly avoid: Message;
}

/** The answer to an earlier preflight, which the browser still had. */
export interface KeptAnswer {
  /** Id of the exchange whose preflight it was. */
  readonly exchange: string;
  readonly message: Message;
  /** When it was received and until when it counts, in milliseconds since the epoch. */
  readonly from: number;
  readonly until: number;
}
