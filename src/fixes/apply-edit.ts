import { evaluate } from '../fetch/evaluate.ts';
import type { PreflightNeed } from '../fetch/evaluation.ts';
import { settleMode } from '../fetch/settle-mode.ts';
import type { Exchange, Hop, HttpRequest, HttpResponse } from '../model/exchange.ts';
import type { ResponseRef } from '../model/fix.ts';
import { deleteHeader, getHeader } from '../model/header-list.ts';
import { originOf } from '../model/origin.ts';
import { withRequest } from './edited-request.ts';
import { type AnswerEdit, type ExchangeEdit, isEmptyEdit, isRequestEdited } from './exchange-edit.ts';
import { settledCredentials, withOutcomeOfChange } from './outcome-of-change.ts';
import { afterRedirect, type PageRequest, pageHeaders, unshownNames } from './page-request.ts';
import { answered, preflightAnswered } from './unseen-answer.ts';
import { hopAfterRedirect, isRedirect } from './unseen-hop.ts';

/**
 * The exchange as it would be with an edit, which is to be diagnosed like a recorded one. As with `applyFix`, its outcome
 * is the one that follows from the checks, and the credentials mode stays what it was found to be, or "not included".
 * Messages that were never exchanged are assumed (see `editedHops`).
 *
 * An empty edit gives the exchange itself, whatever came of it.
 */
export function applyEdit(exchange: Exchange, edit: ExchangeEdit): Exchange {
  if (isEmptyEdit(edit)) return exchange;
  return withOutcomeOfChange(settled(exchange, edit), editedHops(exchange, edit));
}

/**
 * The hops as they would be with an edit, each message of theirs with an answer: an answer that nobody has seen is taken
 * to be what the edit says, or else a success with nothing in it. A request that needs a preflight only now gets one; a
 * redirect that leads elsewhere is followed, once; and where a check fails that did not, nothing comes after it.
 */
export function editedHops(recorded: Exchange, edit: ExchangeEdit): Exchange['hops'] {
  const exchange = settled(recorded, edit);
  const isAskedAnew = isRequestEdited(edit);
  const needs = evaluate(recorded).preflights;
  const [first] = recorded.hops;
  const unshown = new Set(unshownNames(first));
  const hops: Hop[] = [];
  let request: PageRequest = {
    method: edit.method ?? first.method,
    headers: edit.requestHeaders ?? pageHeaders(first),
  };
  let coming: Coming | null = { hop: first, isRecorded: true };
  while (coming !== null) {
    const { hop, isRecorded }: Coming = coming;
    const index = hops.length;
    const previous = hops.at(-1);
    if (previous !== undefined) {
      request = afterRedirect(request, previous.response, originOf(previous.url) !== originOf(hop.url));
    }
    const hasListener = isRecorded && hasOtherReason(needs[index]);
    const asked =
      isRecorded && !isAskedAnew
        ? hop
        : withRequest(exchange, request, { hop, before: hops, isRecorded, unshown, hasListener });
    const wentOn = isRecorded && index < recorded.hops.length - 1;
    const gotPast = hop.response !== undefined || wentOn;
    const passed = isRecorded && gotPast && asked.preflight === hop.preflight;
    hops.push(withAnswers(withCredentialsOf(asked, edit), index, edit, { wentOn, passed }));
    coming = hopAfter({ recorded, exchange, edit, hops, isRecorded });
  }
  const [head = first, ...others] = hops;
  return [head, ...others];
}

interface Coming {
  readonly hop: Hop;
  readonly isRecorded: boolean;
}

interface Progress {
  readonly recorded: Exchange;
  /** With what is settled about it. */
  readonly exchange: Exchange;
  readonly edit: ExchangeEdit;
  /** So far. */
  readonly hops: readonly Hop[];
  /** Whether the last of them was recorded. */
  readonly isRecorded: boolean;
}

function settled(exchange: Exchange, { credentials }: ExchangeEdit): Exchange {
  const mode = settleMode(exchange);
  return {
    ...mode,
    credentials:
      credentials === undefined
        ? settledCredentials(exchange)
        : { value: credentials, evidence: 'stated-in-report' },
  };
}

/** Whether a preflight was seen that neither method nor headers explain. */
function hasOtherReason(need: PreflightNeed | undefined): boolean {
  return need?.needed === 'yes' && need.because.some(({ why }) => why === 'upload-listener-or-stream');
}

/** Without credentials nothing that only goes with them is sent. */
function withCredentialsOf(hop: Hop, { credentials }: ExchangeEdit): Hop {
  if (credentials !== 'same-origin') return hop;
  const { request, preflight } = hop;
  return {
    ...hop,
    ...(request === undefined ? {} : { request: withoutProof(request) }),
    ...(preflight === undefined
      ? {}
      : { preflight: { ...preflight, request: withoutProof(preflight.request) } }),
  };
}

function withoutProof(request: HttpRequest): HttpRequest {
  return {
    ...request,
    headers: deleteHeader(deleteHeader(request.headers, 'cookie'), 'sec-fetch-storage-access'),
  };
}

/** What the browser did at a hop, so that nothing has to be assumed of answers that weren't seen. */
interface Seen {
  /** It followed a redirect from here. */
  readonly wentOn: boolean;
  /** It got past the very preflight that it needs now. */
  readonly passed: boolean;
}

function withAnswers(hop: Hop, index: number, { answers = [] }: ExchangeEdit, { wentOn, passed }: Seen): Hop {
  const editOf = (on: ResponseRef['on']) => answers.find((each) => each.hop === index && each.on === on);
  const asked = passed ? hop : preflightAnswered(hop);
  const whole = wentOn ? asked : answered(asked);
  return withResponse(withPreflightResponse(whole, editOf('preflight')), editOf('response'));
}

function withPreflightResponse(hop: Hop, edit: AnswerEdit | undefined): Hop {
  const { preflight } = hop;
  if (edit === undefined || preflight?.response === undefined) return hop;
  return { ...hop, preflight: { ...preflight, response: withEdit(preflight.response, edit) } };
}

function withResponse(hop: Hop, edit: AnswerEdit | undefined): Hop {
  if (edit === undefined || hop.response === undefined) return hop;
  // Where the browser went on to by its own account is what the answer told it that there was.
  const { redirectUrl: _, ...rest } = hop;
  return { ...rest, response: withEdit(hop.response, edit) };
}

function withEdit(response: HttpResponse, { status, headers }: AnswerEdit): HttpResponse {
  if (status === response.status) return { ...response, headers };
  const { statusText: _, ...rest } = response;
  return { ...rest, status, headers };
}

/** Where it goes on after the last of the hops; null if it ends there. */
function hopAfter({ recorded, exchange, edit, hops, isRecorded }: Progress): Coming | null {
  const index = hops.length - 1;
  const hop = hops[index];
  if (hop === undefined) return null;
  const before = isRecorded ? recorded.hops[index] : undefined;
  const next = before === undefined ? undefined : recorded.hops[index + 1];
  const leadsOn = before !== undefined && leadsAlike(hop.response, before.response);
  if (leadsOn && next !== undefined) {
    const isAsItWas = hop === before && edit.credentials === undefined;
    return isAsItWas || !isStopped(exchange, hops) ? { hop: next, isRecorded: true } : null;
  }
  const target = isStopped(exchange, hops) ? null : hopAfterRedirect(hop);
  if (target === null) return null;
  return next?.url === target.url ? { hop: next, isRecorded: true } : { hop: target, isRecorded: false };
}

function leadsAlike(one: HttpResponse | undefined, other: HttpResponse | undefined): boolean {
  if (one === other) return true;
  if (one === undefined || other === undefined) return false;
  if (!isRedirect(one) && !isRedirect(other)) return true;
  return one.status === other.status && locationOf(one) === locationOf(other);
}

function locationOf({ headers }: HttpResponse): string | null {
  return getHeader(headers, 'location');
}

/** Whether a check fails in what there is so far. */
function isStopped(exchange: Exchange, [first = exchange.hops[0], ...rest]: readonly Hop[]): boolean {
  const underway: Exchange = { ...exchange, hops: [first, ...rest], outcome: { state: 'pending' } };
  return evaluate(underway).faults.length > 0;
}
