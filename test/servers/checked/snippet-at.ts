import { type Snippet, textOf } from '../../../src/fixes/platforms/platform.ts';

/**
 * The text of the snippet for a place.
 * @throws {Error} if there is none
 */
export function textAt(snippets: readonly Snippet[], place: string): string {
  const found = snippets.find((snippet) => snippet.place === place);
  if (found === undefined) throw new Error(`No snippet for the place ${place}.`);
  return textOf(found);
}
