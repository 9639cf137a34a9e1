import type { ServerPlatform, Snippet } from './platforms/platform.ts';
import type { Policy } from './policy.ts';
import {
  type BeyondPlatform,
  isWritable,
  type Unwritable,
  unwritableTarget,
  type WritablePolicy,
  writablePolicy,
} from './writable-policy.ts';

/** What to paste where, or why it can't be written. */
export type Configuration =
  | { readonly kind: 'written'; readonly snippets: readonly Snippet[] }
  | { readonly kind: 'unwritable'; readonly why: Unwritable };

/**
 * The configuration with which a platform answers by the policy.
 * @param target the serialised origin of the API: where proxies of development servers forward to
 */
export function configurationFor(platform: ServerPlatform, policy: Policy, target: string): Configuration {
  const writable = writablePolicy(platform.scope === 'path' ? policy : { ...policy, path: null });
  if (!isWritable(writable)) return { kind: 'unwritable', why: writable };
  const beyond = beyondPlatform(platform, writable);
  if (beyond !== null) return { kind: 'unwritable', why: beyond };
  const strange = platform.family === 'dev-proxy' ? unwritableTarget(target) : null;
  if (strange !== null) return { kind: 'unwritable', why: strange };
  return { kind: 'written', snippets: platform.generate(writable, target) };
}

/** The first limit of the platform that the policy goes beyond; null if it is within all. */
function beyondPlatform({ limits = [] }: ServerPlatform, policy: WritablePolicy): BeyondPlatform | null {
  for (const { id, field, exceededBy } of limits) {
    const value = exceededBy(policy);
    if (value !== null) return { field, problem: 'not-on-this-platform', value, limit: id };
  }
  return null;
}
