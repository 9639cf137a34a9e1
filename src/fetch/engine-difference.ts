import type { Engine } from '../model/exchange.ts';

/** One way in which engines differ: what it is about, and for the standard and each engine what holds and how that is known. */
export interface EngineDifference<Value> extends Readonly<Record<Engine | 'standard', Known<Value>>> {
  /**
   * A sentence. Where it makes engines decide differently it has two placeholders: `{odd}` for who doesn't do as the
   * standard says, `{other}` for who does.
   */
  readonly about: string;
}

export interface Known<Value> {
  readonly value: Value;
  readonly source: Source;
}

export type Source =
  /** Seen with that major version. */
  | { readonly how: 'measured'; readonly version: string }
  /** Read in the engine's source: a file, by its path in the repository. */
  | { readonly how: 'read'; readonly file: string }
  /** Written in the Fetch standard; of an engine, nothing says that it does otherwise. */
  | { readonly how: 'standard'; readonly anchor: string }
  /** The standard doesn't speak of it and the extension doesn't run there: the value that claims the least. */
  | { readonly how: 'not-observed' };

/** A table with one difference for each value. */
export type Differences<Values> = { readonly [Id in keyof Values]: EngineDifference<Values[Id]> };

/**
 * @param standard what the standard says; engines that aren't named follow it
 */
export function difference<Value>(
  about: string,
  standard: Known<Value>,
  engines: Partial<Readonly<Record<Engine, Known<Value>>>>,
): EngineDifference<Value> {
  return { about, standard, chromium: standard, firefox: standard, webkit: standard, ...engines };
}

/** @param anchor in https://fetch.spec.whatwg.org/ */
export function written<Value>(value: Value, anchor: string): Known<Value> {
  return { value, source: { how: 'standard', anchor } };
}

/** @param file path in the engine's repository */
export function read<Value>(value: Value, file: string): Known<Value> {
  return { value, source: { how: 'read', file } };
}

export function measuredInChromium<Value>(value: Value): Known<Value> {
  return { value, source: { how: 'measured', version: '156' } };
}

export function measuredInFirefox<Value>(value: Value): Known<Value> {
  return { value, source: { how: 'measured', version: '153' } };
}

export function notObserved<Value>(value: Value): Known<Value> {
  return { value, source: { how: 'not-observed' } };
}
