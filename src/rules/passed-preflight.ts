import { hasAllowOrigin } from './faulty-answer.ts';
import type { RuleContext } from './rule.ts';

/** Whether a preflight of this very hop was seen, and got an answer that names an origin. */
export function hasPassedPreflight({ evaluation, hop, hopIndex }: RuleContext): boolean {
  const answer = hop.preflight?.response;
  return evaluation.preflights[hopIndex]?.needed === 'yes' && answer !== undefined && hasAllowOrigin(answer);
}
