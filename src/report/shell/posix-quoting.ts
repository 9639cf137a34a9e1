/** Part of a shell word: text that must arrive as it is, or a variable that the reader sets. */
export type ShellPart = { readonly literal: string } | { readonly variable: string };

const VARIABLE = /^[A-Z][A-Z0-9_]*$/;
/** Means nothing to any shell, wherever an argument may stand. */
const BARE = /^[A-Za-z0-9][A-Za-z0-9.-]*$/;

/**
 * Quotes text as one word for POSIX shells: the shell hands exactly this text on as one argument, and runs none of it.
 *
 * @throws RangeError if it contains NUL, which no argument can hold.
 * @see https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html#tag_19_02_02
 */
export function quotePosix(text: string): string {
  if (text.includes('\0')) throw new RangeError('An argument cannot contain NUL.');
  return BARE.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/**
 * One word made of several parts. Variables are in double quotes, so that their values aren't split or expanded.
 *
 * @throws RangeError if a variable's name has anything but capital letters, digits and underscores, or text has NUL.
 */
export function quotePosixParts(parts: readonly ShellPart[]): string {
  return parts
    .map((part) => {
      if ('literal' in part) return part.literal === '' && parts.length > 1 ? '' : quotePosix(part.literal);
      if (!VARIABLE.test(part.variable)) throw new RangeError('Not a name for a variable of ours.');
      return `"$${part.variable}"`;
    })
    .join('');
}
