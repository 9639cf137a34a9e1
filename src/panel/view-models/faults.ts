import type { Fault } from '../../fetch/evaluation.ts';
import { assertNever } from '../../model/assert-never.ts';
import { strings } from '../strings.ts';

const words = strings.faults;

type OriginFault = Extract<Fault, { origin: string }>;

/** What is wrong, in a few words for an arrow of the diagram. */
export function faultLabel(fault: Fault): string {
  switch (fault.check) {
    case 'allow-origin':
    case 'preflight-allow-origin':
      return allowOriginLabel(fault);
    case 'allow-credentials':
    case 'preflight-allow-credentials':
      return fault.value === null ? words.noAllowCredentials : words.otherAllowCredentials;
    case 'preflight-status':
      return words.preflightStatus;
    case 'preflight-redirect':
      return words.preflightRedirect;
    case 'preflight-allow-methods-syntax':
      return words.malformedAllowMethods;
    case 'preflight-allow-headers-syntax':
      return words.malformedAllowHeaders;
    case 'preflight-method':
      return words.notAllowed({ name: fault.method });
    case 'preflight-headers':
      return words.notAllowed({ name: fault.named });
    case 'redirect-location':
      return fault.problem === 'scheme' ? words.redirectToScheme : words.redirectWithCredentials;
    case 'answered':
    case 'preflight-answered':
      return fault.error === '' ? strings.diagram.noAnswer : fault.error;
    default:
      return assertNever(fault);
  }
}

function allowOriginLabel({ problem, value }: OriginFault): string {
  switch (problem) {
    case 'missing':
      return words.noAllowOrigin;
    case 'multiple':
      // A space alone makes browsers take one value for several.
      return value?.includes(',') === false ? words.invalidAllowOrigin : words.severalAllowOrigin;
    case 'invalid':
      return words.invalidAllowOrigin;
    case 'mismatch':
      return words.otherAllowOrigin;
    case 'wildcard-with-credentials':
      return words.wildcardWithCredentials;
  }
}
