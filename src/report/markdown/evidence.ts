import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import type { DiagnosedExchange } from '../cause-groups.ts';
import { preflightLines, requestLines, responseLines } from '../message-lines.ts';
import type { FindingSummary } from '../report.ts';
import { hasCorsHeaders } from '../response-headers.ts';
import { requestLine } from './prose.ts';
import { codeBlock, inlineCode } from './quoting.ts';

/** What was sent and what came back, as the browser recorded it: the messages of the hop that decided. */
export function evidence(
  { exchange, diagnosis }: DiagnosedExchange,
  cause: FindingSummary | null,
  index: number,
  hop: Hop,
): readonly string[] {
  return [
    ...redirectChain(exchange, index),
    ...preflightEvidence(hop, cause),
    ...requestEvidence(exchange, hop),
    ...(diagnosis.credentials === 'include'
      ? [`The page sends this request with credentials (credentials mode ${inlineCode('include')}).`]
      : []),
  ];
}

function redirectChain(exchange: Exchange, index: number): readonly string[] {
  if (exchange.hops.length === 1) return [];
  const before = exchange.hops
    .slice(0, index)
    .slice(-5)
    .map(({ url }) => inlineCode(url));
  const place = `hop ${index + 1} of ${exchange.hops.length}`;
  if (before.length === 0) return [`The server redirected this request. The problem is at ${place}.`];
  return [`This is ${place} of a redirected request. It came here from ${before.join(', then ')}.`];
}

function preflightEvidence(hop: Hop, cause: FindingSummary | null): readonly string[] {
  const { preflight } = hop;
  if (preflight === undefined) return [];
  const { response } = preflight;
  const passed = cause?.at.on === 'response' && response !== undefined;
  const lead = passed
    ? 'The preflight before it passed:'
    : response === undefined
      ? 'The preflight got no answer:'
      : `The preflight and its answer${withoutCors(response)}:`;
  return [lead, codeBlock('http', preflightLines(hop, preflight))];
}

function requestEvidence(exchange: Exchange, hop: Hop): readonly string[] {
  const { request, unsentRequest, response } = hop;
  const line = requestLine(hop.method, hop.url);
  if (request === undefined && response === undefined) {
    if (hop.preflight === undefined) return [`${line} got no answer${errorOf(exchange)}.`];
    const neverSent = `The browser never sent the request itself, ${line}, because its preflight failed.`;
    if (unsentRequest === undefined) return [neverSent];
    return [`${neverSent} It would have been:`, codeBlock('http', requestLines(hop, unsentRequest))];
  }
  const lead =
    response === undefined
      ? `The request got no answer${errorOf(exchange)}:`
      : `The request and its answer${withoutCors(response)}:`;
  return [
    lead,
    codeBlock('http', [
      ...requestLines(hop, request ?? { headers: [] }),
      ...(response === undefined ? [] : ['', ...responseLines(response)]),
    ]),
  ];
}

function errorOf({ outcome }: Exchange): string {
  return outcome.state === 'error' ? ` (${inlineCode(outcome.error)})` : '';
}

function withoutCors({ headers }: HttpResponse): string {
  return hasCorsHeaders(headers) ? '' : ` (no ${inlineCode('Access-Control-…')} header in it)`;
}
