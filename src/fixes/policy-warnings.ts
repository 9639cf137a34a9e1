import { isDevelopmentOrigin } from '../model/origin.ts';
import type { Policy } from './policy.ts';

/** What is unsafe about a policy, or easily overlooked. */
export interface PolicyWarning {
  readonly id: keyof typeof WARNING_WORDS;
  /** The part of the policy that it concerns. */
  readonly about: 'origins' | 'credentials';
  /** For the placeholders of its words. */
  readonly data: Readonly<Record<string, string>>;
}

/** A sentence or two for each; what is in braces is filled in. */
export const WARNING_WORDS = {
  'any-origin':
    'Every page on the web can read these answers. That is right for public data only; cookies are never included.',
  'plain-http':
    '`{origin}` is not encrypted: whoever is in the user’s network can put a page of their own in its place. Allow `https:` instead.',
  'development-with-credentials':
    '`{origin}` is a development origin: any program on a user’s machine can answer there. Leave it out in production.',
  'other-program': '`{origin}` is no website: only that program’s makers know who else can use the scheme.',
} as const;

/** In the order in which they matter. Empty for a policy that nothing is to be said of. */
export function policyWarnings({ origins, credentials }: Policy): readonly PolicyWarning[] {
  if (origins === '*') return [{ id: 'any-origin', about: 'origins', data: {} }];
  return origins.flatMap((origin): PolicyWarning[] => {
    const warning = originWarning(origin, credentials);
    return warning === null ? [] : [{ id: warning, about: 'origins', data: { origin } }];
  });
}

function originWarning(origin: string, credentials: boolean): PolicyWarning['id'] | null {
  if (isDevelopmentOrigin(origin)) return credentials ? 'development-with-credentials' : null;
  if (origin.startsWith('http:')) return 'plain-http';
  return origin.startsWith('https:') ? null : 'other-program';
}
