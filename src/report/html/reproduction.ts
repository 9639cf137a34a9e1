import type { Exchange, Hop } from '../../model/exchange.ts';
import { isSafeMethod } from '../../rules/safe-method.ts';
import { expectedAnswer } from '../expected-answer.ts';
import type { FixSummary } from '../report.ts';
import { actualRequest, preflightRequest } from '../request-headers.ts';
import { type CurlCommand, toCurl } from '../shell/curl.ts';
import { explainPlaceholder } from '../shell/placeholder-words.ts';
import { assignment, type Placeholders } from '../shell/placeholders.ts';
import type { RequestToRepeat } from '../shell/request-to-repeat.ts';
import { fragment, type Html } from './element.ts';
import { code, codeBlock, copyBlock, list, paragraph, proseToHtml } from './prose.ts';

/** More header lines than these make no command that anyone reads. */
const MAX_HEADERS = 25;
const MAX_PLACEHOLDERS = 20;

/** How to see the problem without a browser, and how to see that it is gone. */
export function reproduction(exchange: Exchange, index: number, hop: Hop, fix: FixSummary): Html {
  const preflight = command(preflightRequest(hop), []);
  const actual = command(actualRequest(exchange, hop), preflight?.placeholders ?? []);
  if (actual === null) return paragraph('This request can’t be repeated with curl.');
  const answerTo = (on: 'preflight' | 'response') =>
    [...fix.changes, ...fix.statuses].some((each) => each.hop === index && each.on === on)
      ? fragment(
          paragraph('Expected after the change:'),
          codeBlock(expectedAnswer(exchange, { hop: index, on }, fix)),
        )
      : null;
  return fragment(
    paragraph('For a POSIX shell (sh, bash, zsh). curl doesn’t enforce CORS, so compare the header lines.'),
    fillIn(actual.placeholders),
    preflight && fragment(paragraph('The preflight:'), shell(preflight), answerTo('preflight')),
    paragraph('The request itself', warning(hop.method), ':'),
    shell(actual),
    leftOutNote(actual),
    answerTo('response'),
  );
}

function command(request: RequestToRepeat | null, known: Placeholders): CurlCommand | null {
  return request && toCurl({ ...request, headers: request.headers.slice(0, MAX_HEADERS) }, known);
}

function shell({ command: text }: CurlCommand): Html {
  return copyBlock(text.split('\n'));
}

function warning(method: string): Html | null {
  return isSafeMethod(method)
    ? null
    : fragment(' (it is really carried out, and ', code(method), ' may change data)');
}

function fillIn(placeholders: Placeholders): Html | null {
  if (placeholders.length === 0) return null;
  return fragment(
    paragraph('First fill in what this report doesn’t have:'),
    copyBlock(placeholders.slice(0, MAX_PLACEHOLDERS).map(assignment)),
    list(
      placeholders.map((each) => proseToHtml(explainPlaceholder(each))),
      MAX_PLACEHOLDERS,
    ),
  );
}

function leftOutNote({ leftOut }: CurlCommand): Html | null {
  if (leftOut.length === 0) return null;
  return paragraph(
    'Left out, because curl can’t send them as they were: ',
    ...leftOut.slice(0, 10).flatMap((name, index) => [index === 0 ? '' : ', ', code(name)]),
    '.',
  );
}
