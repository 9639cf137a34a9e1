import type { Policy } from '../policy.ts';
import type { WritablePolicy } from '../writable-policy.ts';
import type { LineNote } from './line-notes.ts';

/** Something that people configure to send CORS headers. One file each, and one entry of `index.ts`. */
export interface ServerPlatform {
  /** Kebab-case. */
  readonly id: string;
  /** As its makers write it; with the library that does it, if there are several. */
  readonly name: string;
  /** Under which it is found in the list of platforms. */
  readonly family: Family;
  /** By which marks in an answer it is recognised: ids of `rules/responder/platforms`. Empty if by none. */
  readonly answersAs: readonly string[];
  /** Whether it can be limited to the path of a policy; where it can't, `generate` gets none. */
  readonly scope: 'path' | 'whole';
  /** How its configurations are proven: by running the server with them, or by something less. */
  readonly proof: { readonly kind: 'run' } | CheckedOnly;
  /** What a policy may ask for and it can't do; none if it can do everything. */
  readonly limits?: readonly Limit[];
  /** Fields for which it has no setting, though it answers by such a policy. A trap says what it does instead. */
  readonly unsaid?: readonly (keyof Policy)[];
  /**
   * The configuration: what to put where. Any policy within the limits that can be written has one.
   * @param target the serialised origin of the API, for what forwards to it; others have no use for it
   */
  readonly generate: (policy: WritablePolicy, target: string) => readonly Snippet[];
  /** Where each snippet goes: a sentence for each `place` of its snippets. */
  readonly places: Readonly<Record<string, string>>;
  /** How the change takes effect: a sentence, with the command in backticks if there is one. */
  readonly reload: string;
  readonly traps: readonly Trap[];
  /** Its documentation. Always https. */
  readonly links: readonly { readonly label: string; readonly url: string }[];
}

/** Something that a policy may have and a platform can't do: there is no configuration then, rather than a wrong one. */
export interface Limit {
  /** Its own among those of the platform. */
  readonly id: string;
  readonly field: keyof Policy;
  /** A sentence or two: what it can't do, and what helps. */
  readonly words: string;
  /** The first value that goes beyond it, empty where it is no single one; null if the policy is within. */
  readonly exceededBy: (policy: WritablePolicy) => string | null;
}

/** It isn't run in our tests. */
export interface CheckedOnly {
  readonly kind: 'checked';
  /** What has read it instead: "its JSON schema", "a YAML parser". Follows "checked by". */
  readonly by: string;
}

/** As the list of platforms is divided. */
export const FAMILIES = [
  'server',
  'javascript',
  'python',
  'php',
  'ruby',
  'go',
  'java',
  'dotnet',
  'cloud',
  'kubernetes',
  'dev-proxy',
] as const;

export type Family = (typeof FAMILIES)[number];

/** A text to put somewhere as it is. */
export interface Snippet {
  /** Where: a key of `places`. */
  readonly place: string;
  /** The name of the file in which people look for that place first; null where it isn't a file. */
  readonly file: string | null;
  readonly language: SnippetLanguage;
  readonly lines: readonly Line[];
}

/** For the colours, and for what parses it in tests. */
export const SNIPPET_LANGUAGES = [
  'nginx',
  'apache',
  'caddy',
  'haproxy',
  'lighttpd',
  'vcl',
  'javascript',
  'typescript',
  'python',
  'php',
  'ruby',
  'go',
  'java',
  'csharp',
  'xml',
  'json',
  'yaml',
  'toml',
  'properties',
  'shell',
  'headers',
] as const;

export type SnippetLanguage = (typeof SNIPPET_LANGUAGES)[number];

export interface Line {
  /** Without a line break. */
  readonly text: string;
  /** What it does; null where that goes without saying. */
  readonly note: LineNote | null;
}

/** What people get wrong on this platform. */
export interface Trap {
  /** Its own among those of the platform. */
  readonly id: string;
  readonly about: readonly TrapTopic[];
  /** A sentence or two: how it shows, and how to avoid it. */
  readonly words: string;
}

/**
 * What a trap is about. The causes that the rules find are about these too (`HINT_TOPICS` in `rules/responder`), which
 * tells the traps that concern the user now.
 */
export const TRAP_TOPICS = [
  /** Errors go without the headers. */
  'errors',
  /** A route has none of them. */
  'route',
  /** OPTIONS isn't answered as a preflight. */
  'options',
  /** What checks the sign-in answers before. */
  'sign-in',
  /** A firewall or an access rule answers before. */
  'refusal',
  /** Which origins are allowed, and how they are compared. */
  'origin',
  /** Two layers send the header. */
  'layers',
  /** Redirects, most of all those that only add a slash. */
  'slash',
  /** What caches keep. */
  'cache',
  /** What is behind it doesn't answer. */
  'upstream',
  /** Headers that script may read. */
  'expose',
] as const;

export type TrapTopic = (typeof TRAP_TOPICS)[number];

/** Lines that do one thing. What is false isn't there; a text may have several lines. */
export function lines(note: LineNote | null, ...texts: readonly (string | false)[]): readonly Line[] {
  return texts.flatMap((text) =>
    text === false ? [] : text.split('\n').map((each) => ({ text: each, note })),
  );
}

/** The text of a snippet, for the clipboard or a file. Ends with a line break. */
export function textOf({ lines }: Snippet): string {
  return lines.map(({ text }) => `${text}\n`).join('');
}
