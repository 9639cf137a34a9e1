import type { Exchange } from '../../model/exchange.ts';
import type { HeaderChange, ResponseRef } from '../../model/fix.ts';
import { originOf } from '../../model/origin.ts';
import { isSafeMethod } from '../../rules/safe-method.ts';
import { type CauseGroup, configurationOf, groupByCause, hopOf } from '../cause-groups.ts';
import { expectedAnswer } from '../expected-answer.ts';
import { proseToMarkdown, requestLine } from '../markdown/prose.ts';
import { inlineCode, plainText } from '../markdown/quoting.ts';
import type { FixSummary, Report } from '../report.ts';
import { actualRequest, preflightRequest } from '../request-headers.ts';
import { toCurl } from '../shell/curl.ts';
import { counted } from '../visible-text.ts';

/** A command of more characters is none that people copy out of a chat. */
const COMMAND_LIMIT = 2_000;

/**
 * Five lines for a chat: what fails, why, what to change, how to try it, and what the answer should be then. Values are in
 * backticks, which Slack, Teams, Discord and Mattermost take for code, so that none becomes a link or a mention.
 *
 * It is about the cause of the most requests; the other causes are counted.
 */
export function toChat(report: Report): string {
  return [...chatParts(report)].join('');
}

/** The same text in parts. */
export function* chatParts(report: Report): Generator<string, void> {
  const { problems } = yield* groupByCause(report);
  const [group] = problems;
  if (group === undefined) {
    yield 'CORS: nothing fails.\n';
    return;
  }
  yield `${[
    whatFails(group, report),
    cause(group),
    whatToChange(group, report),
    howToTry(group),
    whatToExpect(group, problems.length - 1),
  ].join('\n')}\n`;
}

function whatFails({ members, cause: found }: CauseGroup, { browser }: Report): string {
  const [{ exchange, diagnosis }] = members;
  const { hop } = hopOf(exchange, found);
  const what =
    members.length === 1
      ? requestLine(hop.method, hop.url)
      : `${counted(members.length, 'request')} to ${inlineCode(originOf(hop.url))}, such as ${requestLine(hop.method, hop.url)},`;
  const verdict = diagnosis.verdict === 'blocked' ? 'blocked' : 'not answered as it should be';
  const seen = browser === null ? '' : ` (${BROWSERS[browser.engine]})`;
  return `CORS: ${what} from ${inlineCode(exchange.initiator)} ${members.length === 1 ? 'is' : 'are'} ${verdict}${seen}.`;
}

const BROWSERS = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'Safari' } as const;

function cause({ members: [{ diagnosis }], cause: found }: CauseGroup): string {
  return `Cause: ${proseToMarkdown(found?.headline ?? diagnosis.headline)}`;
}

function whatToChange(group: CauseGroup, { configurations = [] }: Report): string {
  const [{ diagnosis }] = group.members;
  const { fix } = diagnosis;
  const headers = refsOf(fix).map((ref) => headersOf(ref, fix));
  // The first thing to do says where; the headers say what.
  const change = [
    ...fix.actions.slice(0, 1).map(proseToMarkdown),
    ...(headers.length === 0 ? [] : [`${capitalized(headers.join('; '))}.`]),
  ].join(' ');
  const configuration = configurationOf(group, configurations);
  const ready =
    configuration === null ? '' : ` The report has the configuration for ${plainText(configuration.name)}.`;
  return `Change: ${change === '' ? 'no header helps here; see the cause.' : change}${ready}`;
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function refsOf({ changes, statuses }: FixSummary): readonly ResponseRef[] {
  const refs = new Map(
    [...statuses, ...changes].map(({ hop, on }) => [`${hop} ${on}`, { hop, on }] as const),
  );
  return [...refs.values()];
}

function headersOf(ref: ResponseRef, { changes, statuses }: FixSummary): string {
  const ofRef = (each: ResponseRef) => each.hop === ref.hop && each.on === ref.on;
  const status = statuses.filter(ofRef).map(({ after }) => `status ${after}`);
  return `in the answer to the ${ref.on === 'preflight' ? 'preflight' : 'request'}: ${[...status, ...changes.filter(ofRef).map(changeOf)].join(', ')}`;
}

function changeOf({ op, name, value = '' }: HeaderChange): string {
  return op === 'remove' ? `no ${inlineCode(name)}` : inlineCode(`${name}: ${value}`);
}

function howToTry(group: CauseGroup): string {
  const { exchange, index, on } = tried(group);
  const hop = exchange.hops[index] ?? exchange.hops[0];
  const request = (on === 'preflight' ? preflightRequest(hop) : null) ?? actualRequest(exchange, hop);
  const command = toCurl(request)?.command.replaceAll(' \\\n  ', ' ');
  if (command === undefined || command.length > COMMAND_LIMIT) return 'Try: the report has the command.';
  const changes = request.method === 'OPTIONS' || isSafeMethod(request.method);
  return `Try: ${inlineCode(command, COMMAND_LIMIT)}${changes ? '' : ` (really carried out: ${inlineCode(request.method)} may change data)`}`;
}

function whatToExpect(group: CauseGroup, others: number): string {
  const { exchange, index, on } = tried(group);
  const [{ diagnosis }] = group.members;
  const [, ...headers] = expectedAnswer(exchange, { hop: index, on }, diagnosis.fix);
  const status = on === 'preflight' ? ['any status from 200 to 299'] : [];
  const isChanged = [...diagnosis.fix.changes, ...diagnosis.fix.statuses].some(
    (each) => each.hop === index && each.on === on,
  );
  const expected = isChanged
    ? [...status, ...headers.map((line) => inlineCode(line))].join(', ')
    : 'an answer that doesn’t fail; compare it with the report';
  const more = others === 0 ? '' : ` ${counted(others, 'more cause is', 'more causes are')} in the report.`;
  return `Expect then: ${expected}.${more}`;
}

/** The message that shows the failure: the preflight where that is what has to change, otherwise the request. */
function tried({ members: [{ exchange, diagnosis }], cause: found }: CauseGroup): {
  readonly exchange: Exchange;
  readonly index: number;
  readonly on: ResponseRef['on'];
} {
  const [first] = refsOf(diagnosis.fix);
  const { index, hop } = hopOf(exchange, found);
  if (first !== undefined && exchange.hops[first.hop] !== undefined) {
    return { exchange, index: first.hop, on: first.on };
  }
  return {
    exchange,
    index,
    on: hop.response === undefined && hop.preflight !== undefined ? 'preflight' : 'response',
  };
}
