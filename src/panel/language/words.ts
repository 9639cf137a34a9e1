import { type Tree, type Words, wordsOf } from '../../language/words.ts';
import { language } from './installed.ts';

export { counted, slotted } from '../../language/words.ts';

/** Words of the panel or the popup, written in English, and read in the language that is installed. */
export function words<const T extends Tree>(area: string, tree: T): Words<T> {
  return wordsOf(area, tree, language);
}
