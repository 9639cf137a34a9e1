import type { Language } from '../../src/language/language.ts';

/** A catalogue as browsers read it: messages by name. */
export type Messages = Readonly<Record<string, MessageEntry>>;

export interface MessageEntry {
  readonly message: string;
  /** Of a translation: the English that it was made from. */
  readonly description?: string;
}

/** Reads the text of a catalogue's file. Two dollar signs stand for one, since one alone begins what browsers fill in. */
export function parseMessages(text: string): Messages {
  const entries = Object.entries(JSON.parse(text) as Messages);
  return Object.fromEntries(
    entries.map(([name, entry]) => [name, { ...entry, message: entry.message.replaceAll('$$', '$') }]),
  );
}

/** The text of a catalogue's file. */
export function catalogueText(messages: Messages): string {
  const entries = Object.entries(messages).map(([name, entry]) => [
    name,
    { ...entry, message: entry.message.replaceAll('$', '$$$$') },
  ]);
  return `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
}

/** The language of a catalogue. */
export function languageOf(tag: string, messages: Messages): Language {
  return { tag, message: (name) => messages[name]?.message ?? '' };
}
