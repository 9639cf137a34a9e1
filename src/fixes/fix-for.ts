import type { Evaluation, LocatedFault } from '../fetch/evaluation.ts';
import { isRedirectStatus } from '../fetch/http-redirect-fetch.ts';
import { isHttpToken } from '../fetch/http-token.ts';
import type { Exchange, Hop } from '../model/exchange.ts';
import type { Fix, HeaderChange, RequestChange, StatusChange } from '../model/fix.ts';
import { allowsOnlyNull } from './allows-only-null.ts';
import { changesOfUnseen } from './changes-of-unseen.ts';
import {
  allowCredentials,
  allowHeaders,
  allowMethod,
  allowOrigin,
  type FaultyMessage,
} from './message-changes.ts';
import { isNameable } from './nameable-origin.ts';
import { allowableHeaders, questionOf } from './preflight-question.ts';
import { isCorsResponseHeaderName } from './response-header-names.ts';

const NOTHING: Fix = { changes: [], statuses: [], requests: [], actions: [] };

/**
 * The least that the servers have to change so that a blocked exchange passes: every header and status that stands in
 * its way, of all hops, preflights and answers, and nothing else. It names the exact origin and the methods and headers
 * that were asked for; it never allows `null`, never uses `*`, and allows credentials only where the request has them.
 *
 * What the page sends by mistake it should leave out: that is the one change that is asked of the request.
 *
 * Empty if nothing is blocked, or if no header could help. `actions` is always empty here: what helps outside the
 * headers is for the rules to say.
 *
 * @param evaluation what `evaluate` makes of that exchange
 */
export function fixFor(exchange: Exchange, evaluation: Evaluation): Fix {
  const { faults, verdict } = evaluation;
  if (verdict !== 'blocked' || faults.length === 0 || faults.some(isBeyondHeaders)) return NOTHING;
  if (faults.some((fault) => allowsOnlyNull(exchange, evaluation, fault))) return NOTHING;
  const unseen = changesOfUnseen(exchange, evaluation.credentials.value === 'include');
  if (unseen === null) return NOTHING;
  const seen = exchange.hops.flatMap((hop, index) => {
    const ofHop = faults.filter((fault) => fault.hop === index);
    return [...preflightChanges(hop, index, ofHop), ...responseChanges(hop, index, ofHop)];
  });
  return {
    changes: [...seen, ...unseen],
    statuses: faults.flatMap(statusChanges),
    requests: requestChanges(exchange, faults),
    actions: [],
  };
}

/** Whether no header of any server could make this check pass. */
function isBeyondHeaders(fault: LocatedFault): boolean {
  switch (fault.check) {
    case 'answered':
    case 'preflight-answered':
    case 'preflight-redirect':
    case 'redirect-location':
      return true;
    case 'preflight-status':
      return isRedirectStatus(fault.status);
    case 'allow-origin':
    case 'preflight-allow-origin':
      return !isNameable(fault.origin);
    case 'preflight-method':
      return !isHttpToken(fault.method);
    case 'preflight-headers':
      return !fault.missing.every(isHttpToken);
    default:
      return false;
  }
}

function statusChanges(fault: LocatedFault): readonly StatusChange[] {
  if (fault.check !== 'preflight-status') return [];
  return [{ hop: fault.hop, on: 'preflight', before: fault.status, after: 204 }];
}

/** What a preflight asks for that no request should have, and that its answer doesn't allow. */
function requestChanges({ hops }: Exchange, faults: readonly LocatedFault[]): readonly RequestChange[] {
  const refused = faults.flatMap((fault) => {
    if (fault.check === 'preflight-headers') return fault.missing;
    const preflight = hops[fault.hop]?.preflight;
    return fault.check === 'preflight-allow-headers-syntax' && preflight !== undefined
      ? questionOf(preflight).headers
      : [];
  });
  return [...new Set(refused)].filter(isCorsResponseHeaderName).map((name) => ({ op: 'remove', name }));
}

function preflightChanges(
  { preflight }: Hop,
  hop: number,
  faults: readonly LocatedFault[],
): readonly HeaderChange[] {
  if (preflight?.response === undefined) return [];
  const { headers } = preflight.response;
  const message: FaultyMessage = { ref: { hop, on: 'preflight' }, headers, assumed: false };
  const asked = questionOf(preflight);
  return faults.flatMap((fault) => {
    switch (fault.check) {
      case 'preflight-allow-origin':
        return allowOrigin(message, fault.origin);
      case 'preflight-allow-credentials':
        return [allowCredentials(message)];
      case 'preflight-method':
      case 'preflight-allow-methods-syntax':
        return [allowMethod(message, asked.method)];
      case 'preflight-headers':
        return fault.missing.every(isCorsResponseHeaderName)
          ? []
          : [allowHeaders(message, allowableHeaders(asked))];
      case 'preflight-allow-headers-syntax':
        return [allowHeaders(message, allowableHeaders(asked))];
      default:
        return [];
    }
  });
}

function responseChanges(
  { response }: Hop,
  hop: number,
  faults: readonly LocatedFault[],
): readonly HeaderChange[] {
  if (response === undefined) return [];
  const message: FaultyMessage = {
    ref: { hop, on: 'response' },
    headers: response.headers,
    assumed: false,
  };
  return faults.flatMap((fault) => {
    if (fault.check === 'allow-origin') return allowOrigin(message, fault.origin);
    return fault.check === 'allow-credentials' ? [allowCredentials(message)] : [];
  });
}
