import type { Advice, AdviceCost } from '../../src/rules/advice/advice.ts';
import type { ExchangeDescription } from '../rules/exchange-builder.ts';

/** What was seen of a server or several, and what one rule must say of it. */
export interface AdviceCase {
  /** What sets this case apart, in a few words. */
  readonly name: string;
  /** In the order in which they were recorded. */
  readonly traffic: readonly ExchangeDescription[];
  /** What decides isn't to be seen. Then the rule says nothing, or isn't certain. */
  readonly unknown?: true;
  /** What the rule says; null if it has nothing to say. */
  readonly advice: ExpectedAdvice | null;
}

export interface ExpectedAdvice {
  readonly severity: Advice['severity'];
  readonly confidence: Advice['confidence'];
  /** What the rendered headline contains. */
  readonly says?: readonly string[];
  /** What the rendered evidence contains. */
  readonly evidence?: readonly string[];
  /** Ids of the actions, in order. */
  readonly actions?: readonly string[];
  /** Ids of the exchanges that show it. Default: those of all of the traffic. */
  readonly exchanges?: readonly string[];
  readonly cost?: AdviceCost;
  /** Some of the values to probe with. */
  readonly probes?: readonly string[];
}
