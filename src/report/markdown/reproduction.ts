import type { Exchange, Hop } from '../../model/exchange.ts';
import { isSafeMethod } from '../../rules/safe-method.ts';
import { expectedAnswer } from '../expected-answer.ts';
import type { FixSummary } from '../report.ts';
import { actualRequest, preflightRequest } from '../request-headers.ts';
import { type CurlCommand, toCurl } from '../shell/curl.ts';
import { explainPlaceholder } from '../shell/placeholder-words.ts';
import { assignment, type Placeholders } from '../shell/placeholders.ts';
import type { RequestToRepeat } from '../shell/request-to-repeat.ts';
import { bullets, proseToMarkdown } from './prose.ts';
import { codeBlock, inlineCode, textToCopy } from './quoting.ts';

/** More header lines than these make no command that anyone reads. */
const MAX_HEADERS = 25;
const MAX_PLACEHOLDERS = 20;

/** How to see the problem without a browser, and how to see that it is gone. */
export function reproduction(
  exchange: Exchange,
  index: number,
  hop: Hop,
  fix: FixSummary,
): readonly string[] {
  const preflight = command(preflightRequest(hop), []);
  const actual = command(actualRequest(exchange, hop), preflight?.placeholders ?? []);
  if (actual === null) return ['This request can’t be repeated with curl.'];
  const placeholders = actual.placeholders;
  const changed = [...fix.changes, ...fix.statuses].filter((each) => each.hop === index);
  const answerTo = (on: 'preflight' | 'response') =>
    changed.some((each) => each.on === on)
      ? ['Expected after the change:', codeBlock('http', expectedAnswer(exchange, { hop: index, on }, fix))]
      : [];
  return [
    'For a POSIX shell (sh, bash, zsh). curl doesn’t enforce CORS, so compare the header lines.',
    ...fillIn(placeholders),
    ...(preflight === null ? [] : ['The preflight:', shell(preflight), ...answerTo('preflight')]),
    `The request itself${warning(hop.method)}:`,
    shell(actual),
    ...leftOutNote(actual),
    ...answerTo('response'),
  ];
}

function command(request: RequestToRepeat | null, known: Placeholders): CurlCommand | null {
  return request && toCurl({ ...request, headers: request.headers.slice(0, MAX_HEADERS) }, known);
}

function shell({ command: text }: CurlCommand): string {
  // A command that is cut would leave a quote open; toCurl has put placeholders where values are too long.
  return textToCopy('sh', text.split('\n'));
}

function warning(method: string): string {
  return isSafeMethod(method) ? '' : ` (it is really carried out, and ${inlineCode(method)} may change data)`;
}

function fillIn(placeholders: Placeholders): readonly string[] {
  if (placeholders.length === 0) return [];
  return [
    'First fill in what this report doesn’t have:',
    codeBlock('sh', placeholders.slice(0, MAX_PLACEHOLDERS).map(assignment)),
    bullets(placeholders.map(explainPlaceholder).map(proseToMarkdown), MAX_PLACEHOLDERS),
  ];
}

function leftOutNote({ leftOut }: CurlCommand): readonly string[] {
  if (leftOut.length === 0) return [];
  return [
    `Left out, because curl can’t send them as they were: ${leftOut
      .slice(0, 10)
      .map((name) => inlineCode(name))
      .join(', ')}.`,
  ];
}
