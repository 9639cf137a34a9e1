import type { Evaluation, Verdict } from '../fetch/evaluation.ts';
import { fixFor } from '../fixes/index.ts';
import type { Action, Fix } from '../model/fix.ts';
import { diagnoseBranches } from './branches.ts';
import { browserOpinions } from './browsers/index.ts';
import type {
  BranchDiagnosis,
  BrowserOpinion,
  Diagnosis,
  Disagreement,
  Finding,
  Message,
  PreflightExplanation,
} from './diagnosis.ts';
import { findDisagreements } from './disagreement/find-disagreements.ts';
import type { Case } from './fault-context.ts';
import { explainPreflights } from './preflight/explain-preflights.ts';
import { findAll, findCause } from './run-rules.ts';
import { settlingSteps } from './settling-steps.ts';
import { withActions } from './with-actions.ts';

/** Only if every rule failed; the last one applies to everything. */
const NO_WORDS: Message = { rule: 'blocked-unexplained', key: 'title-unknown', data: {} };

/**
 * A diagnosis of which only verdict and cause are worked out at once, and the rest when somebody reads it: a list of
 * thousands of exchanges needs no more. The getters are the class's, for making own ones costs more than diagnosing;
 * so copy by naming the fields: spreading leaves them out.
 */
export class LazyDiagnosis implements Diagnosis {
  readonly verdict: Verdict;
  readonly headline: Message;
  readonly cause: Finding | null;
  readonly evaluation: Evaluation;
  readonly #case: Case;
  #findings: readonly Finding[] | undefined;
  #browsers: readonly BrowserOpinion[] | undefined;
  #disagreements: readonly Disagreement[] | undefined;
  #fix: Fix | undefined;
  #branches: readonly BranchDiagnosis[] | undefined;
  #settledBy: readonly Action[] | undefined;
  #preflights: readonly PreflightExplanation[] | undefined;

  constructor(input: Case) {
    this.verdict = input.evaluation.verdict;
    this.cause = findCause(input);
    this.headline = this.cause?.headline ?? NO_WORDS;
    this.evaluation = input.evaluation;
    this.#case = input;
  }

  get findings(): readonly Finding[] {
    this.#findings ??= findAll(this.#case, this.cause);
    return this.#findings;
  }

  get browsers(): readonly BrowserOpinion[] {
    this.#browsers ??= browserOpinions(this.#case.exchange, this.evaluation);
    return this.#browsers;
  }

  get disagreements(): readonly Disagreement[] {
    this.#disagreements ??= findDisagreements(this.#case.exchange, this.evaluation);
    return this.#disagreements;
  }

  get fix(): Fix {
    this.#fix ??= withActions(fixFor(this.#case.exchange, this.evaluation), this.evaluation, this.cause);
    return this.#fix;
  }

  get branches(): readonly BranchDiagnosis[] {
    this.#branches ??= diagnoseBranches(this.#case);
    return this.#branches;
  }

  get settledBy(): readonly Action[] {
    this.#settledBy ??= settlingSteps(this.#case);
    return this.#settledBy;
  }

  get preflights(): readonly PreflightExplanation[] {
    this.#preflights ??= explainPreflights(this.#case);
    return this.#preflights;
  }

  /** All of it, also what nobody has read yet. */
  toJSON(): Diagnosis {
    const { verdict, headline, cause, findings, evaluation, browsers, disagreements } = this;
    const { fix, branches, settledBy, preflights } = this;
    return {
      verdict,
      headline,
      cause,
      findings,
      evaluation,
      browsers,
      disagreements,
      fix,
      branches,
      settledBy,
      preflights,
    };
  }
}
