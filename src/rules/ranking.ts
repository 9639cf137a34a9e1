import { CAUSES } from './causes/index.ts';
import { OUTCOMES } from './outcomes/index.ts';
import { stillRunning } from './outcomes/still-running.ts';
import type { Rule } from './rule.ts';

/**
 * Every rule that can lead, in the order of its rank. While an exchange runs, nothing is said of what it might fail at;
 * after that, what is wrong stands before how it ended.
 */
export const RANKING: readonly Rule[] = [stillRunning, ...CAUSES, ...OUTCOMES];
