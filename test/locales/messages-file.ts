import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { catalogueText, type Messages, parseMessages } from './catalogue.ts';

const LOCALES = fileURLToPath(new URL('../../public/_locales/', import.meta.url));

/** The languages that there are catalogues of, English among them, as BCP 47 names them. */
export function languages(): readonly string[] {
  return readdirSync(LOCALES).map((folder) => folder.replace('_', '-'));
}

export function catalogueFile(tag: string): string {
  return `${LOCALES}${tag.replace('-', '_')}/messages.json`;
}

/** A language's catalogue with its messages as they are shown; empty if there is none yet. */
export function readMessages(tag: string): Messages {
  const file = catalogueFile(tag);
  return existsSync(file) ? parseMessages(readFileSync(file, 'utf8')) : {};
}

export function writeMessages(tag: string, messages: Messages): void {
  const file = catalogueFile(tag);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, catalogueText(messages));
}
