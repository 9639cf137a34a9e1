import type { Evaluation, Verdict } from '../fetch/evaluation.ts';
import { fixFor } from '../fixes/index.ts';
import type { Action, Fix } from '../model/fix.ts';
import { browserOpinions } from './browsers/index.ts';
import type { BrowserOpinion, Diagnosis, Finding, Message } from './diagnosis.ts';
import type { Case } from './fault-context.ts';
import { findAll, findCause } from './run-rules.ts';

/** Only if every rule failed; the last one applies to everything. */
const NO_WORDS: Message = { rule: 'blocked-unexplained', key: 'title-unknown', data: {} };

/**
 * A diagnosis of which only verdict and cause are worked out at once, and the rest when somebody reads it: a list of
 * thousands of exchanges needs no more. To whoever reads, copies or serialises it, they are properties like the others.
 */
export class LazyDiagnosis implements Diagnosis {
  // One descriptor for all instances each: so they share their shape, which keeps making and reading them cheap.
  static readonly #FINDINGS: PropertyDescriptor & ThisType<LazyDiagnosis> = {
    enumerable: true,
    get() {
      this.#findings ??= findAll(this.#case, this.cause);
      return this.#findings;
    },
  };

  static readonly #BROWSERS: PropertyDescriptor & ThisType<LazyDiagnosis> = {
    enumerable: true,
    get() {
      this.#browsers ??= browserOpinions(this.#case.exchange, this.evaluation);
      return this.#browsers;
    },
  };

  static readonly #FIX: PropertyDescriptor & ThisType<LazyDiagnosis> = {
    enumerable: true,
    get() {
      this.#fix ??= withActions(fixFor(this.#case.exchange, this.evaluation), this.evaluation, this.cause);
      return this.#fix;
    },
  };

  readonly verdict: Verdict;
  readonly headline: Message;
  readonly cause: Finding | null;
  declare readonly findings: readonly Finding[];
  readonly evaluation: Evaluation;
  declare readonly browsers: readonly BrowserOpinion[];
  declare readonly fix: Fix;
  readonly #case: Case;
  #findings: readonly Finding[] | undefined;
  #browsers: readonly BrowserOpinion[] | undefined;
  #fix: Fix | undefined;

  constructor(input: Case) {
    this.verdict = input.evaluation.verdict;
    this.cause = findCause(input);
    this.headline = this.cause?.headline ?? NO_WORDS;
    this.evaluation = input.evaluation;
    this.#case = input;
    Object.defineProperty(this, 'findings', LazyDiagnosis.#FINDINGS);
    Object.defineProperty(this, 'browsers', LazyDiagnosis.#BROWSERS);
    Object.defineProperty(this, 'fix', LazyDiagnosis.#FIX);
  }
}

/** The header changes together with what the cause's rule proposes outside the headers. */
function withActions(fix: Fix, evaluation: Evaluation, cause: Finding | null): Fix {
  const actions: Action[] = [...(cause?.actions ?? [])];
  if (fix.changes.length > 0 && evaluation.credentials.value === 'unknown') {
    actions.push({ id: 'allow-credentials-if-sent', data: {} });
  }
  return { changes: fix.changes, statuses: fix.statuses, actions };
}
