import type { CheckId, LocatedFault, Step, StepReason } from './evaluation.ts';

/** What came of a check: a step without what only its readers need, which `describe-steps.ts` adds. */
export type Judgement = Omit<Step, 'evidence' | 'fault' | 'spec'> & { readonly fault?: LocatedFault };

/** Collects judgements in order; everything after the first fault is marked as not reached. */
export class StepRecorder {
  readonly judgements: Judgement[] = [];
  readonly faults: LocatedFault[] = [];
  /** The hop that the next judgements belong to. */
  hop = 0;

  pass(check: CheckId): void {
    this.judgements.push({ check, hop: this.hop, outcome: 'pass', reached: this.#reached });
  }

  skip(check: CheckId, reason: StepReason): void {
    this.judgements.push({ check, hop: this.hop, outcome: 'not-applicable', reached: this.#reached, reason });
  }

  unknown(check: CheckId, reason: StepReason): void {
    this.judgements.push({ check, hop: this.hop, outcome: 'unknown', reached: this.#reached, reason });
  }

  /** Passes if there is no fault; a fault has to be of the current hop. */
  judge(check: CheckId, fault: LocatedFault | null): void {
    if (fault === null) {
      this.pass(check);
      return;
    }
    this.judgements.push({ check, hop: this.hop, outcome: 'fail', reached: this.#reached, fault });
    this.faults.push(fault);
  }

  get #reached(): boolean {
    return this.faults.length === 0;
  }
}
