import type { Header } from '../../model/header-list.ts';
import type { Sign } from './platform.ts';
import type { SeenLines } from './seen-lines.ts';

/** The header lines that show a sign, in the order of its marks; null if the response doesn't have it. */
export function matchSign(sign: Sign, seen: SeenLines): readonly Header[] | null {
  const lines: Header[] = [];
  for (const { header, value, absent } of sign) {
    const line = seen.get(header)?.find((each) => value === undefined || value.test(each.value));
    if ((line === undefined) !== absent) return null;
    if (line !== undefined) lines.push(line.header);
  }
  return lines;
}
