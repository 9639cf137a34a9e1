import type { Policy } from '../../../src/fixes/index.ts';

/** What was read from a text, as a policy says it. What the text doesn't say isn't there. */
export interface ReadPolicy {
  readonly origins?: readonly string[];
  readonly methods?: readonly string[];
  readonly headers?: readonly string[];
  readonly exposed?: readonly string[];
  readonly credentials?: boolean;
  readonly maxAge?: number | null;
}

/** Everything in which they differ, a line each; null if nothing. The order of lists doesn't matter. */
export function differences(read: ReadPolicy, policy: Policy): string | null {
  const { origins, methods, headers, exposed, credentials, maxAge } = policy;
  const expected: Required<ReadPolicy> = {
    origins: origins === '*' ? ['*'] : origins,
    methods: ['GET', 'HEAD', 'POST', ...methods],
    headers,
    exposed,
    credentials,
    maxAge,
  };
  const found = Object.entries(read).flatMap(([field, value]) => {
    const wanted = expected[field as keyof ReadPolicy];
    return sorted(value) === sorted(wanted)
      ? []
      : [`${field} is ${JSON.stringify(value)}, should be ${JSON.stringify(wanted)}`];
  });
  return found.length === 0 ? null : found.join('\n');
}

function sorted(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? value.toSorted() : value);
}
