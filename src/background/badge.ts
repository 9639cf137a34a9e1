import type { Language } from '../language/language.ts';
import { counted, wordsOf } from '../language/words.ts';

/** What the toolbar button says about a tab. */
export interface Badge {
  /** On the button; empty for nothing. */
  readonly text: string;
  /** For who points at it or can't see it. */
  readonly title: string;
}

/** Four characters fit on the button. */
const MOST = 999;

/** What makes the badge for a number of blocked requests. */
export function badgesIn(language: Language): (blocked: number) => Badge {
  const words = wordsOf(
    'badge',
    {
      title: counted({
        one: 'CORS Lens: {count} blocked request',
        other: 'CORS Lens: {count} blocked requests',
      }),
    },
    () => language,
  );
  return (blocked) => {
    if (blocked === 0) return { text: '', title: 'CORS Lens' };
    return { text: blocked > MOST ? `${MOST}+` : String(blocked), title: words.title({ count: blocked }) };
  };
}
