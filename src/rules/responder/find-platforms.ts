import type { Header } from '../../model/header-list.ts';
import { matchSign } from './match-sign.ts';
import type { Platform, Sign } from './platform.ts';
import { PLATFORMS, type PlatformId } from './platforms.ts';
import type { SeenLines } from './seen-lines.ts';

/** A platform that left a mark in a response, and the header lines that are its marks. */
export interface FoundPlatform {
  readonly platform: Platform<PlatformId>;
  readonly lines: readonly Header[];
}

interface IndexedSign {
  readonly platform: Platform<PlatformId>;
  readonly sign: Sign;
}

/** The signs by the header that each begins with, so that every header of a response is looked up once. */
const SIGNS = signsByHeader();

function signsByHeader(): ReadonlyMap<string, readonly IndexedSign[]> {
  const signs = new Map<string, IndexedSign[]>();
  for (const platform of PLATFORMS) {
    for (const sign of platform.marks) {
      const [{ header }] = sign;
      signs.set(header, [...(signs.get(header) ?? []), { platform, sign }]);
    }
  }
  return signs;
}

/** All platforms that left a mark in the headers of a response, the outermost first. */
export function findPlatforms(seen: SeenLines): readonly FoundPlatform[] {
  const found = new Map<Platform<PlatformId>, Header[]>();
  for (const name of seen.keys()) {
    for (const { platform, sign } of SIGNS.get(name) ?? []) {
      const lines = matchSign(sign, seen);
      if (lines !== null) found.set(platform, [...(found.get(platform) ?? []), ...lines]);
    }
  }
  return [...found]
    .map(([platform, lines]) => ({ platform, lines }))
    .sort((a, b) => PLATFORMS.indexOf(a.platform) - PLATFORMS.indexOf(b.platform));
}
