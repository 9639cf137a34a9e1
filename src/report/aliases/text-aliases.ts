import type { AliasTable } from './alias-table.ts';
import type { HostAliases } from './host-aliases.ts';
import { isRedacted } from './redacted.ts';
import type { UrlAliases } from './url-aliases.ts';

/** What gets around URLs in text: quotes, brackets, separators, and characters that nobody sees. */
const AROUND = String.raw`\s"'<>‘’“”\`\\,;|(){}^$\u00ad\u200b-\u200f\u2060\ufeff`;
const URL_IN_TEXT = `[a-z][a-z0-9+.-]*:\\/\\/[^${AROUND}]*`;
/** A host name with a dot in it; also with the dot as a regular expression has it. */
const NAME_IN_TEXT = String.raw`(?:[a-z0-9_](?:[a-z0-9_-]*)\\?\.)+[a-z][a-z0-9-]*[a-z](?![a-z0-9_-])`;
const ADDRESS_IN_TEXT = String.raw`\d{1,3}(?:\.\d{1,3}){3}(?![\d.]|\w)`;
/** How code names its settings, which some servers send instead of their values. */
const SETTING_IN_TEXT = String.raw`process\.env\.|req(?:uest)?\.headers\.`;
const WORD_IN_TEXT = '[a-z_][a-z0-9_-]*';

const IN_TEXT = new RegExp(
  `(?<![\\w-])(?:(?<setting>${SETTING_IN_TEXT})|(?<url>${URL_IN_TEXT})|(?<host>${NAME_IN_TEXT}|${ADDRESS_IN_TEXT})|(?<word>${WORD_IN_TEXT}))`,
  'gi',
);

/** Words that stand in Access-Control-Allow-Origin by mistake, and of which the names of settings are made. */
const KEPT_WORD =
  /^(?:https?|null|undefined|none|nil|true|false|all|any|nan|object|origin|self|same-origin|http_origin|req|request|headers|process|env|www|localhost|masked|characters)$/i;

/** Aliases in text that isn't one URL: what a browser reports, values of headers. */
export class TextAliases {
  readonly #table: AliasTable;
  readonly #hosts: HostAliases;
  readonly #urls: UrlAliases;

  constructor(table: AliasTable, hosts: HostAliases, urls: UrlAliases) {
    this.#table = table;
    this.#hosts = hosts;
    this.#urls = urls;
  }

  /** The text with aliases in the place of URLs and hosts; every other word stays. */
  of(text: string): string {
    return this.#replace(text, (word) => (this.#hosts.isKnown(word) ? this.#hosts.of(word) : word));
  }

  /** The same with every word replaced that isn't known to say nothing: punctuation and shape stay. */
  allWords(text: string): string {
    return this.#replace(text, (word) => {
      if (KEPT_WORD.test(word)) return word;
      if (this.#hosts.isKnown(word)) return this.#hosts.of(word);
      return this.#table.of('word', word, () => `word_${this.#table.next('word')}`);
    });
  }

  /** A value of Access-Control-Allow-Origin, or of another header that should name origins. */
  origins(value: string): string {
    if (isRedacted(value)) return value;
    const isOneUrl =
      /^\s*[a-z][a-z0-9+.-]*:\/\/(?:\[[0-9a-f:.]*\]|[^\s"'<>‘’“”`\\,;|(){}^$[\]\u0080-\uffff])*\s*$/i.test(
        value,
      );
    if (!isOneUrl) return this.allWords(value);
    const start = value.length - value.trimStart().length;
    const end = value.trimEnd().length;
    return value.slice(0, start) + this.#urls.of(value.slice(start, end)) + value.slice(end);
  }

  #replace(text: string, replaceWord: (word: string) => string): string {
    return text.replace(IN_TEXT, (found: string, ...rest: unknown[]) => {
      const groups = rest.at(-1);
      const isGroup = (name: string): boolean =>
        typeof groups === 'object' && groups !== null && Reflect.get(groups, name) !== undefined;
      if (isGroup('url')) {
        const end = found.replace(/[.:!?)\]]+$/, (tail) => (/:\/\/[^/]*\]$/.test(found) ? tail : '')).length;
        return this.#urls.of(found.slice(0, end)) + found.slice(end);
      }
      if (isGroup('setting')) return found;
      if (!isGroup('host')) return replaceWord(found);
      const isEscaped = found.includes('\\');
      const alias = this.#hosts.of(found.replaceAll('\\', ''));
      return isEscaped ? alias.replaceAll('.', '\\.') : alias;
    });
  }
}
