/**
 * Everything that has no ink or steers its surroundings: controls, format characters (also those that turn the reading
 * direction round), lone surrogates, unassigned code points, and every space but the plain one.
 */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]|(?! )\p{Zs}/gu;

/**
 * The text on one line, with every character that a reader couldn't see shown: a line feed becomes `␊`, a
 * right-to-left override `⟨U+202E⟩`. What it gives has no invisible character left.
 */
export function makeVisible(text: string): string {
  return text.replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x20) return String.fromCodePoint(0x2400 + code);
    if (code === 0x7f) return '\u2421';
    return `\u27e8U+${code.toString(16).toUpperCase().padStart(4, '0')}\u27e9`;
  });
}

/** The text, cut to `limit` characters (UTF-16 units), with a note of its full length where it is longer. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const splitsPair = /[\uD800-\uDBFF]/.test(text.charAt(limit - 1));
  return `${text.slice(0, splitsPair ? limit - 1 : limit)}… [cut: ${formatCount(text.length)} characters in all]`;
}

/** A whole number with commas: `100,000`. */
export function formatCount(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** `3 requests`, `1 request`. */
export function counted(count: number, noun: string, plural = `${noun}s`): string {
  return `${formatCount(count)} ${count === 1 ? noun : plural}`;
}
