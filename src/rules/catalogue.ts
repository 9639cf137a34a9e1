import { CAUSES } from './causes/index.ts';
import type { Rule } from './rule.ts';

/** Every rule with words, by id. */
export const RULES: ReadonlyMap<string, Rule> = new Map(CAUSES.map((rule) => [rule.id, rule]));
