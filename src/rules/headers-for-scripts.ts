import type { ReadableHeaders } from '../fetch/evaluation.ts';
import type { HeaderList } from '../model/header-list.ts';

/** Headers that are sent for the sake of the script that reads them, rather than for browsers and caches. */
const FOR_SCRIPTS =
  /^(content-disposition|content-range|link|retry-after|upload-offset|upload-length|x-auth-token|x-csrf-token|x-(total|page|per-page|next|prev|pagination)(-.+)?|x-.+-(count|total|pages)|(x-)?rate-?limit(-.+)?)$/;

/**
 * Headers that a script is likely to want and can't read, or only under a condition: their names as they were sent, each
 * once.
 *
 * @param status of the response: where something was created, its place is among them
 */
export function unreadableForScripts(
  { hidden, conditional, conditions }: ReadableHeaders,
  status: number,
): readonly string[] {
  // Where a header hangs on a condition, so do all but cookies.
  return headersForScripts(conditions.length === 0 ? hidden : conditional, status);
}

function headersForScripts(headers: HeaderList, status: number): readonly string[] {
  const names = headers
    .map(([name]) => name)
    .filter((name) => {
      const lower = name.toLowerCase();
      return FOR_SCRIPTS.test(lower) || (lower === 'location' && (status === 201 || status === 202));
    });
  return [...new Set(names)];
}
