/** What PowerShell's tokenizer takes for single quotes (CharTraits.cs, IsSingleQuote). */
const QUOTES = new Set("'\u2018\u2019\u201a\u201b");

/**
 * What a literal in single quotes means, by the steps of PowerShell's own tokenizer.
 *
 * @throws {Error} if it ends before the text does, or doesn't end
 * @see https://github.com/PowerShell/PowerShell/blob/v7.4.0/src/System.Management.Automation/engine/parser/tokenizer.cs (ScanStringLiteral)
 */
export function readPowerShellLiteral(text: string): string {
  let value = '';
  for (let at = 1; at < text.length; at++) {
    let character = text.charAt(at);
    if (QUOTES.has(character)) {
      if (!QUOTES.has(text.charAt(at + 1))) {
        if (at !== text.length - 1) throw new Error(`It ends at ${at}: ${text}`);
        return value;
      }
      at++;
      character = text.charAt(at);
    }
    value += character;
  }
  throw new Error(`It has no end: ${text}`);
}
