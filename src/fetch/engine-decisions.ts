import {
  type Differences,
  difference,
  measuredInChromium,
  measuredInFirefox,
  read,
  written,
} from './engine-difference.ts';
import type { EngineDecisions } from './engine-profile.ts';

const NONE: ReadonlySet<string> = new Set();

const LEGACY_CLIENT_HINTS: ReadonlySet<string> = new Set([
  'device-memory',
  'downlink',
  'dpr',
  'ect',
  'intervention',
  'rtt',
  'save-data',
  'viewport-width',
  'width',
]);

/**
 * Every way in which engines decide differently about the same messages. What only the bytes on the wire show (a space
 * before a header line's colon, status lines, lone carriage returns, streaming bodies, safelisted headers set twice) is
 * not in it: an extension sees what the parser left.
 */
export const DECISION_DIFFERENCES: Differences<EngineDecisions> = {
  wildcardCoversAuthorization: difference(
    '{odd} takes `*` in `Access-Control-Allow-Headers` for `Authorization` too; {other} wants it by name.',
    written(false, 'cors-preflight-fetch'),
    {
      chromium: measuredInChromium(true),
      firefox: measuredInFirefox(true),
      webkit: read(true, 'Source/WebCore/loader/CrossOriginPreflightResultCache.cpp'),
    },
  ),
  dropsEmptyHeaderLines: difference(
    '{odd} leaves out an empty line of `Access-Control-Allow-Credentials`; {other} joins it with the next one to `, true`.',
    written(false, 'concept-header-list-get'),
    { chromium: measuredInChromium(false), firefox: measuredInFirefox(true) },
  ),
  preflightOriginWhenTainted: difference(
    'After a redirect across origins, {odd} sends the page’s real origin on the next preflight; {other} sends `null`.',
    written('null', 'concept-request-tainted-origin'),
    {
      chromium: measuredInChromium('null'),
      firefox: measuredInFirefox('page'),
      webkit: read('null', 'Source/WebKit/NetworkProcess/NetworkLoadChecker.cpp'),
    },
  ),
  checksOriginOfPreflightToOwnOrigin: difference(
    'After a redirect back to the page’s own origin, {odd} doesn’t check `Access-Control-Allow-Origin` of the preflight; {other} does.',
    written(true, 'cors-preflight-fetch'),
    {
      chromium: measuredInChromium(true),
      firefox: measuredInFirefox(false),
      webkit: read(true, 'Source/WebCore/loader/CrossOriginAccessControl.cpp'),
    },
  ),
  preflightsAfterDroppedUnsafePart: difference(
    'After a redirect that drops what called for a preflight, {odd} sends one all the same; {other} doesn’t.',
    written(false, 'concept-main-fetch'),
    {
      chromium: measuredInChromium(false),
      firefox: measuredInFirefox(true),
      webkit: read(true, 'Source/WebKit/NetworkProcess/NetworkLoadChecker.cpp'),
    },
  ),
  preflightsUploadListenerWithoutBody: difference(
    'For an upload listener on a request without a body, {odd} sends no preflight; {other} does.',
    written(true, 'use-cors-preflight-flag'),
    {
      chromium: measuredInChromium(false),
      firefox: measuredInFirefox(true),
      webkit: read(true, 'Source/WebCore/xml/XMLHttpRequest.cpp'),
    },
  ),
  extraSafelistedRequestHeaders: difference(
    '{odd} lets script send old client hints such as `DPR` without a preflight; {other} sends a preflight for them.',
    written(NONE, 'cors-safelisted-request-header'),
    {
      chromium: measuredInChromium(LEGACY_CLIENT_HINTS),
      firefox: measuredInFirefox(NONE),
      webkit: read(NONE, 'Source/WebCore/platform/network/HTTPParsers.cpp'),
    },
  ),
  extraForbiddenRequestHeaders: difference(
    '{odd} doesn’t let script set `User-Agent`; {other} does, and sends a preflight for it.',
    written(NONE, 'forbidden-request-header'),
    {
      chromium: measuredInChromium(new Set(['user-agent'])),
      firefox: measuredInFirefox(NONE),
      webkit: read(NONE, 'Source/WebCore/platform/network/HTTPParsers.cpp'),
    },
  ),
  nonAsciiIsUnsafe: difference(
    'For characters outside ASCII in `Accept` or `Content-Type`, {odd} sends a preflight; {other} doesn’t.',
    written(false, 'cors-unsafe-request-header-byte'),
    { chromium: measuredInChromium(false), firefox: measuredInFirefox(true) },
  ),
  userinfoInLocation: difference(
    '{odd} follows no redirect to a URL with a user name or password; {other} follows it within one origin.',
    written('not-across-origins', 'http-redirect-fetch'),
    {
      chromium: measuredInChromium('never-allowed'),
      firefox: measuredInFirefox('not-across-origins'),
      webkit: read('not-across-origins', 'Source/WebCore/loader/SubresourceLoader.cpp'),
    },
  ),
  followsEmptyLocation: difference(
    '{odd} hands a redirect with an empty `Location` to the page; {other} follows it to the same URL, again and again.',
    written(true, 'concept-response-location-url'),
    { chromium: measuredInChromium(false), firefox: measuredInFirefox(true) },
  ),
  localNetworkAccess: difference(
    '{odd} asks you before a page may reach the local network; {other} isn’t known to ask.',
    written('not-asked', 'concept-main-fetch'),
    {
      chromium: measuredInChromium('asked'),
      firefox: measuredInFirefox('asked'),
    },
  ),
  exposesAllBeforeInvalidItem: difference(
    'For `fetch()`, {odd} takes a `*` before the item that makes `Access-Control-Expose-Headers` invalid for what it is; {other} exposes nothing.',
    written(false, 'concept-main-fetch'),
    {
      chromium: measuredInChromium(false),
      // XMLHttpRequest exposes nothing then.
      firefox: measuredInFirefox(true),
    },
  ),
};
