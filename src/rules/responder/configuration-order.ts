import type { AnsweredBy } from './answered-by.ts';
import { PLATFORM_HINTS } from './platform-hint-table.ts';
import type { PlatformId } from './platforms.ts';

/**
 * The platforms that left a mark in the answer, in the order in which it is worth looking at them: what made the answer
 * first, then from the application outwards.
 */
export function platformOrder({ platforms, maker }: AnsweredBy): readonly PlatformId[] {
  const inner = platforms.toReversed();
  return maker === null ? inner : [maker.platform, ...inner.filter((id) => id !== maker.platform)];
}

/** Those of them for which there are hints. */
export function configurationOrder(answeredBy: AnsweredBy): readonly PlatformId[] {
  return platformOrder(answeredBy).filter((id) => PLATFORM_HINTS[id] !== undefined);
}
