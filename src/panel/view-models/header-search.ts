import type { MaskedPart } from '../../report/masked-text.ts';
import { strings } from '../strings.ts';
import type { HeaderLineVM, MessageVM } from './headers.ts';

/** The messages of an exchange as far as they have what is looked for. */
export interface HeaderSearchVM {
  /** Those with a line that has it, with these lines only; all of them while nothing is looked for. */
  readonly messages: readonly FoundMessage[];
  /** How many lines have it, of how many; empty while nothing is looked for. */
  readonly tally: string;
}

export interface FoundMessage extends Omit<MessageVM, 'lines'> {
  readonly lines: readonly FoundLine[];
}

export interface FoundLine extends Omit<HeaderLineVM, 'name' | 'value'> {
  readonly name: readonly HeaderPiece[];
  readonly value: readonly HeaderPiece[];
  /** Up to where the value has to be shown for every hit to be seen; 0 without one. */
  readonly hitsEnd: number;
}

/** A piece of a name or value. The pieces, put together, are the text. */
export interface HeaderPiece {
  readonly text: string;
  /** It stands for a secret. */
  readonly masked: boolean;
  /** It is what is looked for. */
  readonly hit: boolean;
}

/** Looks for a text in names and values of header lines, without regard to case or to spaces around it. */
export function searchHeaders(messages: readonly MessageVM[], query: string): HeaderSearchVM {
  const wanted = wantedIn(query);
  const found = messages.map((message) => ({
    ...message,
    lines: message.lines
      .map((line) => toFoundLine(line, wanted))
      .filter((line) => wanted === null || hasHit(line)),
  }));
  if (wanted === null) return { messages: found, tally: '' };
  const total = count(messages);
  return {
    messages: found.filter(({ lines }) => lines.length > 0),
    tally: tallyOf(count(found), total),
  };
}

function tallyOf(found: number, total: number): string {
  const words = strings.headers;
  return found === 0 ? words.noneFound({ count: total }) : words.found({ found, count: total });
}

function count(messages: readonly { readonly lines: readonly unknown[] }[]): number {
  return messages.reduce((sum, { lines }) => sum + lines.length, 0);
}

/** Null if there is nothing to look for. */
function wantedIn(query: string): RegExp | null {
  const text = query.trim();
  return text === '' ? null : new RegExp(text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu');
}

function toFoundLine(line: HeaderLineVM, wanted: RegExp | null): FoundLine {
  const value = markHits(line.value, wanted);
  const lastHit = value.findLastIndex(({ hit }) => hit);
  return {
    ...line,
    name: markHits([{ kind: 'text', text: line.name }], wanted),
    value,
    hitsEnd: value.slice(0, lastHit + 1).reduce((sum, { text }) => sum + text.length, 0),
  };
}

function hasHit({ name, value }: FoundLine): boolean {
  return [...name, ...value].some(({ hit }) => hit);
}

/** A text, cut where a hit or a mask begins or ends. */
function markHits(parts: readonly MaskedPart[], wanted: RegExp | null): readonly HeaderPiece[] {
  const hits = wanted === null ? [] : hitsIn(parts.map(({ text }) => text).join(''), wanted);
  let partStart = 0;
  return parts.flatMap(({ kind, text }) => {
    const [from, to] = [partStart, partStart + text.length];
    partStart = to;
    const inside = hits.flat().filter((edge) => edge > from && edge < to);
    const edges = [...new Set([from, ...inside, to])];
    return edges.slice(0, -1).map(
      (start, index): HeaderPiece => ({
        text: text.slice(start - from, (edges[index + 1] ?? to) - from),
        masked: kind === 'mask',
        hit: hits.some(([hitFrom, hitTo]) => start >= hitFrom && start < hitTo),
      }),
    );
  });
}

/** One letter is found thousands of times in a long value, and nobody goes through them. */
const MOST_HITS = 100;

/** Where it is found first: from, and up to. */
function hitsIn(text: string, wanted: RegExp): readonly (readonly [number, number])[] {
  const hits: (readonly [number, number])[] = [];
  for (const { index, 0: hit } of text.matchAll(wanted)) {
    if (hits.push([index, index + hit.length]) === MOST_HITS) break;
  }
  return hits;
}
