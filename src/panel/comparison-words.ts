import { counted, words } from './language/words.ts';

/** Where two values part. */
export type Place = 'start' | 'middle' | 'end';

/** The words beside two values that were compared. */
export const comparisonWords = words('comparison', {
  heading: 'The difference',
  inPreflight: 'in the answer to the preflight',
  inResponse: 'in the response',
  empty: '(empty)',
  differs: 'differs:',
  missingHere: 'something is missing here',

  origin: 'Origin of the request',
  hasToBe: 'It has to be',
  asksFor: 'The preflight asks for',

  isEmpty: 'The header is there, and nothing is in it.',
  another: 'They have nothing in common.',
  several: counted({ one: 'They differ in {count} place.', other: 'They differ in {count} places.' }),
  scheme: 'The scheme differs: `{value}`, not `{wanted}`.',
  host: 'The host differs: `{value}`, not `{wanted}`.',
  port: 'The port differs: `{value}`, not `{wanted}`.',
  portMissing: 'The port is missing: `{wanted}`.',
  portExtra: 'The port doesn’t belong there: `{value}`.',
  letterCase: 'Letter case differs: `{value}`, not `{wanted}`.',
  allParts: 'Scheme, host and port all differ.',
  lookAlike: '`{value}` ({code}) only looks like `{wanted}`: it is another character.',
  extra: {
    start: 'Differs at the start: an extra `{text}`.',
    middle: 'Differs inside: an extra `{text}`.',
    end: 'Differs at the end: an extra `{text}`.',
  } as const satisfies Record<Place, string>,
  extraSpace: {
    start: 'Differs at the start: an extra space.',
    middle: 'Differs inside: an extra space.',
    end: 'Differs at the end: an extra space.',
  } as const satisfies Record<Place, string>,
  missing: {
    start: 'Differs at the start: `{text}` is missing.',
    middle: 'Differs inside: `{text}` is missing.',
    end: 'Differs at the end: `{text}` is missing.',
  } as const satisfies Record<Place, string>,
  replaced: {
    start: 'Differs at the start: `{value}`, not `{wanted}`.',
    middle: 'Differs inside: `{value}`, not `{wanted}`.',
    end: 'Differs at the end: `{value}`, not `{wanted}`.',
  } as const satisfies Record<Place, string>,

  onlyOne: counted({
    one: 'These are {count} values, and only one may be there.',
    other: 'These are {count} values, and only one may be there.',
  }),
  wildcard: '`*` is a wildcard only where no credentials are included.',
  wildcardAuthorization: '`*` never covers `authorization`: it has to be listed by name.',
  methodCase: '`{name}` is in the list in another letter case, and letter case counts.',
  notListed: '`{name}` isn’t in the list.',
  noneListed: 'Not in the list: `{names}`.',
});
