import type { Exchange, Hop, HttpResponse } from '../../model/exchange.ts';
import { preflightLines, requestLines, responseLines } from '../message-lines.ts';
import { hasCorsHeaders } from '../response-headers.ts';
import { fragment, type Html } from './element.ts';
import { code, codeBlock, paragraph, requestLine } from './prose.ts';

/** What was sent and what came back at a hop, as the browser recorded it. */
export function evidence(exchange: Exchange, index: number, hop: Hop): Html {
  return fragment(redirectChain(exchange, index), preflightEvidence(hop), requestEvidence(exchange, hop));
}

function redirectChain({ hops }: Exchange, index: number): Html | null {
  if (hops.length === 1) return null;
  const before = hops.slice(0, index).slice(-5);
  return paragraph(
    `This is hop ${index + 1} of ${hops.length} of a redirected request.`,
    before.length === 0 ? '' : ' It came here from ',
    ...before.flatMap(({ url }, place) => [place === 0 ? '' : ', then ', code(url)]),
    before.length === 0 ? '' : '.',
  );
}

function preflightEvidence(hop: Hop): Html | null {
  const { preflight } = hop;
  if (preflight === undefined) return null;
  return fragment(
    preflight.response === undefined
      ? paragraph('The preflight got no answer:')
      : paragraph('The preflight and its answer', withoutCors(preflight.response), ':'),
    codeBlock(preflightLines(hop, preflight)),
  );
}

function requestEvidence(exchange: Exchange, hop: Hop): Html {
  const { request, unsentRequest, response } = hop;
  const line = requestLine(hop.method, hop.url);
  if (request === undefined && response === undefined) {
    if (hop.preflight === undefined) return paragraph(line, ' got no answer', errorOf(exchange), '.');
    return fragment(
      paragraph(
        'The browser never sent the request itself, ',
        line,
        ', because its preflight failed.',
        unsentRequest === undefined ? '' : ' It would have been:',
      ),
      unsentRequest === undefined ? null : codeBlock(requestLines(hop, unsentRequest)),
    );
  }
  return fragment(
    response === undefined
      ? paragraph('The request got no answer', errorOf(exchange), ':')
      : paragraph('The request and its answer', withoutCors(response), ':'),
    codeBlock([
      ...requestLines(hop, request ?? { headers: [] }),
      ...(response === undefined ? [] : ['', ...responseLines(response)]),
    ]),
  );
}

function errorOf({ outcome }: Exchange): Html | null {
  return outcome.state === 'error' ? fragment(' (', code(outcome.error), ')') : null;
}

function withoutCors({ headers }: HttpResponse): Html | null {
  return hasCorsHeaders(headers) ? null : fragment(' (no ', code('Access-Control-…'), ' header in it)');
}
