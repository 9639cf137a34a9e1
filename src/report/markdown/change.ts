import type { Exchange } from '../../model/exchange.ts';
import type { ResponseRef } from '../../model/fix.ts';
import { changedAnswers } from '../changed-answers.ts';
import type { FixSummary } from '../report.ts';
import { requestLine } from './prose.ts';
import { codeBlock, inlineCode } from './quoting.ts';

/** What to leave out of the request, and what to change in each response, as diffs of their lines. */
export function changes(exchange: Exchange, fix: FixSummary): readonly string[] {
  return [...requestChanges(exchange, fix), ...responseChanges(exchange, fix)];
}

function requestChanges({ hops: [first] }: Exchange, { requests = [] }: FixSummary): readonly string[] {
  if (requests.length === 0) return [];
  const lines = requests.map(({ name }) => `- ${name}`);
  return [`In the page’s code, ${requestLine(first.method, first.url)}:`, codeBlock('diff', lines)];
}

function responseChanges(exchange: Exchange, fix: FixSummary): readonly string[] {
  return changedAnswers(fix).flatMap((answer) => {
    const assumed = answer.assumed
      ? ' (never seen, because the preflight failed first: what it needs follows from the request)'
      : '';
    return [`In the answer to ${nameOf(exchange, answer)}${assumed}:`, codeBlock('diff', answer.lines)];
  });
}

function nameOf(exchange: Exchange, { hop: index, on }: ResponseRef): string {
  const hop = exchange.hops[index];
  // A fix reaches one hop further than what was seen, where a redirect would now be followed.
  if (hop === undefined) return nameOfNextHop(exchange);
  return on === 'preflight'
    ? `the preflight, ${requestLine('OPTIONS', hop.url)}`
    : requestLine(hop.method, hop.url);
}

function nameOfNextHop({ hops }: Exchange): string {
  const target = hops.at(-1)?.redirectUrl;
  return target === undefined ? 'the target of the redirect' : inlineCode(target);
}
