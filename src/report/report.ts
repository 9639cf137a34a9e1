import type { Branch, Verdict } from '../fetch/evaluation.ts';
import type { SnippetLanguage } from '../fixes/platforms/platform.ts';
import type { CredentialsMode, Exchange, ObservedIn } from '../model/exchange.ts';
import type { HeaderChange, RequestChange, StatusChange } from '../model/fix.ts';
import type { HeaderList } from '../model/header-list.ts';
import type { Advice } from '../rules/advice/advice.ts';
import type { BrowserOpinion, Finding } from '../rules/diagnosis.ts';

export const REPORT_FORMAT = 'cors-lens-report';

/** Any change of the format gets a new version: a reader of version 2 knows every field of a report of version 2. */
export const REPORT_VERSION = 2;

/**
 * What is exported: what was observed, and what CORS Lens made of it, in plain data. `report.schema.json` is its
 * published schema. It stands alone: a reader needs neither the rules nor the words of the version that wrote it.
 */
export interface Report {
  readonly format: typeof REPORT_FORMAT;
  readonly version: typeof REPORT_VERSION;
  /** ISO 8601, in UTC, such as `2026-11-21T10:00:00.000Z`. */
  readonly createdAt: string;
  readonly extensionVersion: string;
  /** Of the newest exchange; null if there is none. */
  readonly browser: ObservedIn | null;
  /** URL of the newest exchange's page, secrets masked; null if it isn't known. */
  readonly page: string | null;
  /** Whole, as recorded: secrets were masked before anything was kept. */
  readonly exchanges: readonly Exchange[];
  /**
   * Exchanges that the report isn't about, but without which a diagnosis would be different, oldest first; absent if
   * there are none. None of them is among `exchanges`.
   */
  readonly context?: readonly Exchange[];
  /** One for each exchange, in the same order. */
  readonly diagnoses: readonly DiagnosisSummary[];
  /** What could be better about the servers in it, told from the whole recording; the gravest first. */
  readonly advice?: readonly AdviceSummary[];
  /** What to paste on the servers whose headers have to change; absent if it isn't known what they run on. */
  readonly configurations?: readonly ConfigurationSummary[];
  /** Hosts, paths and other names are aliases: what was observed had others. */
  readonly aliased?: true;
}

/** The configuration of one server, by which the requests of the report pass. */
export interface ConfigurationSummary {
  /** The server's serialised origin. */
  readonly target: string;
  /** The platform's id, such as `nginx`, and its name. */
  readonly platform: string;
  readonly name: string;
  /** What to put where; never empty. */
  readonly snippets: readonly SnippetSummary[];
  /** How the change takes effect. */
  readonly reload: Prose;
  /** What is unsafe about it, or easily overlooked. */
  readonly warnings: readonly Prose[];
  /** On what it was tried; empty if that isn't known. */
  readonly proof: Prose;
  /** Ids of the report's failing exchanges that pass with it, by the rules. */
  readonly exchanges: readonly string[];
}

export interface SnippetSummary {
  readonly place: Prose;
  /** Absent where it isn't a file. */
  readonly file?: string;
  readonly language: SnippetLanguage;
  /** Whole lines. */
  readonly text: string;
}

/** A diagnosis with its words filled in, without the proof: that can be had again from the exchange. */
export interface DiagnosisSummary {
  /** The exchange's id. */
  readonly exchange: string;
  /**
   * Ids of the other exchanges that it was made with, oldest first, all of `exchanges` or `context`. Absent if the others
   * of `exchanges` give the same.
   */
  readonly history?: readonly string[];
  readonly verdict: Verdict;
  readonly headline: Prose;
  readonly credentials: CredentialsMode | 'unknown';
  /** What is said first: the cause, or where nothing is wrong, how it ended. */
  readonly lead?: FindingSummary;
  /** What is wrong, the cause first. */
  readonly findings: readonly FindingSummary[];
  /** What to know besides; absent if nothing. */
  readonly notes?: readonly FindingSummary[];
  /** Who gave the answer that decided; absent if its headers don't tell. */
  readonly answeredBy?: AnswererSummary;
  readonly browsers: readonly BrowserOpinion[];
  /** Where other browsers would decide otherwise, and why; absent if none would. */
  readonly disagreements?: readonly Prose[];
  readonly fix: FixSummary;
  /** Only where the answer hangs on something that the browser doesn't show. */
  readonly openQuestion?: OpenQuestion;
}

/** Every answer that is possible, and what would tell which it is. */
export interface OpenQuestion {
  readonly branches: readonly BranchSummary[];
  readonly settledBy: readonly Prose[];
}

export interface BranchSummary {
  readonly if: Branch['if'];
  readonly verdict: Verdict;
  readonly headline: Prose;
  readonly fix: FixSummary;
}

export interface FindingSummary {
  readonly rule: string;
  readonly severity: Finding['severity'];
  readonly confidence: Finding['confidence'];
  readonly title: Prose;
  readonly headline: Prose;
  readonly explanation: Prose;
  /** What was seen that makes it this, and as sure as it is. */
  readonly evidence?: Prose;
  readonly at: Finding['at'];
}

export interface AnswererSummary {
  readonly platforms: readonly string[];
  /** Which of them made the answer; absent if that can't be told. */
  readonly maker?: { readonly platform: string; readonly confidence: 'certain' | 'likely' };
  readonly statement: Prose;
  readonly evidence: HeaderList;
}

/** A piece of advice about a server, with its words filled in. */
export interface AdviceSummary extends Pick<Advice, 'rule' | 'topic' | 'target' | 'severity' | 'confidence'> {
  readonly title: Prose;
  readonly headline: Prose;
  readonly explanation: Prose;
  readonly evidence: Prose;
  readonly actions: readonly Prose[];
  /** Ids of the recorded exchanges that show it, of which not all need be in this report. */
  readonly exchanges: readonly string[];
  readonly cost?: NonNullable<Advice['cost']>;
  readonly probes?: readonly string[];
}

export interface FixSummary {
  readonly changes: readonly HeaderChange[];
  readonly statuses: readonly StatusChange[];
  /** Headers that the page should not send; absent if there are none. */
  readonly requests?: readonly RequestChange[];
  /** What to do outside the headers. */
  readonly actions: readonly Prose[];
  /** Whether the rules, run on the exchange with these changes, say `allowed`. */
  readonly proven: boolean;
}

/** Words in which values are told apart from text. Neither is trusted: both are quoted for what they are shown in. */
export type Prose = readonly ProsePart[];

export interface ProsePart {
  readonly kind: 'text' | 'code';
  readonly text: string;
}
