import type { Exchange } from '../../model/exchange.ts';
import type { HeaderChange, ResponseRef, StatusChange } from '../../model/fix.ts';
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
  return responsesOf(fix).flatMap((ref) => {
    const ofRef = (each: ResponseRef) => each.hop === ref.hop && each.on === ref.on;
    const headers = fix.changes.filter(ofRef);
    const lines = [...fix.statuses.filter(ofRef).flatMap(statusLines), ...headers.flatMap(headerLines)];
    const assumed = headers.some((change) => change.assumed)
      ? ' (never seen, because the preflight failed first: what it needs follows from the request)'
      : '';
    return [`In the answer to ${nameOf(exchange, ref)}${assumed}:`, codeBlock('diff', lines)];
  });
}

/** The responses that a fix changes, in its order, each once. */
function responsesOf({ changes: headers, statuses }: FixSummary): readonly ResponseRef[] {
  const refs = new Map<string, ResponseRef>();
  for (const { hop, on } of [...statuses, ...headers]) refs.set(`${hop} ${on}`, { hop, on });
  return [...refs.values()].sort(
    (a, b) => a.hop - b.hop || Number(a.on === 'response') - Number(b.on === 'response'),
  );
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

function statusLines({ before, after }: StatusChange): readonly string[] {
  return [`- HTTP ${before}`, `+ HTTP ${after}`];
}

function headerLines({ op, name, value, before }: HeaderChange): readonly string[] {
  const removed = before.map((line) => `- ${name}: ${line}`);
  return op === 'remove' ? removed : [...removed, `+ ${name}: ${value ?? ''}`];
}
