import type { Parts } from './request-to-repeat.ts';

/** PowerShell takes each of these for the quote that ends a literal, and two in a row for one of its text. */
const QUOTE = /['\u2018\u2019\u201a\u201b]/g;
const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

/**
 * Quotes text as a literal of PowerShell, in which nothing is expanded and no escapes are known.
 *
 * @throws RangeError if it contains NUL, which Windows PowerShell may take for the end of the script
 * @see https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_quoting_rules
 */
export function quotePowerShell(text: string): string {
  if (text.includes('\0')) throw new RangeError('A literal cannot contain NUL.');
  return `'${text.replace(QUOTE, '$&$&')}'`;
}

/**
 * An expression for a text made of several parts, of which some are variables.
 *
 * @throws RangeError if a variable's name has anything but capital letters, digits and underscores, or text has NUL
 */
export function quotePowerShellParts(parts: Parts): string {
  if (parts.length === 0) return "''";
  return parts
    .map((part) => {
      if (typeof part === 'string') return quotePowerShell(part);
      if (!VARIABLE.test(part.variable)) throw new RangeError('Not a name for a variable of ours.');
      return `$${part.variable}`;
    })
    .join(' + ');
}
