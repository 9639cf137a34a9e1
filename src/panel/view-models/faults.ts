import type { Fault } from '../../fetch/evaluation.ts';
import { assertNever } from '../../model/assert-never.ts';

type OriginFault = Extract<Fault, { origin: string }>;

/** What is wrong, in a few words for an arrow of the diagram. */
export function faultLabel(fault: Fault): string {
  switch (fault.check) {
    case 'allow-origin':
    case 'preflight-allow-origin':
      return allowOriginLabel(fault);
    case 'allow-credentials':
    case 'preflight-allow-credentials':
      return fault.value === null
        ? 'no Access-Control-Allow-Credentials'
        : 'Access-Control-Allow-Credentials isn’t true';
    case 'preflight-status':
      return 'status isn’t 2xx';
    case 'preflight-redirect':
      return 'redirects the preflight';
    case 'preflight-allow-methods-syntax':
      return 'Access-Control-Allow-Methods is malformed';
    case 'preflight-allow-headers-syntax':
      return 'Access-Control-Allow-Headers is malformed';
    case 'preflight-method':
      return `${fault.method} isn’t allowed`;
    case 'preflight-headers':
      return `${fault.named} isn’t allowed`;
    case 'redirect-location':
      return fault.problem === 'scheme'
        ? 'redirects to another scheme'
        : 'redirects to a URL with credentials';
    case 'answered':
    case 'preflight-answered':
      return fault.error === '' ? 'no answer' : fault.error;
    default:
      return assertNever(fault);
  }
}

function allowOriginLabel({ problem, value }: OriginFault): string {
  switch (problem) {
    case 'missing':
      return 'no Access-Control-Allow-Origin';
    case 'multiple':
      // A space alone makes browsers take one value for several.
      return value?.includes(',') === false
        ? 'Access-Control-Allow-Origin isn’t an origin'
        : 'several Access-Control-Allow-Origin';
    case 'invalid':
      return 'Access-Control-Allow-Origin isn’t an origin';
    case 'mismatch':
      return 'Access-Control-Allow-Origin names another origin';
    case 'wildcard-with-credentials':
      return 'Access-Control-Allow-Origin: * with credentials';
  }
}
