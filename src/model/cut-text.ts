/**
 * Text beyond a bound is cut between two words: half a secret has no form any more by which it could be told. A word
 * that is longer than the rest goes whole.
 */

/** The longest note: ` [cut from 1234567890 characters]`. A cut text with its note is within the bound. */
const ROOM_FOR_NOTE = 40;

const BETWEEN_WORDS = /[\s,;&"'<>/=]/;
const BETWEEN_URL_PARTS = /[/?#&;=]/;

/** At most `limit` characters, with ` [cut from N characters]` at the end if it was longer. */
export function cutText(text: string, limit: number): string {
  if (text.length <= limit) return text;
  return `${cutAt(text, limit, BETWEEN_WORDS)} [cut from ${text.length} characters]`;
}

/** The beginning of a URL, and the note to put behind it if it was longer than `limit`: `...cut-from-N`. */
export function cutUrl(url: string, limit: number): readonly [kept: string, note: string] {
  if (url.length <= limit) return [url, ''];
  return [cutAt(url, limit, BETWEEN_URL_PARTS), `...cut-from-${url.length}`];
}

/** A header's name, which stays one. */
export function cutName(name: string, limit: number): string {
  if (name.length <= limit) return name;
  return `${name.slice(0, limit - ROOM_FOR_NOTE)}-cut-from-${name.length}`;
}

function cutAt(text: string, limit: number, between: RegExp): string {
  const longest = limit - ROOM_FOR_NOTE;
  let end = longest;
  while (end > 0 && !between.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end === 0 ? longest : end);
}
