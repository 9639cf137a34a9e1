import { type Snippet, textOf } from '../../src/fixes/platforms/platform.ts';

/** The text of the snippets for one place, as it would be pasted; empty if there are none. */
export function textAt(snippets: readonly Snippet[] | null, place: string): string {
  return (snippets ?? [])
    .filter((snippet) => snippet.place === place)
    .map(textOf)
    .join('');
}
