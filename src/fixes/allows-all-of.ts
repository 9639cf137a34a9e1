import type { AllowListPolicy, Policy } from './policy.ts';

/**
 * Whether whatever passes with the one policy passes with the other, too: it allows the same origins, methods and
 * headers at least, with credentials where the one does, on all paths. What it exposes decides nothing about that.
 */
export function allowsAllOf(policy: Policy, other: AllowListPolicy): boolean {
  const has = (all: readonly string[], some: readonly string[]): boolean =>
    some.every((each) => all.includes(each));
  return (
    (policy.origins === '*' || has(policy.origins, other.origins)) &&
    (policy.credentials || !other.credentials) &&
    has(policy.methods, other.methods) &&
    has(policy.headers, other.headers) &&
    (policy.path === null || policy.path === other.path)
  );
}
