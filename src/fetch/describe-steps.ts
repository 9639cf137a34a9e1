import { assertNever } from '../model/assert-never.ts';
import type { Fault, LocatedFault, Step, StepEvidence, StepReason } from './evaluation.ts';
import { type HeaderLines, linesOf } from './header-lines.ts';
import type { HopView } from './hop-view.ts';
import { specLinkOf } from './spec-links.ts';
import type { Judgement } from './step-recorder.ts';

/**
 * The judgements as steps for people: each with what its check looked at, and where it is written.
 *
 * @param views those of all hops that were judged
 */
export function describeSteps(judgements: readonly Judgement[], views: readonly HopView[]): readonly Step[] {
  return judgements.map((judgement) => toStep(judgement, views[judgement.hop]));
}

function toStep(judgement: Judgement, view: HopView | undefined): Step {
  const { check, hop, outcome, reached, fault, reason } = judgement;
  const evidence = view === undefined ? [] : evidenceOf(judgement, view);
  const spec = specLinkOf(judgement);
  if (fault !== undefined) {
    return { check, hop, outcome, reached, evidence, fault: withoutHop(fault), spec };
  }
  return reason === undefined
    ? { check, hop, outcome, reached, evidence, spec }
    : { check, hop, outcome, reached, evidence, reason, spec };
}

function withoutHop({ hop: _, ...fault }: LocatedFault): Fault {
  return fault;
}

/** The check was passed over before it looked at anything. */
const LOOKED_AT_NOTHING: ReadonlySet<StepReason | undefined> = new Set<StepReason | undefined>([
  'internal-redirect',
  'no-response-seen',
  'own-origin',
]);

function evidenceOf({ check, reason }: Judgement, view: HopView): readonly StepEvidence[] {
  if (LOOKED_AT_NOTHING.has(reason)) return [];
  const { hop, preflightAnswer } = view;
  const preflightStatus = preflightAnswer === null ? [] : [preflightStatusEvidence(preflightAnswer.status)];
  const preflightHeader = (name: string): StepEvidence =>
    headerEvidence('preflight-response', name, preflightAnswer?.headers ?? null);
  switch (check) {
    case 'cross-origin': {
      const url: StepEvidence = { message: 'request', name: ':url', lines: [hop.url] };
      return view.cors ? [url, originEvidence('request', view.origin)] : [url];
    }
    case 'mode':
      return [];
    case 'redirect-taint':
      return [originEvidence('request', view.origin)];
    case 'preflight-need':
      return [{ message: 'request', name: ':method', lines: [hop.method] }];
    case 'preflight-answered':
    case 'preflight-redirect':
    case 'preflight-status':
      return preflightStatus;
    case 'preflight-allow-origin':
      return [
        originEvidence('preflight-request', view.preflightOrigin),
        preflightHeader('access-control-allow-origin'),
      ];
    case 'preflight-allow-credentials':
      return [preflightHeader('access-control-allow-credentials')];
    case 'preflight-allow-methods-syntax':
      return [preflightHeader('access-control-allow-methods')];
    case 'preflight-allow-headers-syntax':
      return [preflightHeader('access-control-allow-headers')];
    case 'preflight-method': {
      const method = preflightAnswer?.method ?? hop.method;
      return [
        { message: 'preflight-request', name: 'access-control-request-method', lines: [method] },
        preflightHeader('access-control-allow-methods'),
      ];
    }
    case 'preflight-headers':
      return [
        headerEvidence('preflight-request', 'access-control-request-headers', view.preflightRequest),
        preflightHeader('access-control-allow-headers'),
      ];
    case 'answered':
      if (hop.response === undefined) return [];
      return [{ message: 'response', name: ':status', lines: [String(hop.response.status)] }];
    case 'allow-origin':
      return [
        originEvidence('request', view.origin),
        headerEvidence('response', 'access-control-allow-origin', view.response),
      ];
    case 'allow-credentials':
      return [headerEvidence('response', 'access-control-allow-credentials', view.response)];
    case 'redirect-location':
      return [{ message: 'response', name: 'location', lines: [view.redirect?.location ?? ''] }];
    case 'exposed-headers':
      return [headerEvidence('response', 'access-control-expose-headers', view.response)];
    default:
      return assertNever(check);
  }
}

function preflightStatusEvidence(status: number): StepEvidence {
  return { message: 'preflight-response', name: ':status', lines: [String(status)] };
}

function originEvidence(message: StepEvidence['message'], origin: string): StepEvidence {
  return { message, name: 'origin', lines: [origin] };
}

/** The lines of one header of one message. */
function headerEvidence(
  message: StepEvidence['message'],
  name: string,
  headers: HeaderLines | null,
): StepEvidence {
  return { message, name, lines: headers === null ? [] : linesOf(headers, name) };
}
