import type { Exchange, Hop, HttpResponse, Preflight } from '../model/exchange.ts';
import {
  type Fix,
  type HeaderChange,
  isEmptyFix,
  type RequestChange,
  type ResponseRef,
} from '../model/fix.ts';
import { deleteHeader, type HeaderList, setHeader } from '../model/header-list.ts';
import { changedAnswers } from './changed-answers.ts';
import { settledCredentials, withOutcomeOfChange } from './outcome-of-change.ts';
import { questionOf } from './preflight-question.ts';
import { answered, preflightAnswered } from './unseen-answer.ts';
import { unseenHopAfter } from './unseen-hop.ts';

/**
 * The exchange as it would be with the fix: its headers and statuses changed, and the messages that were never sent
 * because of what is fixed filled in (status 200, with nothing but the changes). The browser's outcome is the one
 * that follows: completed, or refused where the fix doesn't suffice. The credentials mode stays what it was found to
 * be; where it couldn't be found, it is taken as "not included", which the fix assumes too.
 *
 * An empty fix gives the exchange itself.
 */
export function applyFix(exchange: Exchange, fix: Fix): Exchange {
  if (isEmptyFix(fix)) return exchange;
  const seen = exchange.hops.map((hop, index) => (index === exchange.hops.length - 1 ? answered(hop) : hop));
  const hops = [...seen, ...hopsBeyond(exchange, fix)].map((hop, index) => changedHop(hop, index, fix));
  return withOutcomeOfChange({ ...exchange, credentials: settledCredentials(exchange) }, hops);
}

/** The hop after the last one that was seen, if the fix changes its answers too. */
function hopsBeyond({ hops }: Exchange, fix: Fix): readonly Hop[] {
  const last = hops.at(-1);
  if (last === undefined || !fix.changes.some(({ hop }) => hop === hops.length)) return [];
  const next = unseenHopAfter(last);
  return next === null ? [] : [answered(preflightAnswered(next))];
}

function changedHop(asSent: Hop, index: number, fix: Fix): Hop {
  const hop = fix.requests.reduce(withoutRequestHeader, asSent);
  return changedAnswers(hop, (answer, on) => changedResponse(answer, { hop: index, on }, fix));
}

/** The hop as if the page had left the header out: then no preflight asks for it either. */
function withoutRequestHeader(hop: Hop, { name }: RequestChange): Hop {
  const { request, unsentRequest, preflight } = hop;
  return {
    ...hop,
    ...(request === undefined ? {} : { request: { headers: deleteHeader(request.headers, name) } }),
    ...(unsentRequest === undefined
      ? {}
      : { unsentRequest: { headers: deleteHeader(unsentRequest.headers, name) } }),
    ...(preflight === undefined ? {} : { preflight: withoutQuestion(preflight, name) }),
  };
}

function withoutQuestion(preflight: Preflight, name: string): Preflight {
  const list = 'Access-Control-Request-Headers';
  const names = questionOf(preflight).headers.filter((each) => each !== name);
  const { headers } = preflight.request;
  const asked = names.length === 0 ? deleteHeader(headers, list) : setHeader(headers, list, names.join(','));
  return { ...preflight, request: { headers: asked } };
}

function changedResponse(response: HttpResponse, ref: ResponseRef, fix: Fix): HttpResponse {
  const status = fix.statuses.find((change) => concerns(change, ref))?.after;
  const headers = fix.changes
    .filter((change) => concerns(change, ref))
    .reduce(changedHeaders, response.headers);
  if (status === undefined) return { ...response, headers };
  const { statusText: _, ...rest } = response;
  return { ...rest, status, headers };
}

function concerns(change: ResponseRef, { hop, on }: ResponseRef): boolean {
  return change.hop === hop && change.on === on;
}

function changedHeaders(headers: HeaderList, { op, name, value }: HeaderChange): HeaderList {
  return op === 'remove' || value === undefined
    ? deleteHeader(headers, name)
    : setHeader(headers, name, value);
}
