import { isNameable } from './nameable-origin.ts';
import type { Policy } from './policy.ts';

declare const WRITABLE: unique symbol;

/**
 * A policy of which every value may stand in a configuration as it is. Values come from traffic, so anybody can choose
 * them: no letter is left that means something to a server, a programming language, a regular expression other than `.`,
 * or a shell. Only `writablePolicy` makes one, and platforms write no other.
 */
export type WritablePolicy = Policy & { readonly [WRITABLE]: true };

/** Why a policy can't be written, told of the first value that stands in the way. */
export type Unwritable = UnwritableAnywhere | BeyondPlatform;

interface UnwritableAnywhere {
  /** A field of the policy, or the API's own origin. */
  readonly field: Exclude<keyof Policy, 'credentials'> | 'target';
  readonly problem: 'none' | 'too-many' | 'too-long' | 'letters';
  /** The value, as it is; empty where there is none, or too many. */
  readonly value: string;
}

/** Other platforms can do it. */
export interface BeyondPlatform {
  readonly field: keyof Policy;
  readonly problem: 'not-on-this-platform';
  /** As above; empty where it is no single value. */
  readonly value: string;
  /** Which of the platform's `limits`: its words say why, and what helps. */
  readonly limit: string;
}

/** More than anybody lists by hand, and few enough for the servers whose configuration has limits. */
export const MOST_VALUES = 100;
/** A host name is no longer than that, nor are the names of headers that anybody uses. */
export const LONGEST_VALUE = 255;
/** A year, in seconds: no browser counts more than a day. */
const LONGEST_MAX_AGE = 31_536_000;

/** Methods and names of headers, without the letters of an HTTP token that servers give a meaning. */
const NAME = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;
const PATH = /^\/([A-Za-z0-9_.~-]+\/)*$/;

/** The policy, if it can be written into a configuration; else why not. */
export function writablePolicy(policy: Policy): WritablePolicy | UnwritableAnywhere {
  return problemOf(policy) ?? (policy as WritablePolicy);
}

/** Why the origin of an API can't be written; null if it can. */
export function unwritableTarget(target: string): UnwritableAnywhere | null {
  return problemIn('target', [target], (origin) => isNameable(origin) && /^https?:/.test(origin));
}

/** Whether it is one that can be written. */
export function isWritable(result: WritablePolicy | UnwritableAnywhere): result is WritablePolicy {
  return !('problem' in result);
}

function problemOf({ origins, methods, headers, exposed, maxAge, path }: Policy): UnwritableAnywhere | null {
  if (origins !== '*' && origins.length === 0) return { field: 'origins', problem: 'none', value: '' };
  return (
    (origins === '*' ? null : problemIn('origins', origins, isNameable)) ??
    problemIn('methods', methods, (name) => NAME.test(name)) ??
    problemIn('headers', headers, (name) => NAME.test(name)) ??
    problemIn('exposed', exposed, (name) => NAME.test(name)) ??
    problemIn('maxAge', maxAge === null ? [] : [String(maxAge)], () => isSeconds(maxAge)) ??
    problemIn('path', path === null ? [] : [path], (value) => PATH.test(value))
  );
}

function problemIn(
  field: UnwritableAnywhere['field'],
  values: readonly string[],
  isFine: (value: string) => boolean,
): UnwritableAnywhere | null {
  if (values.length > MOST_VALUES) return { field, problem: 'too-many', value: '' };
  for (const value of values) {
    if (value.length > LONGEST_VALUE) return { field, problem: 'too-long', value };
    if (!isFine(value)) return { field, problem: 'letters', value };
  }
  return null;
}

function isSeconds(maxAge: number | null): boolean {
  return maxAge !== null && Number.isInteger(maxAge) && maxAge >= 0 && maxAge <= LONGEST_MAX_AGE;
}
