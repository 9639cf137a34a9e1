import type { Header } from '../../model/header-list.ts';
import type { FoundPlatform } from './find-platforms.ts';
import { matchSign } from './match-sign.ts';
import type { MadeSign, Platform } from './platform.ts';
import type { PlatformId } from './platforms.ts';
import type { SeenLines } from './seen-lines.ts';

/** The platform that made a response, and the header lines that show it. */
export interface FoundMaker {
  readonly platform: Platform<PlatformId>;
  readonly confidence: 'certain' | 'likely';
  readonly lines: readonly Header[];
}

/** What of an answer tells who made it. */
interface MarkedAnswer {
  readonly status: number;
  readonly seen: SeenLines;
}

/**
 * Which of the platforms made the response itself; null if that can't be told. Where two certainly did, such as a
 * firewall inside a load balancer, it is the outer one. What is only likely is believed of the innermost alone: a
 * request that left marks further in got past the others.
 *
 * @param found as `findPlatforms` gives them
 */
export function findMaker(
  found: readonly FoundPlatform[],
  { status, seen }: MarkedAnswer,
): FoundMaker | null {
  for (const { platform } of found) {
    const maker = madeBy(platform, { status, seen }, 'certain');
    if (maker !== null) return maker;
  }
  const innermost = found.at(-1);
  return innermost === undefined ? null : madeBy(innermost.platform, { status, seen }, 'likely');
}

function madeBy(
  platform: Platform<PlatformId>,
  { status, seen }: MarkedAnswer,
  confidence: MadeSign['confidence'],
): FoundMaker | null {
  for (const made of platform.made) {
    if (made.confidence !== confidence || made.statuses?.(status) === false) continue;
    const lines = matchSign(made.sign, seen);
    if (lines !== null) return { platform, confidence, lines };
  }
  return null;
}
