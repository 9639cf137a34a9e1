import type { Rule } from '../rule.ts';
import { aborted } from './aborted.ts';
import { actualResponseWithoutCorsHeaders } from './actual-response-without-cors-headers.ts';
import { allowCredentialsMissing } from './allow-credentials-missing.ts';
import { allowCredentialsMisspelt } from './allow-credentials-misspelt.ts';
import { allowHeadersUnparsable } from './allow-headers-unparsable.ts';
import { allowMethodsUnparsable } from './allow-methods-unparsable.ts';
import { allowed } from './allowed.ts';
import { blockedByClient } from './blocked-by-client.ts';
import { blockedUnexplained } from './blocked-unexplained.ts';
import { closedUnseen } from './closed-unseen.ts';
import { connectionClosed } from './connection-closed.ts';
import { connectionRefused } from './connection-refused.ts';
import { credentialsUnknown } from './credentials-unknown.ts';
import { crossOriginResourcePolicy } from './cross-origin-resource-policy.ts';
import { duplicateAllowOrigin } from './duplicate-allow-origin.ts';
import { errorResponseWithoutCorsHeaders } from './error-response-without-cors-headers.ts';
import { headerNotAllowed } from './header-not-allowed.ts';
import { headerNotExposed } from './header-not-exposed.ts';
import { hiddenHeaderLine } from './hidden-header-line.ts';
import { localNetworkAccess } from './local-network-access.ts';
import { methodCase } from './method-case.ts';
import { methodNotAllowed } from './method-not-allowed.ts';
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
import { preflightServerError } from './preflight-server-error.ts';
import { preflightUnauthorized } from './preflight-unauthorized.ts';
import { preflightWithoutCorsHeaders } from './preflight-without-cors-headers.ts';
import { redirectRefused } from './redirect-refused.ts';
import { redirectTaintedOrigin } from './redirect-tainted-origin.ts';
import { redirectToLogin } from './redirect-to-login.ts';
import { redirectToOtherScheme } from './redirect-to-other-scheme.ts';
import { redirectWithCredentialsInUrl } from './redirect-with-credentials-in-url.ts';
import { redirectWithoutCorsHeaders } from './redirect-without-cors-headers.ts';
import { stillRunning } from './still-running.ts';
import { timedOut } from './timed-out.ts';
import { tlsCertificate } from './tls-certificate.ts';
import { unsafePort } from './unsafe-port.ts';
import { wildcardHeadersWithCredentials } from './wildcard-headers-with-credentials.ts';
import { wildcardMethodsWithCredentials } from './wildcard-methods-with-credentials.ts';
import { wildcardWithCredentials } from './wildcard-with-credentials.ts';

/**
 * Every cause, in the order of its rank: for each fault the first that applies explains it. What made a server answer
 * as it did stands before what the browser complained of, and the more specific before the more general.
 */
export const CAUSES: readonly Rule[] = [
  // No end yet.
  stillRunning,
  // There is no usable response, whatever any header says.
  connectionRefused,
  nameNotResolved,
  tlsCertificate,
  localNetworkAccess,
  unsafePort,
  blockedByClient,
  crossOriginResourcePolicy,
  opaqueResponseBlocking,
  redirectToOtherScheme,
  redirectRefused,
  connectionClosed,
  timedOut,
  aborted,
  closedUnseen,
  networkFailureOther,
  // Nobody can name the origin that asks, or the request went where nobody expected it.
  opaqueOrigin,
  redirectToLogin,
  redirectTaintedOrigin,
  // The preflight got its response from something that doesn't know CORS.
  preflightRedirectedToLogin,
  preflightRedirectedToHttps,
  preflightRedirectedSlash,
  preflightRedirectedElsewhere,
  preflightUnauthorized,
  preflightNotHandled,
  preflightServerError,
  preflightWithoutCorsHeaders,
  // The response came without CORS headers.
  redirectWithoutCorsHeaders,
  redirectWithCredentialsInUrl,
  errorResponseWithoutCorsHeaders,
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
  headerNotAllowed,
  // Nothing failed, or nobody knows.
  credentialsUnknown,
  hiddenHeaderLine,
  noCorsMode,
  headerNotExposed,
  allowed,
  blockedUnexplained,
];
