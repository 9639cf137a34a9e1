import type { HttpResponse } from '../../../src/model/exchange.ts';
import type { Header } from '../../../src/model/header-list.ts';

/**
 * The header list that a browser's parser makes of raw header lines. Chromium ends a line at any CR or LF and takes a
 * space before the colon; Firefox ends it at LF and drops such a line. Both unfold continuation lines.
 *
 * @param lines whether several of a name stay apart
 */
export function parseHeaderLines(
  raw: readonly (readonly [string, string])[],
  engine: 'chromium' | 'firefox',
  lines: HttpResponse['lines'],
): Header[] {
  const text = raw.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  const written = engine === 'chromium' ? text.split(/[\r\n]+/) : text.split(/\r?\n/);
  const unfolded: string[] = [];
  for (const line of written) {
    const last = unfolded.length - 1;
    if (/^[ \t]/.test(line) && last >= 0) unfolded[last] += ` ${line.trim()}`;
    else if (line !== '') unfolded.push(line);
  }
  const parsed: Header[] = [];
  for (const line of unfolded) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const before = line.slice(0, colon);
    const name = engine === 'chromium' ? before.replace(/[ \t]+$/, '') : before;
    if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(name)) continue;
    parsed.push([name, line.slice(colon + 1).replace(/^[ \t]+|[ \t]+$/g, '')]);
  }
  return lines === 'apart' ? parsed : joinLines(parsed);
}

/** Firefox hands several lines of a name over as one, and leaves empty ones out. */
function joinLines(headers: readonly Header[]): Header[] {
  const joined = new Map<string, Header>();
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    const before = joined.get(key);
    if (before === undefined || before[1] === '') joined.set(key, [before?.[0] ?? name, value]);
    else if (value !== '') joined.set(key, [before[0], `${before[1]}, ${value}`]);
  }
  return [...joined.values()];
}
