import type { AdviceRule } from './advice.ts';
import { allowCredentialsFalse } from './allow-credentials-false.ts';
import { anySubdomainTrusted } from './any-subdomain-trusted.ts';
import { authorizationAllowedOnlyByWildcard } from './authorization-allowed-only-by-wildcard.ts';
import { avoidablePreflight } from './avoidable-preflight.ts';
import { corsIsNoProtection } from './cors-is-no-protection.ts';
import { developmentOriginInProduction } from './development-origin-in-production.ts';
import { exposeHeadersIncomplete } from './expose-headers-incomplete.ts';
import { extensionOriginAllowed } from './extension-origin-allowed.ts';
import { httpOriginTrustedByHttps } from './http-origin-trusted-by-https.ts';
import { maxAgeShort } from './max-age-short.ts';
import { nullOriginAllowed } from './null-origin-allowed.ts';
import { overBroadAllowLists } from './over-broad-allow-lists.ts';
import { preflightAnswerVariesUnsaid } from './preflight-answer-varies-unsaid.ts';
import { preflightHeadersOnResponse } from './preflight-headers-on-response.ts';
import { privateNetworkHeader } from './private-network-header.ts';
import { redirectOnEveryCall } from './redirect-on-every-call.ts';
import { reflectedOriginWithCredentials } from './reflected-origin-with-credentials.ts';
import { sameSiteProxy } from './same-site-proxy.ts';
import { slowPreflights } from './slow-preflights.ts';
import { varyOriginMissing } from './vary-origin-missing.ts';
import { wildcardDefeatsPreflightCache } from './wildcard-defeats-preflight-cache.ts';
import { wildcardIsFine } from './wildcard-is-fine.ts';
import { wildcardOnPrivateData } from './wildcard-on-private-data.ts';
import { wildcardWithAllowCredentials } from './wildcard-with-allow-credentials.ts';

/** Every piece of advice, in the order in which those of one severity are told. */
export const ADVICE: readonly AdviceRule[] = [
  // Who may read what.
  reflectedOriginWithCredentials,
  nullOriginAllowed,
  wildcardOnPrivateData,
  httpOriginTrustedByHttps,
  developmentOriginInProduction,
  anySubdomainTrusted,
  varyOriginMissing,
  corsIsNoProtection,
  wildcardIsFine,
  // What opens nothing, and could be right or simpler.
  wildcardWithAllowCredentials,
  authorizationAllowedOnlyByWildcard,
  overBroadAllowLists,
  privateNetworkHeader,
  allowCredentialsFalse,
  exposeHeadersIncomplete,
  preflightHeadersOnResponse,
  extensionOriginAllowed,
  // What costs time.
  maxAgeShort,
  wildcardDefeatsPreflightCache,
  avoidablePreflight,
  redirectOnEveryCall,
  slowPreflights,
  preflightAnswerVariesUnsaid,
  sameSiteProxy,
];
