import type { Limit } from './platform.ts';

/** A platform that takes the methods of a list of its own, and no others. */
export function knownMethods(known: readonly string[], words: string): Limit {
  return {
    id: 'methods',
    field: 'methods',
    words,
    exceededBy: ({ methods }) => methods.find((method) => !known.includes(method)) ?? null,
  };
}

/** A platform on which every origin has to be of a certain form. */
export function originsLike(form: RegExp, words: string): Limit {
  return {
    id: 'origins',
    field: 'origins',
    words,
    exceededBy: ({ origins }) =>
      origins === '*' ? null : (origins.find((origin) => !form.test(origin)) ?? null),
  };
}
