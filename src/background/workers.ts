import type { Engine } from '../model/exchange.ts';
import type { TabRecord } from './tab-registry.ts';

/** What browsers give as the tab of a request of a shared or service worker. */
export const WORKERS = -1;

/** Ours for those of private windows: other workers, also where their origin is the same. Only Firefox tells which they are. */
export const PRIVATE_WORKERS = -2;

export const ALL_WORKERS: readonly number[] = [WORKERS, PRIVATE_WORKERS];

export function isOfWorker(tabId: number): boolean {
  return ALL_WORKERS.includes(tabId);
}

/** What stands for the tab of the workers that a tab's pages may have. */
export function workersOf({ isPrivate }: Pick<TabRecord, 'isPrivate'>, engine: Engine): number {
  return isPrivate && engine === 'firefox' ? PRIVATE_WORKERS : WORKERS;
}
