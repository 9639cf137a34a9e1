import { CONTEXTS } from './scenarios-contexts.ts';
import { ENDS } from './scenarios-ends.ts';
import { PREFLIGHTS } from './scenarios-preflights.ts';
import { REDIRECTS } from './scenarios-redirects.ts';
import { RESPONSES } from './scenarios-responses.ts';
import type { StreamScenario } from './stream-scenario.ts';

/** Everything that is recorded. */
export const SCENARIOS: readonly StreamScenario[] = [
  ...RESPONSES,
  ...PREFLIGHTS,
  ...REDIRECTS,
  ...ENDS,
  ...CONTEXTS,
];
