import type { Evaluation, Verdict } from '../fetch/evaluation.ts';
import type { Engine } from '../model/exchange.ts';
import type { Action, Fix } from '../model/fix.ts';

/**
 * What `diagnose` says of an exchange. Plain data: ids and values, never prose; `renderMessage` makes the words. What a
 * list's row doesn't need (`findings`, `browsers`, `fix`, the evaluation's `steps`) is worked out when it is first read.
 */
export interface Diagnosis {
  readonly verdict: Verdict;
  /** One sentence, with the user's own origin, URL, status or header in it. */
  readonly headline: Message;
  /** What leads: the first of `findings`; null if there is nothing to say. */
  readonly cause: Finding | null;
  /** Every finding, the root cause first, then what the next checks would complain of, then advice. */
  readonly findings: readonly Finding[];
  /** How the observing engine got to its verdict: the proof. */
  readonly evaluation: Evaluation;
  /** What each browser says, and would have decided. */
  readonly browsers: readonly BrowserOpinion[];
  /** What to change. Empty lists if nothing needs to. */
  readonly fix: Fix;
}

/** A text to be rendered: the rule whose words they are, the message's key there, and the values of its placeholders. */
export interface Message {
  readonly rule: string;
  readonly key: string;
  readonly data: Readonly<Record<string, string>>;
}

export interface Finding {
  /** The rule's id, which is also its file's name. */
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly confidence: 'certain' | 'likely' | 'possible';
  /** A few words for a list's row, under 60 characters. */
  readonly title: Message;
  /** One sentence: what is wrong. */
  readonly headline: Message;
  /** Why, in a few sentences. */
  readonly explanation: Message;
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
  /** Where its words hang on something that the browser doesn't show: all that it may say, one of which it says. */
  readonly alternatives?: readonly OpinionAlternative[];
}

/** What a browser says if something is so. */
export interface OpinionAlternative {
  readonly if: 'credentials-include' | 'credentials-not-include' | 'two-header-lines' | 'one-header-line';
  readonly verdict: Verdict;
  readonly code?: string;
  readonly failedParameter?: string;
  readonly text?: string;
}
