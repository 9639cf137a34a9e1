/** What the toolbar button says about a tab. */
export interface Badge {
  /** On the button; empty for nothing. */
  readonly text: string;
  /** For who points at it or can't see it. */
  readonly title: string;
}

/** Four characters fit on the button. */
const MOST = 999;

/** The badge for a number of blocked requests. */
export function badgeOf(blocked: number): Badge {
  if (blocked === 0) return { text: '', title: 'CORS Lens' };
  const text = blocked > MOST ? `${MOST}+` : String(blocked);
  return { text, title: `CORS Lens: ${blocked} blocked ${blocked === 1 ? 'request' : 'requests'}` };
}
