import type { Rule } from '../rule.ts';
import { aborted } from './aborted.ts';
import { actualResponseWithoutCorsHeaders } from './actual-response-without-cors-headers.ts';
import { allowCredentialsMissing } from './allow-credentials-missing.ts';
import { allowCredentialsMisspelt } from './allow-credentials-misspelt.ts';
import { allowHeadersUnparsable } from './allow-headers-unparsable.ts';
import { allowMethodsUnparsable } from './allow-methods-unparsable.ts';
import { authorizationNotAllowed } from './authorization-not-allowed.ts';
import { awsApiGatewayError } from './aws-api-gateway-error.ts';
import { blockedByClient } from './blocked-by-client.ts';
import { bodyTooLarge } from './body-too-large.ts';
import { botChallenge } from './bot-challenge.ts';
import { bucketRuleTooNarrow } from './bucket-rule-too-narrow.ts';
import { bucketWithoutCorsRule } from './bucket-without-cors-rule.ts';
import { cachedWithoutCorsHeaders } from './cached-without-cors-headers.ts';
import { cdnCopyOfOtherOrigin } from './cdn-copy-of-other-origin.ts';
import { connectionClosed } from './connection-closed.ts';
import { connectionRefused } from './connection-refused.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { contentTypeNotAllowed } from './content-type-not-allowed.ts';
import { cookiesNotSent } from './cookies-not-sent.ts';
import { credentialsUnknown } from './credentials-unknown.ts';
import { crossOriginResourcePolicy } from './cross-origin-resource-policy.ts';
import { devTunnelInterstitial } from './dev-tunnel-interstitial.ts';
import { duplicateAllowOrigin } from './duplicate-allow-origin.ts';
import { errorResponseWithoutCorsHeaders } from './error-response-without-cors-headers.ts';
import { gatewayError } from './gateway-error.ts';
import { headerNotAllowed } from './header-not-allowed.ts';
import { hiddenHeaderLine } from './hidden-header-line.ts';
import { hostOrCsrfFilter } from './host-or-csrf-filter.ts';
import { libraryHeaderNotAllowed } from './library-header-not-allowed.ts';
import { localNetworkAccess } from './local-network-access.ts';
import { localNetworkInsecurePage } from './local-network-insecure-page.ts';
import { methodCase } from './method-case.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
import { mixedContent } from './mixed-content.ts';
import { nameNotResolved } from './name-not-resolved.ts';
import { networkFailureOther } from './network-failure-other.ts';
import { noCorsHeaders } from './no-cors-headers.ts';
import { noCorsMode } from './no-cors-mode.ts';
import { opaqueOrigin } from './opaque-origin.ts';
import { opaqueResponseBlocking } from './opaque-response-blocking.ts';
import { originCase } from './origin-case.ts';
import { originEmpty } from './origin-empty.ts';
import { originList } from './origin-list.ts';
import { originLoopbackName } from './origin-loopback-name.ts';
import { originMissingScheme } from './origin-missing-scheme.ts';
import { originOther } from './origin-other.ts';
import { originPattern } from './origin-pattern.ts';
import { originPort } from './origin-port.ts';
import { originScheme } from './origin-scheme.ts';
import { originTrailingSlash } from './origin-trailing-slash.ts';
import { originWww } from './origin-www.ts';
import { preflightNotHandled } from './preflight-not-handled.ts';
import { preflightRedirectedElsewhere } from './preflight-redirected-elsewhere.ts';
import { preflightRedirectedSlash } from './preflight-redirected-slash.ts';
import { preflightRedirectedToHttps } from './preflight-redirected-to-https.ts';
import { preflightRedirectedToLogin } from './preflight-redirected-to-login.ts';
import { preflightRedirectedToOtherHost } from './preflight-redirected-to-other-host.ts';
import { preflightServerError } from './preflight-server-error.ts';
import { preflightUnauthorized } from './preflight-unauthorized.ts';
import { preflightWithoutCorsHeaders } from './preflight-without-cors-headers.ts';
import { rateLimit } from './rate-limit.ts';
import { redirectRefused } from './redirect-refused.ts';
import { redirectTaintedOrigin } from './redirect-tainted-origin.ts';
import { redirectToLogin } from './redirect-to-login.ts';
import { redirectToOtherScheme } from './redirect-to-other-scheme.ts';
import { redirectWithCredentialsInUrl } from './redirect-with-credentials-in-url.ts';
import { redirectWithoutCorsHeaders } from './redirect-without-cors-headers.ts';
import { refusedByCorsLayer } from './refused-by-cors-layer.ts';
import { responseHeaderSentInRequest } from './response-header-sent-in-request.ts';
import { severalHeadersNotAllowed } from './several-headers-not-allowed.ts';
import { staticFileWithoutCorsHeaders } from './static-file-without-cors-headers.ts';
import { timedOut } from './timed-out.ts';
import { tlsCertificate } from './tls-certificate.ts';
import { tracingHeaderNotAllowed } from './tracing-header-not-allowed.ts';
import { unsafePort } from './unsafe-port.ts';
import { unsupportedScheme } from './unsupported-scheme.ts';
import { wildcardHeadersWithCredentials } from './wildcard-headers-with-credentials.ts';
import { wildcardMethodsWithCredentials } from './wildcard-methods-with-credentials.ts';
import { wildcardWithCredentials } from './wildcard-with-credentials.ts';

/**
 * Everything that can be wrong, in the order of its rank: for each fault the first that applies explains it. What made a
 * server answer as it did stands before what the browser complained of, and the more specific before the more general.
 */
export const CAUSES: readonly Rule[] = [
  // There is no usable response, whatever any header says.
  connectionRefused,
  nameNotResolved,
  tlsCertificate,
  mixedContent,
  localNetworkInsecurePage,
  localNetworkAccess,
  unsafePort,
  blockedByClient,
  crossOriginResourcePolicy,
  opaqueResponseBlocking,
  redirectToOtherScheme,
  unsupportedScheme,
  contentSecurityPolicy,
  redirectRefused,
  connectionClosed,
  timedOut,
  aborted,
  networkFailureOther,
  // Nobody can name the origin that asks, or the request went where nobody expected it.
  opaqueOrigin,
  devTunnelInterstitial,
  redirectToLogin,
  redirectTaintedOrigin,
  // Something stands before the application, or its CORS layer, and answered itself.
  botChallenge,
  cachedWithoutCorsHeaders,
  bucketRuleTooNarrow,
  bucketWithoutCorsRule,
  awsApiGatewayError,
  refusedByCorsLayer,
  hostOrCsrfFilter,
  bodyTooLarge,
  rateLimit,
  gatewayError,
  // The preflight got its response from something that doesn't know CORS.
  preflightRedirectedToLogin,
  preflightRedirectedToHttps,
  preflightRedirectedSlash,
  preflightRedirectedToOtherHost,
  preflightRedirectedElsewhere,
  preflightUnauthorized,
  preflightNotHandled,
  preflightServerError,
  preflightWithoutCorsHeaders,
  // The response came without CORS headers.
  redirectWithoutCorsHeaders,
  redirectWithCredentialsInUrl,
  errorResponseWithoutCorsHeaders,
  staticFileWithoutCorsHeaders,
  actualResponseWithoutCorsHeaders,
  noCorsHeaders,
  // The response names an origin, but not the page's.
  duplicateAllowOrigin,
  originList,
  originEmpty,
  originPattern,
  originMissingScheme,
  originTrailingSlash,
  originCase,
  cdnCopyOfOtherOrigin,
  originScheme,
  originPort,
  originWww,
  originLoopbackName,
  originOther,
  // The response doesn't allow credentials.
  wildcardWithCredentials,
  allowCredentialsMissing,
  allowCredentialsMisspelt,
  // The preflight's answer allows too little.
  allowMethodsUnparsable,
  allowHeadersUnparsable,
  methodCase,
  wildcardMethodsWithCredentials,
  methodNotAllowed,
  wildcardHeadersWithCredentials,
  responseHeaderSentInRequest,
  contentTypeNotAllowed,
  authorizationNotAllowed,
  tracingHeaderNotAllowed,
  libraryHeaderNotAllowed,
  severalHeadersNotAllowed,
  headerNotAllowed,
  // No check failed, and all the same it isn't as the page wants it.
  credentialsUnknown,
  hiddenHeaderLine,
  cookiesNotSent,
  noCorsMode,
];
