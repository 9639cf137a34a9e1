import type { LineNote } from './line-notes.ts';
import type { Line } from './platform.ts';

/** A value of a JSON text, whose members say what they do. */
export type JsonValue = string | number | boolean | readonly JsonValue[] | JsonObject;

export interface JsonObject {
  readonly members: readonly Member[];
}

interface Member {
  readonly name: string;
  readonly value: JsonValue;
  readonly note: LineNote | null;
}

/** A member of an object, with what it does. */
export function member(note: LineNote | null, name: string, value: JsonValue): Member {
  return { note, name, value };
}

/** An object. What is false isn't there. */
export function object(...members: readonly (Member | false)[]): JsonObject {
  return { members: members.filter((each) => each !== false) };
}

/** Longer lists have a line for each of their values. Counted, not measured: whatever they are, the text looks the same. */
const MOST_ON_A_LINE = 6;

/** The text of a value, indented by two spaces a level. A line has the note of the innermost member to which it belongs. */
export function jsonLines(value: JsonValue, note: LineNote | null = null): readonly Line[] {
  return linesOf(value, { note, indent: '', before: '', after: '' });
}

interface Around {
  readonly note: LineNote | null;
  readonly indent: string;
  readonly before: string;
  readonly after: string;
}

function linesOf(value: JsonValue, { note, indent, before, after }: Around): readonly Line[] {
  const line = (text: string): Line => ({ text: `${indent}${text}`, note });
  if (typeof value !== 'object') return [line(`${before}${JSON.stringify(value)}${after}`)];
  const inner = `${indent}  `;
  if (isSmall(value)) return [line(`${before}${flat(value)}${after}`)];
  if ('members' in value) {
    return [
      line(`${before}{`),
      ...value.members.flatMap((each, at) =>
        linesOf(each.value, {
          note: each.note ?? note,
          indent: inner,
          before: `${JSON.stringify(each.name)}: `,
          after: at < value.members.length - 1 ? ',' : '',
        }),
      ),
      line(`}${after}`),
    ];
  }
  return [
    line(`${before}[`),
    ...value.flatMap((each, at) =>
      linesOf(each, { note, indent: inner, before: '', after: at < value.length - 1 ? ',' : '' }),
    ),
    line(`]${after}`),
  ];
}

/** Whether it is on one line: what has a note of its own has a line of its own. */
function isSmall(value: JsonValue): boolean {
  if (typeof value !== 'object') return true;
  if ('members' in value) return value.members.every((each) => each.note === null && isSmall(each.value));
  return (
    value.length <= MOST_ON_A_LINE && value.every(isScalar) && !(value.length > 1 && value.some(isOrigin))
  );
}

function isScalar(value: JsonValue): boolean {
  return typeof value !== 'object';
}

/** Origins are long, and come and go one at a time. */
function isOrigin(value: JsonValue): boolean {
  return typeof value === 'string' && value.includes('://');
}

/** A value on one line. */
function flat(value: JsonValue): string {
  if (typeof value !== 'object') return JSON.stringify(value);
  return 'members' in value
    ? `{ ${value.members.map(({ name, value: inner }) => `${JSON.stringify(name)}: ${flat(inner)}`).join(', ')} }`
    : `[${value.map(flat).join(', ')}]`;
}
