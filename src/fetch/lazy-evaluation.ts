import type { Evaluation, Step } from './evaluation.ts';

/** An evaluation without the account of how it came about. */
export type Decision = Omit<Evaluation, 'steps'>;

/**
 * An evaluation whose steps are written down when somebody reads them: a list of thousands of exchanges only needs the
 * decisions. To whoever reads, copies or serialises it, `steps` is a property like the others.
 */
export class LazyEvaluation implements Evaluation {
  /** One descriptor for all: instances share their shape, which keeps making and reading them cheap. */
  static readonly #STEPS: PropertyDescriptor & ThisType<LazyEvaluation> = {
    enumerable: true,
    get() {
      this.#steps ??= this.#describe();
      return this.#steps;
    },
  };

  readonly engine: Evaluation['engine'];
  readonly verdict: Evaluation['verdict'];
  declare readonly steps: Evaluation['steps'];
  readonly fault: Evaluation['fault'];
  readonly faults: Evaluation['faults'];
  readonly credentials: Evaluation['credentials'];
  readonly preflights: Evaluation['preflights'];
  readonly readable: Evaluation['readable'];
  readonly branches: Evaluation['branches'];
  readonly #describe: () => readonly Step[];
  #steps: readonly Step[] | undefined;

  /** @param describe gives the steps; called once at most */
  constructor(decision: Decision, describe: () => readonly Step[]) {
    this.engine = decision.engine;
    this.verdict = decision.verdict;
    this.fault = decision.fault;
    this.faults = decision.faults;
    this.credentials = decision.credentials;
    this.preflights = decision.preflights;
    this.readable = decision.readable;
    this.branches = decision.branches;
    this.#describe = describe;
    Object.defineProperty(this, 'steps', LazyEvaluation.#STEPS);
  }
}
