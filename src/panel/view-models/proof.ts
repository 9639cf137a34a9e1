import type { Evaluation, Step, StepEvidence } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import { strings } from '../strings.ts';
import { cut, type TextPart, withCode } from './text.ts';

export interface ProofVM {
  readonly summary: string;
  readonly steps: readonly ProofStep[];
}

export interface ProofStep {
  readonly key: string;
  readonly outcome: Step['outcome'];
  /** The engine got that far. */
  readonly reached: boolean;
  /** What the check wants. */
  readonly label: readonly TextPart[];
  /** `Redirect 1` where the exchange has several hops, else empty. */
  readonly hop: string;
  readonly evidence: readonly EvidenceVM[];
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** A header line or status that the check looked at. */
export interface EvidenceVM {
  readonly message: string;
  readonly name: string;
  /** As they were, long ones cut; empty if there was none. */
  readonly lines: readonly string[];
}

/** Every check in the engine's order, with what it looked at and where the standard says it. */
export function toProof(exchange: Exchange, evaluation: Evaluation): ProofVM {
  const counted = evaluation.steps.filter((step) => step.reached && step.outcome !== 'not-applicable');
  const passed = counted.filter((step) => step.outcome === 'pass').length;
  const engine = strings.browsers.names[evaluation.engine];
  const version = exchange.observedIn.version.split('.')[0] ?? '';
  return {
    summary: strings.proof.summary(passed, counted.length, `${engine} ${version}`.trim()),
    steps: evaluation.steps.map((step, index) => ({
      key: `${index} ${step.check}`,
      outcome: step.outcome,
      reached: step.reached,
      label: withCode(labelOf(step, evaluation)),
      hop: exchange.hops.length > 1 && step.hop > 0 ? strings.proof.hop(step.hop) : '',
      evidence: step.evidence.map(toEvidence),
      links: [
        {
          label: strings.proof.standard(step.spec.step),
          url: `https://fetch.spec.whatwg.org/#${step.spec.anchor}`,
        },
        { label: strings.proof.mdn, url: `https://developer.mozilla.org/docs/Web/${step.spec.mdn}` },
      ],
    })),
  };
}

function labelOf(step: Step, evaluation: Evaluation): string {
  if (step.check !== 'preflight-need') return strings.checks[step.check];
  const need = evaluation.preflights[step.hop];
  if (need === undefined || need.needed === 'unknown') return strings.needsPreflight.unknown;
  return need.needed === 'no' ? strings.needsPreflight.no : strings.checks['preflight-need'];
}

function toEvidence({ message, name, lines }: StepEvidence): EvidenceVM {
  return {
    message: strings.proof.evidenceOf[message],
    name: strings.proof.special[name] ?? name,
    lines: lines.map((line) => cut(line, 240)),
  };
}
