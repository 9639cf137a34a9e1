import { evaluate } from '../../fetch/evaluate.ts';
import { isForbiddenMethod } from '../../fetch/forbidden-method.ts';
import { isForbiddenRequestHeaderName } from '../../fetch/forbidden-request-header.ts';
import { isHeaderValue } from '../../fetch/header-value.ts';
import { isHttpToken } from '../../fetch/http-token.ts';
import { trimHttpWhitespace } from '../../fetch/http-whitespace.ts';
import { normalizeMethod } from '../../fetch/normalize-method.ts';
import { type AnswerEdit, type EditableAnswer, type ExchangeEdit, pageHeaders } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { Header, HeaderList } from '../../model/header-list.ts';
import {
  answerKey,
  type BaseMessage,
  type Bases,
  type Draft,
  type DraftLine,
  type DraftMessage,
  REQUEST,
} from './what-if-draft.ts';

/** Why something that was typed can't be taken. */
export type Refusal =
  | 'no-name'
  | 'name'
  | 'value-control'
  | 'value-not-bytes'
  | 'set-by-browser'
  | 'method'
  | 'method-forbidden'
  | 'status';

/**
 * The edit that a draft makes of a recorded exchange: what differs from it and can be taken. What is refused
 * (`refusalOfLine` and the like say why) is left out: the line isn't there, method and status stay as they were.
 */
export function toEdit(recorded: Exchange, draft: Draft): ExchangeEdit {
  const answers = [...draft.messages].flatMap(([key, message]): AnswerEdit[] => {
    const [hop = '', on] = key.split(' ');
    if (on !== 'preflight' && on !== 'response') return [];
    const status = statusOf(message);
    const isChanged = status !== message.base.status || areLinesChanged(message, REFUSE_ANSWER);
    if (!isChanged) return [];
    const headers = [...message.base.others, ...headersOf(message, REFUSE_ANSWER)];
    return [{ hop: Number(hop), on, status, headers }];
  });
  const request = draft.messages.get(REQUEST);
  const method = methodOf(draft, recorded);
  const { credentials } = draft;
  return {
    ...(method === recorded.hops[0].method ? {} : { method }),
    ...(credentials === null || credentials === recordedCredentials(recorded) ? {} : { credentials }),
    ...(request === undefined || !areLinesChanged(request, REFUSE_REQUEST)
      ? {}
      : { requestHeaders: headersOf(request, REFUSE_REQUEST) }),
    ...(answers.length === 0 ? {} : { answers }),
  };
}

/** Whether the recorded request includes credentials: across origins, `omit` and `same-origin` are the same. */
export function recordedCredentials(recorded: Exchange): 'include' | 'same-origin' | 'unknown' {
  const { value } = evaluate(recorded).credentials;
  return value === 'omit' ? 'same-origin' : value;
}

/** From what the messages start that nobody has touched. */
export function basesOf(recorded: Exchange, answers: readonly EditableAnswer[]): Bases {
  const byKey = new Map(answers.map((answer) => [answerKey(answer), answer]));
  return (key) => {
    if (key === REQUEST) return { status: 0, lines: toLines(pageHeaders(recorded.hops[0])), others: [] };
    const answer = byKey.get(key);
    if (answer === undefined) return { status: key.endsWith('preflight') ? 204 : 200, lines: [], others: [] };
    return {
      status: answer.status,
      lines: toLines(answer.headers.filter(matters)),
      others: answer.headers.filter((header) => !matters(header)),
    };
  };
}

/** Only these header lines of an answer can change what comes of it. */
const MATTERS = /^(access-control-|vary$|location$|timing-allow-origin$)/i;

function matters([name]: Header): boolean {
  return MATTERS.test(name);
}

function toLines(headers: HeaderList): readonly DraftLine[] {
  return headers.map(([name, value], key) => ({ key, name, value }));
}

export interface LineRules {
  /** Whether script can't set it. */
  readonly isForbidden: (name: string) => boolean;
}

const REFUSE_ANSWER: LineRules = { isForbidden: () => false };
const REFUSE_REQUEST: LineRules = { isForbidden: (name) => isForbiddenRequestHeaderName(name.toLowerCase()) };

export function rulesFor(message: string): LineRules {
  return message === REQUEST ? REFUSE_REQUEST : REFUSE_ANSWER;
}

/**
 * Why a line can't be taken; null if it can, or if it is still empty. What was recorded came from a server or a browser,
 * so it can.
 *
 * @see https://fetch.spec.whatwg.org/#header-name
 */
export function refusalOfLine(
  line: DraftLine,
  base: BaseMessage,
  { isForbidden }: LineRules,
): Refusal | null {
  if (isEmptyLine(line) || isAsItWas(line, base)) return null;
  const name = trimHttpWhitespace(line.name);
  const value = trimHttpWhitespace(line.value);
  if (name === '') return 'no-name';
  if (!isHttpToken(name)) return 'name';
  if (!isHeaderValue(value)) return /[\0\r\n]/.test(value) ? 'value-control' : 'value-not-bytes';
  return isForbidden(name) ? 'set-by-browser' : null;
}

/** @see https://fetch.spec.whatwg.org/#concept-method */
export function refusalOfMethod({ method }: Draft): Refusal | null {
  if (method === null) return null;
  if (!isHttpToken(method.trim())) return 'method';
  return isForbiddenMethod(method.trim()) ? 'method-forbidden' : null;
}

/** An answer's status has three digits, and those below 200 answer nothing yet. */
export function refusalOfStatus({ status, base }: DraftMessage): Refusal | null {
  return status === String(base.status) || /^\s*[2-5]\d\d\s*$/.test(status) ? null : 'status';
}

function methodOf(draft: Draft, { hops: [{ method }] }: Exchange): string {
  if (draft.method === null || refusalOfMethod(draft) !== null) return method;
  return normalizeMethod(draft.method.trim());
}

function statusOf(message: DraftMessage): number {
  return refusalOfStatus(message) === null ? Number(message.status) : message.base.status;
}

function headersOf({ base, lines }: DraftMessage, rules: LineRules): HeaderList {
  return lines
    .filter((line) => isAsItWas(line, base) || isTaken(line, base, rules))
    .map(
      (line): Header =>
        isAsItWas(line, base)
          ? [line.name, line.value]
          : [trimHttpWhitespace(line.name), trimHttpWhitespace(line.value)],
    );
}

function isTaken(line: DraftLine, base: BaseMessage, rules: LineRules): boolean {
  return !isEmptyLine(line) && refusalOfLine(line, base, rules) === null;
}

function areLinesChanged(message: DraftMessage, rules: LineRules): boolean {
  const headers = headersOf(message, rules);
  const { lines } = message.base;
  return (
    headers.length !== lines.length ||
    headers.some(([name, value], index) => name !== lines[index]?.name || value !== lines[index].value)
  );
}

export function isAsItWas(line: DraftLine, { lines }: BaseMessage): boolean {
  const was = lines[line.key];
  return was !== undefined && was.name === line.name && was.value === line.value;
}

/** Nobody has typed into it yet. */
export function isEmptyLine({ name, value }: DraftLine): boolean {
  return name.trim() === '' && value.trim() === '';
}
