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
import { type Case, FaultContext } from './fault-context.ts';
import { explainPreflights } from './preflight/explain-preflights.ts';
import type { AnsweredBy } from './responder/answered-by.ts';
import { findAll, findLead, findNotes } from './run-rules.ts';
import { settlingSteps } from './settling-steps.ts';
import { withActions } from './with-actions.ts';

/**
 * A diagnosis of which only verdict and lead are worked out at once, and the rest when somebody reads it: a list of
 * thousands of exchanges needs no more. The getters are the class's, for making own ones costs more than diagnosing;
 * so copy by naming the fields: spreading leaves them out.
 */
export class LazyDiagnosis implements Diagnosis {
  readonly verdict: Verdict;
  readonly headline: Message;
  readonly lead: Finding;
  readonly cause: Finding | null;
  readonly evaluation: Evaluation;
  readonly #case: Case;
  #findings: readonly Finding[] | undefined;
  #notes: readonly Finding[] | undefined;
  #answeredBy: AnsweredBy | null | undefined;
  #browsers: readonly BrowserOpinion[] | undefined;
  #disagreements: readonly Disagreement[] | undefined;
  #fix: Fix | undefined;
  #branches: readonly BranchDiagnosis[] | undefined;
  #settledBy: readonly Action[] | undefined;
  #preflights: readonly PreflightExplanation[] | undefined;

  constructor(input: Case) {
    this.verdict = input.evaluation.verdict;
    this.lead = findLead(input);
    this.cause = this.lead.severity === 'info' ? null : this.lead;
    this.headline = this.lead.headline;
    this.evaluation = input.evaluation;
    this.#case = input;
  }

  get findings(): readonly Finding[] {
    this.#findings ??= findAll(this.#case, this.cause);
    return this.#findings;
  }

  get notes(): readonly Finding[] {
    this.#notes ??= findNotes(this.#case, this.lead);
    return this.#notes;
  }

  get answeredBy(): AnsweredBy | null {
    if (this.#answeredBy === undefined) {
      this.#answeredBy = new FaultContext(this.#case, this.evaluation.fault).answeredBy;
    }
    return this.#answeredBy;
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
    this.#fix ??= withActions(fixFor(this.#case.exchange, this.evaluation), {
      evaluation: this.evaluation,
      lead: this.lead,
      answeredBy: this.answeredBy,
    });
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
    const { verdict, headline, lead, cause, findings, notes, answeredBy } = this;
    const { evaluation, browsers, disagreements, fix, branches, settledBy, preflights } = this;
    return {
      verdict,
      headline,
      lead,
      cause,
      findings,
      notes,
      answeredBy,
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
