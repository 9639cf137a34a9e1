import type { Header } from '../../model/header-list.ts';
import { matchSign } from './match-sign.ts';
import type { Platform, Sign } from './platform.ts';
import { PLATFORMS, type PlatformId } from './platforms.ts';
import type { SeenLine, SeenLines } from './seen-lines.ts';

/** A platform that left a mark in a response, and the header lines that are its marks. */
export interface FoundPlatform {
  readonly platform: Platform<PlatformId>;
  readonly lines: readonly Header[];
}

interface IndexedSign {
  readonly platform: Platform<PlatformId>;
  /** Of the platform, in the table. */
  readonly rank: number;
  readonly sign: Sign;
}

/** The signs by the header that each begins with, so that every header of a response is looked up once. */
const SIGNS = signsByHeader();

function signsByHeader(): ReadonlyMap<string, readonly IndexedSign[]> {
  const signs = new Map<string, IndexedSign[]>();
  PLATFORMS.forEach((platform, rank) => {
    for (const sign of platform.marks) {
      const [{ header }] = sign;
      signs.set(header, [...(signs.get(header) ?? []), { platform, rank, sign }]);
    }
  });
  return signs;
}

interface Ranked extends FoundPlatform {
  readonly rank: number;
  readonly lines: Header[];
}

/** All platforms that left a mark in the headers of a response, the outermost first. */
export function findPlatforms(seen: SeenLines): readonly FoundPlatform[] {
  const found: Ranked[] = [];
  for (const [name, lines] of seen) {
    for (const { platform, rank, sign } of signsThatBegin(name, lines)) {
      const marks = matchSign(sign, seen);
      if (marks === null) continue;
      const known = found.find((each) => each.rank === rank);
      if (known === undefined) found.push({ platform, rank, lines: [...marks] });
      else known.lines.push(...marks);
    }
  }
  return found.sort((a, b) => a.rank - b.rank);
}

/** The signs whose first mark is among the lines of that name. */
function signsThatBegin(name: string, lines: readonly SeenLine[]): readonly IndexedSign[] {
  const signs = SIGNS.get(name) ?? [];
  const [first, ...others] = lines;
  if (first === undefined || others.length > 0 || first.value.length > LONGEST_REMEMBERED) return signs;
  const key = `${name}: ${first.value}`;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  const beginning = signs.filter(({ sign: [{ value }] }) => value === undefined || value.test(first.value));
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(key, beginning);
  return beginning;
}

/**
 * What was found for a line before. Thousands of responses come from a handful of servers, and each has the same
 * `Server`: thirty patterns are tried on it once.
 */
const remembered = new Map<string, readonly IndexedSign[]>();
const MOST_REMEMBERED = 500;
const LONGEST_REMEMBERED = 100;
