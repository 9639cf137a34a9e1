import { isHttpToken } from './http-token.ts';
import { trimHttpWhitespace } from './http-whitespace.ts';

/** The items of a header that is a list of tokens, or what makes it unreadable. */
export type ExtractedValues =
  | { readonly ok: true; readonly values: readonly string[] }
  /** An item isn't a token: then the whole list is void, not only the item. `before` are the items up to it. */
  | { readonly ok: false; readonly invalid: string; readonly before: readonly string[] };

const NOTHING: ExtractedValues = { ok: true, values: [] };

/**
 * Reads `#token` (Access-Control-Allow-Methods, -Allow-Headers, -Expose-Headers) as browsers do: lines joined, split
 * at commas, HTTP whitespace trimmed, empty items skipped. No header gives an empty list. Linear, never throws.
 *
 * @param lines the value of each line of the header, in order
 * @see https://fetch.spec.whatwg.org/#extract-header-list-values
 */
export function extractHeaderListValues(lines: readonly string[]): ExtractedValues {
  if (lines.length === 0) return NOTHING;
  const values: string[] = [];
  for (const line of lines) {
    let start = 0;
    while (start <= line.length) {
      const comma = line.indexOf(',', start);
      const end = comma < 0 ? line.length : comma;
      const item = trimHttpWhitespace(line.slice(start, end));
      if (item !== '') {
        if (!isHttpToken(item)) return { ok: false, invalid: item, before: values };
        values.push(item);
      }
      start = end + 1;
    }
  }
  return { ok: true, values };
}
