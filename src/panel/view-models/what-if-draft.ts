import type { Fix, HeaderChange, ResponseRef } from '../../model/fix.ts';
import type { HeaderList } from '../../model/header-list.ts';

/** What the user has typed, whether it can be taken or not. What is absent was never touched. */
export interface Draft {
  readonly method: string | null;
  readonly credentials: 'include' | 'same-origin' | null;
  readonly messages: ReadonlyMap<MessageKey, DraftMessage>;
}

/** Which message: the page's request, or an answer as `answerKey` names it. */
export type MessageKey = string;

export const REQUEST: MessageKey = 'request';

export function answerKey({ hop, on }: ResponseRef): MessageKey {
  return `${hop} ${on}`;
}

/** A message as it was recorded or is assumed. */
export interface BaseMessage {
  /** 0 for the request, which has none. */
  readonly status: number;
  /** Those that can be edited, with their index as key. */
  readonly lines: readonly DraftLine[];
  /** The other header lines, which stay as they are. */
  readonly others: HeaderList;
}

export interface DraftMessage {
  readonly base: BaseMessage;
  readonly status: string;
  readonly lines: readonly DraftLine[];
}

/** A header line. It has the key of the line that it was, or a greater one than any of those. */
export interface DraftLine {
  readonly key: number;
  readonly name: string;
  readonly value: string;
}

export const EMPTY_DRAFT: Draft = { method: null, credentials: null, messages: new Map() };

/** Whether nothing was ever typed. */
export function isUntouched({ method, credentials, messages }: Draft): boolean {
  return method === null && credentials === null && messages.size === 0;
}

/** What a user does in the editor. */
export type DraftChange =
  | { readonly what: 'method'; readonly text: string }
  | { readonly what: 'credentials'; readonly value: 'include' | 'same-origin' }
  | { readonly what: 'status'; readonly message: MessageKey; readonly text: string }
  | {
      readonly what: 'name' | 'value';
      readonly message: MessageKey;
      readonly line: number;
      readonly text: string;
    }
  /** An empty line, after another one or at the end. */
  | { readonly what: 'add'; readonly message: MessageKey; readonly after: number | null }
  | { readonly what: 'remove'; readonly message: MessageKey; readonly line: number }
  /** A line that was removed, as it was. */
  | { readonly what: 'restore'; readonly message: MessageKey; readonly line: number };

/** From what a message starts that nobody has touched yet. */
export type Bases = (message: MessageKey) => BaseMessage;

export function changeDraft(draft: Draft, change: DraftChange, bases: Bases): Draft {
  switch (change.what) {
    case 'method':
      return { ...draft, method: change.text };
    case 'credentials':
      return { ...draft, credentials: change.value };
    case 'status':
      return withMessage(draft, change.message, bases, (message) => ({ ...message, status: change.text }));
    default:
      return withMessage(draft, change.message, bases, (message) => ({
        ...message,
        lines: changeLines(message, change),
      }));
  }
}

/** The draft with everything that a fix changes. */
export function draftWithFix(draft: Draft, { changes, statuses, requests }: Fix, bases: Bases): Draft {
  let next = draft;
  for (const status of statuses) {
    const text = String(status.after);
    next = withMessage(next, answerKey(status), bases, (message) => ({ ...message, status: text }));
  }
  for (const change of changes) {
    next = withMessage(next, answerKey(change), bases, (message) => ({
      ...message,
      lines: fixLines(message, change),
    }));
  }
  for (const { name } of requests) {
    next = withMessage(next, REQUEST, bases, (message) => ({
      ...message,
      lines: message.lines.filter((line) => !isNamed(line, name)),
    }));
  }
  return next;
}

function withMessage(
  draft: Draft,
  key: MessageKey,
  bases: Bases,
  change: (message: DraftMessage) => DraftMessage,
): Draft {
  const message = draft.messages.get(key) ?? untouched(bases(key));
  return { ...draft, messages: new Map(draft.messages).set(key, change(message)) };
}

/** A message as it is before anybody has changed it. */
export function untouched(base: BaseMessage): DraftMessage {
  return { base, status: String(base.status), lines: base.lines };
}

type LineChange = Extract<DraftChange, { what: 'name' | 'value' | 'add' | 'remove' | 'restore' }>;

function changeLines({ base, lines }: DraftMessage, change: LineChange): readonly DraftLine[] {
  switch (change.what) {
    case 'name':
    case 'value':
      return lines.map((line) => (line.key === change.line ? { ...line, [change.what]: change.text } : line));
    case 'add': {
      const after = lines.findIndex(({ key }) => key === change.after);
      const line: DraftLine = { key: nextKey({ base, lines }), name: '', value: '' };
      return lines.toSpliced(after < 0 ? lines.length : after + 1, 0, line);
    }
    case 'remove':
      return lines.filter(({ key }) => key !== change.line);
    case 'restore': {
      const was = base.lines.find(({ key }) => key === change.line);
      if (was === undefined || lines.some(({ key }) => key === was.key)) return lines;
      const before = lines.findLastIndex(({ key }) => key < was.key);
      return lines.toSpliced(before + 1, 0, was);
    }
  }
}

/** As `setHeader` and `deleteHeader` do, but line by line, so that it stays clear which line is which. */
function fixLines({ base, lines }: DraftMessage, { op, name, value }: HeaderChange): readonly DraftLine[] {
  const others = lines.filter((line) => !isNamed(line, name));
  if (op === 'remove' || value === undefined) return others;
  const first = lines.find((line) => isNamed(line, name));
  if (first === undefined) return [...lines, { key: nextKey({ base, lines }), name, value }];
  return lines.flatMap((line) => {
    if (line === first) return [{ ...line, value }];
    return isNamed(line, name) ? [] : [line];
  });
}

function isNamed(line: DraftLine, name: string): boolean {
  return line.name.trim().toLowerCase() === name.toLowerCase();
}

function nextKey({ base, lines }: Pick<DraftMessage, 'base' | 'lines'>): number {
  return Math.max(base.lines.length, ...lines.map(({ key }) => key + 1));
}
