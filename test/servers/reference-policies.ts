import type { AllowListPolicy, Policy, PublicPolicy } from '../../src/fixes/index.ts';
import type { ServerPlatform } from '../../src/fixes/platforms/platform.ts';

/** What every platform is proven with, each by its name. */
export type PolicyName = 'list' | 'public' | 'path';

/** Requests that need a preflight, a header that script shall read, and answers that browsers may keep. */
const COMMON = {
  methods: ['PATCH', 'PUT'],
  headers: ['content-type', 'x-request-id'],
  exposed: ['x-total-count'],
  maxAge: 600,
  path: null,
} as const;

/** @param page the origin from which real browsers ask; no browser comes from the other one */
export function referencePolicies(page: string): Readonly<Record<PolicyName, Policy>> {
  const list: AllowListPolicy = { ...COMMON, origins: [page, 'https://app.example.com'], credentials: true };
  const everybody: PublicPolicy = { ...COMMON, origins: '*', credentials: false };
  return { list, public: everybody, path: { ...list, credentials: false, path: '/api/' } };
}

/** The policies that a platform can have. */
export function policiesFor(
  platform: ServerPlatform,
  page: string,
): readonly (readonly [PolicyName, Policy])[] {
  const { list, public: everybody, path } = referencePolicies(page);
  // What can't be limited to a path is proven without credentials for all of them.
  const last = platform.scope === 'path' ? path : { ...path, path: null };
  return [
    ['list', list],
    ['public', everybody],
    ['path', last],
  ];
}
