import { type EditableAnswer, type ExchangeEdit, unshownNames } from '../../fixes/index.ts';
import type { Exchange } from '../../model/exchange.ts';
import { parseUrl } from '../../model/url.ts';
import { whatIfStrings as words } from '../what-if-strings.ts';
import { cut } from './text.ts';
import {
  answerKey,
  type Draft,
  type DraftLine,
  type DraftMessage,
  type MessageKey,
  REQUEST,
  untouched,
} from './what-if-draft.ts';
import {
  basesOf,
  isAsItWas,
  isEmptyLine,
  type Refusal,
  refusalOfLine,
  refusalOfStatus,
  rulesFor,
} from './what-if-edit.ts';

/** A text that can be edited. */
export interface FieldVM {
  readonly value: string;
  /** What it was; empty if it isn't changed. */
  readonly was: string;
  /** Why it can't be taken; empty if it can. */
  readonly refusal: string;
}

/** A message whose header lines can be edited. */
export interface EditorMessageVM {
  readonly key: MessageKey;
  readonly title: string;
  /** What it answers, or asks for. */
  readonly about: string;
  /** On what it stands; empty if it was recorded so. */
  readonly note: string;
  /** Null for a request. */
  readonly status: FieldVM | null;
  readonly lines: readonly EditorLineVM[];
  /** Recorded lines that are left out now. */
  readonly removed: readonly { readonly key: number; readonly name: string; readonly value: string }[];
  /** How many other lines there are; empty if none. */
  readonly others: string;
  /** How many things are otherwise than recorded. */
  readonly changes: number;
}

export interface EditorLineVM extends DraftLine {
  readonly mark: 'added' | 'changed' | null;
  /** What it was, in words; empty unless it is changed. */
  readonly was: string;
  /** Why it can't be taken; empty if it can. */
  readonly refusal: string;
}

/** The page's request and the answers on which the verdict may hang, in the order in which they go over the wire. */
export function toEditorMessages(
  recorded: Exchange,
  draft: Draft,
  edit: ExchangeEdit,
  answers: readonly EditableAnswer[],
): readonly EditorMessageVM[] {
  const bases = basesOf(recorded, answers);
  const messageAt = (key: MessageKey) => draft.messages.get(key) ?? untouched(bases(key));
  const [first] = recorded.hops;
  const about = `${edit.method ?? first.method} ${pathOf(first.url)}`;
  const note = unshownNames(first).length > 0 ? words.notes.valuesNotShown : '';
  return [
    { ...toMessage(REQUEST, messageAt(REQUEST)), title: words.request, about, note, status: null },
    ...answers.map((answer): EditorMessageVM => {
      const key = answerKey(answer);
      const message = messageAt(key);
      const status = toStatus(message);
      const vm = toMessage(key, message);
      return {
        ...vm,
        title: titleOf(answer),
        about: answer.on === 'preflight' ? `OPTIONS ${pathOf(answer.url)}` : pathOf(answer.url),
        note: noteOn(answer, recorded),
        status,
        changes: vm.changes + (status.was === '' || status.refusal !== '' ? 0 : 1),
      };
    }),
  ];
}

type Lines = Pick<EditorMessageVM, 'key' | 'lines' | 'removed' | 'others' | 'changes'>;

function toMessage(key: MessageKey, message: DraftMessage): Lines {
  const { base } = message;
  const rules = rulesFor(key);
  const lines = message.lines.map((line): EditorLineVM => {
    const refusal = refusalOfLine(line, base, rules);
    const before = base.lines[line.key];
    const isChanged = before !== undefined && !isAsItWas(line, base);
    return {
      ...line,
      mark: isEmptyLine(line) ? null : before === undefined ? 'added' : isChanged ? 'changed' : null,
      was: isChanged ? wasWords(line, before) : '',
      refusal: refusalWords(refusal),
    };
  });
  const kept = new Set(lines.map((line) => line.key));
  const removed = base.lines.filter((line) => !kept.has(line.key));
  return {
    key,
    lines,
    removed,
    others: base.others.length === 0 ? '' : words.others({ count: base.others.length }),
    changes: removed.length + lines.filter(({ mark }) => mark !== null).length,
  };
}

/** Why something can't be taken; empty for null. */
export function refusalWords(refusal: Refusal | null): string {
  if (refusal === null) return '';
  const said = words.refusals[refusal];
  return typeof said === 'string' ? said : said({ signs: TOKEN_SIGNS });
}

/** What may be in a token of HTTP besides letters and digits. */
const TOKEN_SIGNS = '!#$%&’*+-.^_`|~';

/** Only its value, where its name is the same. */
function wasWords(line: DraftLine, before: DraftLine): string {
  if (line.name !== before.name)
    return words.was({ text: cut(`${before.name}: ${before.value}`, MOST_CHARACTERS) });
  return before.value === '' ? words.wasEmpty : words.was({ text: cut(before.value, MOST_CHARACTERS) });
}

function toStatus(message: DraftMessage): FieldVM {
  const was = String(message.base.status);
  const refusal = refusalOfStatus(message);
  return {
    value: message.status,
    was: message.status === was ? '' : was,
    refusal: refusalWords(refusal),
  };
}

function titleOf({ hop, on, method }: EditableAnswer): string {
  const title = on === 'preflight' ? words.preflight : words.response({ method });
  return hop === 0 ? title : words.redirect({ number: String(hop), title });
}

function noteOn({ hop, on, basis }: EditableAnswer, { hops }: Exchange): string {
  const { notes } = words;
  switch (basis) {
    case 'recorded':
      return '';
    case 'other-request':
      return on === 'preflight' ? notes.otherPreflight : notes.otherResponse;
    case 'assumed':
      if (on === 'response') return notes.unseenResponse;
      return hops[hop]?.preflight === undefined ? notes.newPreflight : notes.unseenPreflight;
  }
}

function pathOf(url: string): string {
  const parsed = parseUrl(url);
  return cut(parsed === null ? url : `${parsed.pathname}${parsed.search}`, MOST_CHARACTERS);
}

const MOST_CHARACTERS = 120;
