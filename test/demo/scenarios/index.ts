import type { ScenarioGroup } from '../scenario.ts';
import { allowedScenarios } from './allowed.ts';
import { credentialScenarios } from './credentials.ts';
import { missingHeaderScenarios } from './missing-headers.ts';
import { notCorsScenarios } from './not-cors.ts';
import { originScenarios } from './origin.ts';
import { otherRequestScenarios } from './other-requests.ts';
import { preflightListScenarios } from './preflight-lists.ts';
import { preflightRefusedScenarios } from './preflight-refused.ts';
import { redirectScenarios } from './redirects.ts';

/** Every scenario, in the order of the page. */
export const scenarioGroups: readonly ScenarioGroup[] = [
  missingHeaderScenarios,
  originScenarios,
  preflightRefusedScenarios,
  preflightListScenarios,
  credentialScenarios,
  redirectScenarios,
  otherRequestScenarios,
  notCorsScenarios,
  allowedScenarios,
];
