import { pluralOf } from './formats.ts';
import { ENGLISH, type Language, messageName, templateIn } from './language.ts';
import { fill, fillParts, fillSlots, type TextPart, type Values } from './template.ts';

/**
 * Words as the code writes them, in English: templates with named placeholders (`{count}`) and backticks around code, by
 * key and in groups. Lists of templates are lines that are shown one below the other.
 */
export type Tree = { readonly [key: string]: Template | Tree };

type Template = string | readonly string[] | Counted<PluralForms> | Slotted<string>;

/** The same words in a language: see `Word`. */
export type Words<T> = { readonly [K in keyof T]: Word<T[K]> };

/**
 * What a template becomes: a text, or the function of its values that gives one; parts instead of a text where there are
 * code spans in it.
 */
type Word<T> = T extends string
  ? Text<T>
  : T extends Counted<infer Forms extends PluralForms>
    ? (
        values: { readonly count: number } & ValuesOf<Exclude<NamesIn<Forms['one' | 'other']>, 'count'>>,
      ) => Said<Forms['one' | 'other']>
    : T extends Slotted<infer Slots extends string>
      ? <Node>(nodes: Readonly<Record<NamesIn<Slots>, Node>>) => readonly (string | Node)[]
      : T extends readonly string[]
        ? readonly string[]
        : Words<T>;

type Text<T extends string> = [NamesIn<T>] extends [never]
  ? Said<T>
  : (values: ValuesOf<NamesIn<T>>) => Said<T>;

type NamesIn<T extends string | undefined> = T extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;

type ValuesOf<Names extends string> = { readonly [Name in Names]: string | number };

type Said<T extends string | undefined> = T extends `${string}\`${string}` ? readonly TextPart[] : string;

/** The forms of a plural, by what `Intl.PluralRules` calls them. English has two. */
export type PluralForms = Readonly<Record<'one' | 'other', string>>;

class Counted<Forms extends PluralForms> {
  readonly forms: Forms;
  constructor(forms: Forms) {
    this.forms = forms;
  }
}

class Slotted<Slots extends string> {
  readonly template: Slots;
  constructor(template: Slots) {
    this.template = template;
  }
}

/** A sentence that depends on a number, its placeholder `{count}`. */
export function counted<const Forms extends PluralForms>(forms: Forms): Counted<Forms> {
  return new Counted(forms);
}

/** A sentence with elements in the place of its placeholders. */
export function slotted<const Slots extends string>(template: Slots): Slotted<Slots> {
  return new Slotted(template);
}

/** The form of a plural that every language has; the others are there as the language needs them. */
const OTHER = 'other';

const TREES = new Map<string, Tree>();

/**
 * The words of an area. What they say is looked up when it is read, not before: the language may be chosen after this
 * was called.
 *
 * @param area its own among all; the names of its messages begin with it
 */
export function wordsOf<const T extends Tree>(area: string, tree: T, language: () => Language): Words<T> {
  TREES.set(area, tree);
  return group(tree, [area], language) as Words<T>;
}

/** What all areas that are known so far say in English, by the names of the messages; a plural in its forms. */
export function messagesOfWords(): ReadonlyMap<string, string | PluralForms> {
  return new Map([...TREES].flatMap(([area, tree]) => entriesOf(tree, [area])));
}

/** The name of the message for one form of a plural. */
export function pluralName(name: string, form: Intl.LDMLPluralRule): string {
  return `${name}_${form}`;
}

function entriesOf(
  tree: Tree,
  path: readonly string[],
): readonly (readonly [string, string | PluralForms])[] {
  return Object.entries(tree).flatMap(([key, template]) => {
    const at = [...path, key];
    const name = messageName(...at);
    if (typeof template === 'string') return [[name, template] as const];
    if (template instanceof Slotted) return [[name, template.template] as const];
    if (template instanceof Counted) return [[name, template.forms] as const];
    if (isLines(template)) return template.map((line, index) => [`${name}_${index + 1}`, line] as const);
    return entriesOf(template, at);
  });
}

function group(tree: Tree, path: readonly string[], language: () => Language): object {
  const words = {};
  for (const [key, template] of Object.entries(tree)) {
    const at = [...path, key];
    const word = wordOf(template, messageName(...at), at, language);
    Object.defineProperty(words, key, { enumerable: true, ...word });
  }
  return words;
}

/** A text is read anew each time, as whatever the language is then; functions and groups are always the same. */
function wordOf(
  template: Template | Tree,
  name: string,
  path: readonly string[],
  language: () => Language,
): { readonly get: () => unknown } | { readonly value: unknown } {
  if (typeof template === 'string') {
    const say = sayer(name, template, language);
    return /\{[a-zA-Z]+\}/.test(template) ? { value: say } : { get: inEach(language, () => say({})) };
  }
  if (template instanceof Counted) return { value: counter(name, template.forms, language) };
  if (template instanceof Slotted) {
    return {
      value: (nodes: Readonly<Record<string, unknown>>) =>
        fillSlots(templateIn(language(), name, template.template), nodes),
    };
  }
  if (isLines(template)) {
    const lines = template.map((line, index) => sayer(`${name}_${index + 1}`, line, language));
    return { get: inEach(language, () => lines.map((say) => say({}))) };
  }
  return { value: group(template, path, language) };
}

type Say = (values: Values) => string | readonly TextPart[];

function sayer(name: string, english: string, language: () => Language): Say {
  const say = english.includes('`') ? fillParts : fill;
  return (values) => {
    const now = language();
    return say(templateIn(now, name, english), values, now);
  };
}

function counter(
  name: string,
  { one, other }: PluralForms,
  language: () => Language,
): (values: Values & { readonly count: number }) => string | readonly TextPart[] {
  const say = other.includes('`') ? fillParts : fill;
  return (values) => {
    const now = language();
    const form = pluralOf(values.count, now);
    const english = pluralOf(values.count, ENGLISH) === 'one' ? one : other;
    const template = now.message(pluralName(name, form)) || now.message(pluralName(name, OTHER)) || english;
    return say(template, values, now);
  };
}

function isLines(template: Template | Tree): template is readonly string[] {
  return Array.isArray(template);
}

/** What is worked out when it is first read, and again in another language. */
function inEach<Result>(language: () => Language, make: () => Result): () => Result {
  let made: { readonly language: Language; readonly result: Result } | null = null;
  return () => {
    const now = language();
    if (made?.language !== now) made = { language: now, result: make() };
    return made.result;
  };
}
