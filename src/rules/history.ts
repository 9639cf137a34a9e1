import type { Exchange } from '../model/exchange.ts';
import { originOf } from '../model/origin.ts';

/**
 * A read-only view of the other exchanges of the same tab. Without it (`NO_HISTORY`) a diagnosis is poorer, never wrong.
 */
export interface History {
  /** Earlier and later exchanges whose last hop went to that origin, oldest first. */
  ofTarget(origin: string): readonly Exchange[];
}

export const NO_HISTORY: History = { ofTarget: () => [] };

/** The other exchanges with the server of `url`: those that `history` has, without the one of that id. */
export function otherExchanges(id: string, url: string, history: History): readonly Exchange[] {
  return history.ofTarget(originOf(url)).filter((other) => other.id !== id);
}
