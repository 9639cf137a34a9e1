import { messagesOfCode } from './code-messages.ts';
import { readMessages } from './messages-file.ts';

/** The manifest has no code beside it: its words are written in the English catalogue itself. */
const OF_MANIFEST = /^extension[A-Z]/;

/** The names of the messages that a language has, with what they say in English. */
export function messagesFor(tag: string): ReadonlyMap<string, string> {
  const ofManifest = Object.entries(readMessages('en')).filter(([name]) => OF_MANIFEST.test(name));
  return new Map([
    ...ofManifest.map(([name, { message }]) => [name, message] as const),
    ...messagesOfCode(tag),
  ]);
}
