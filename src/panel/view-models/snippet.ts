import type { LineNote } from '../../fixes/platforms/line-notes.ts';
import { type Line, type ServerPlatform, type Snippet, textOf } from '../../fixes/platforms/platform.ts';
import type { PolicyWarning } from '../../fixes/policy-warnings.ts';
import { noteWords, placeWords, warningWords } from '../platform-words.ts';
import { highlight, type Token } from './highlight.ts';
import type { TextPart } from './text.ts';

/** A text to paste. */
export interface SnippetVM {
  readonly key: string;
  readonly place: readonly TextPart[];
  /** Its file's name; empty if it is none. */
  readonly file: string;
  readonly blocks: readonly BlockVM[];
  readonly copyText: string;
}

/** Lines that do one thing together. */
export interface BlockVM {
  readonly lines: readonly (readonly Token[])[];
  /** What they do; empty where that goes without saying. */
  readonly note: readonly TextPart[];
  /** What is unsafe about them. */
  readonly warnings: readonly (readonly TextPart[])[];
}

export function toSnippets(
  platform: ServerPlatform,
  snippets: readonly Snippet[],
  warnings: readonly PolicyWarning[],
): readonly SnippetVM[] {
  let left = warnings;
  const said = new Set<LineNote>();
  return snippets.map((snippet): SnippetVM => {
    const blocks = blocksOf(snippet).map(({ note, lines }): BlockVM => {
      // Whoever has read what a line does knows it in the next snippet, too.
      const isKnown = note === null || said.has(note);
      if (note !== null) said.add(note);
      const own = left.filter(({ about }) => note !== null && CONCERNS[about].includes(note));
      // Once is enough, at the first line that it concerns.
      left = left.filter((warning) => !own.includes(warning));
      return {
        lines: lines.map(({ text }) => highlight(text, snippet.language)),
        note: isKnown ? [] : noteWords(note),
        warnings: own.map(warningWords),
      };
    });
    return {
      key: snippet.place,
      place: placeWords(platform, snippet.place),
      file: snippet.file ?? '',
      blocks,
      copyText: textOf(snippet),
    };
  });
}

/** On which lines a warning is about what it is about. */
const CONCERNS: Readonly<Record<PolicyWarning['about'], readonly LineNote[]>> = {
  origins: ['origins', 'any-origin', 'allow-origin'],
  credentials: ['credentials', 'no-credentials'],
};

function blocksOf({ lines }: Snippet): readonly { readonly note: LineNote | null; readonly lines: Line[] }[] {
  const blocks: { note: LineNote | null; lines: Line[] }[] = [];
  for (const line of lines) {
    const last = blocks.at(-1);
    if (last !== undefined && last.note === line.note) last.lines.push(line);
    else blocks.push({ note: line.note, lines: [line] });
  }
  return blocks;
}
