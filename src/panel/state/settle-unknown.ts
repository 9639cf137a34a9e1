import { effect } from '@preact/signals';
import type { ResourceTiming } from '../../platform/resource-timing.ts';
import type { PanelState } from './panel-state.ts';
import { readableByTiming } from './resource-timing.ts';

/** The page writes its entry moments after the browser has reported the end; and more exchanges may come together. */
const DELAY_MS = 300;

/** An entry that wasn't there at the second look will not come. */
const MOST_LOOKS = 2;

/**
 * Settles exchanges whose verdict hangs on whether script could read the response, by what the page's own Resource
 * Timing says. It looks only when there is such an exchange, at most twice for each, and never while nothing changes.
 *
 * @param read gives the inspected page's Resource Timing; null where it can't be had
 */
export function settleUnknown(
  state: Pick<PanelState, 'exchanges' | 'unsettled' | 'learnReadability'>,
  read: () => Promise<readonly ResourceTiming[] | null>,
): void {
  let looks: ReadonlyMap<string, number> = new Map();
  let planned = false;

  function plan(): void {
    const worthALook = state.unsettled.value.some(({ id }) => looksAt(id) < MOST_LOOKS);
    if (planned || !worthALook) return;
    planned = true;
    setTimeout(() => void look(), DELAY_MS);
  }

  async function look(): Promise<void> {
    const timings = await read();
    const asked = state.unsettled.value.map(({ id }) => id);
    looks = new Map(asked.map((id) => [id, looksAt(id) + 1]));
    const readable = readableByTiming(state.exchanges.value, timings ?? []);
    state.learnReadability(new Map([...readable].filter(([id]) => looks.has(id))));
    planned = false;
    plan();
  }

  function looksAt(id: string): number {
    return looks.get(id) ?? 0;
  }

  effect(plan);
}
