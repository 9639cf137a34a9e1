import type { AnsweredBy } from './answered-by.ts';
import { PLATFORM_HINTS } from './platform-hint-table.ts';
import type { PlatformId } from './platforms.ts';

/**
 * The platforms that left a mark in the answer and have a CORS configuration, in the order in which it is worth looking
 * at: what made the answer first, then from the application outwards.
 */
export function configurationOrder({ platforms, maker }: AnsweredBy): readonly PlatformId[] {
  const inner = platforms.toReversed();
  const order = maker === null ? inner : [maker.platform, ...inner.filter((id) => id !== maker.platform)];
  return order.filter((id) => PLATFORM_HINTS[id] !== undefined);
}
