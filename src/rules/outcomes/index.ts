import type { Rule } from '../rule.ts';
import { allowed } from './allowed.ts';
import { answeredByServiceWorker } from './answered-by-service-worker.ts';
import { blockedUnexplained } from './blocked-unexplained.ts';
import { closedUnseen } from './closed-unseen.ts';
import { headerNotExposed } from './header-not-exposed.ts';
import { loadedWithoutCors } from './loaded-without-cors.ts';
import { outOfSight } from './out-of-sight.ts';

/**
 * What leads where no cause does: how it ended, in words. Nothing of this is wrong, but for the last one, the last
 * resort, which applies to whatever nothing else explains.
 */
export const OUTCOMES: readonly Rule[] = [
  answeredByServiceWorker,
  outOfSight,
  closedUnseen,
  loadedWithoutCors,
  headerNotExposed,
  allowed,
  blockedUnexplained,
];
