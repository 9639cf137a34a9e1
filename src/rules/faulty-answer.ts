import type { LocatedFault } from '../fetch/evaluation.ts';
import type { Hop, HttpResponse } from '../model/exchange.ts';
import { getHeader } from '../model/header-list.ts';

/** A fault with the hop in which it was found. */
export interface FaultyHop {
  /** The fault to explain: the one that decided, or one that the next attempt would meet; null if nothing failed. */
  readonly fault: LocatedFault | null;
  /** The hop of that fault, or the last one. */
  readonly hop: Hop;
}

/** The answer in which a check found something wrong. */
export interface FaultyAnswer {
  readonly on: 'preflight' | 'response';
  readonly response: HttpResponse;
}

/** The answer that the fault of the context is about; null if there was none, or nothing failed. */
export function faultyAnswer({ fault, hop }: FaultyHop): FaultyAnswer | null {
  if (fault === null || fault.check === 'answered' || fault.check === 'preflight-answered') return null;
  const on = fault.check.startsWith('preflight-') ? 'preflight' : 'response';
  const response = on === 'preflight' ? hop.preflight?.response : hop.response;
  return response === undefined ? null : { on, response };
}

/** The answer that decided: the one that the fault is about, or without a fault the last one that was seen. */
export function decisiveAnswer(context: FaultyHop): HttpResponse | null {
  const { fault, hop } = context;
  if (fault !== null) return faultyAnswer(context)?.response ?? null;
  return hop.response ?? hop.preflight?.response ?? null;
}

/** The answer, if what is wrong with it is that it has no Access-Control-Allow-Origin. */
export function answerWithoutAllowOrigin(context: FaultyHop): FaultyAnswer | null {
  const { fault } = context;
  if (fault?.check !== 'allow-origin' && fault?.check !== 'preflight-allow-origin') return null;
  return fault.problem === 'missing' ? faultyAnswer(context) : null;
}

/**
 * The answer to a preflight, if it is refused because something gave it that doesn't know CORS: it has no
 * Access-Control-Allow-Origin, or a status that no preflight may have.
 */
export function refusedPreflight(context: FaultyHop): HttpResponse | null {
  const { fault } = context;
  const refused =
    fault?.check === 'preflight-status' ||
    fault?.check === 'preflight-redirect' ||
    (fault?.check === 'preflight-allow-origin' && fault.problem === 'missing');
  return refused ? (faultyAnswer(context)?.response ?? null) : null;
}

/**
 * The answer, if something gave it that doesn't know CORS: a preflight's that is refused (`refusedPreflight`), or a
 * response without Access-Control-Allow-Origin.
 */
export function answerOutsideCors(context: FaultyHop): FaultyAnswer | null {
  const preflight = refusedPreflight(context);
  if (preflight !== null) return { on: 'preflight', response: preflight };
  return answerWithoutAllowOrigin(context);
}

/** The method that got the answer: that of the preflight, or of the request itself. */
export function askedMethod({ on }: FaultyAnswer, hop: Hop): string {
  return on === 'preflight' ? 'OPTIONS' : hop.method;
}

/** Status and, if there is one, its text: `404 Not Found`; a question mark if no response was seen. */
export function displayStatus(response: HttpResponse | undefined): string {
  if (response === undefined) return '?';
  const { status, statusText } = response;
  return statusText === undefined || statusText === '' ? String(status) : `${status} ${statusText}`;
}

/** Whether the answer names any origin at all. */
export function hasAllowOrigin(response: HttpResponse): boolean {
  return getHeader(response.headers, 'access-control-allow-origin') !== null;
}
