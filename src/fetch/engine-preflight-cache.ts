import {
  type Differences,
  difference,
  measuredInChromium,
  measuredInFirefox,
  read,
  written,
} from './engine-difference.ts';
import type { PreflightCacheProfile } from './engine-profile.ts';

const CHROMIUM_FILE = 'services/network/cors/preflight_result.cc';
const FIREFOX_FILE = 'netwerk/protocol/http/nsCORSListenerProxy.cpp';
const WEBKIT_FILE = 'Source/WebCore/loader/CrossOriginPreflightResultCache.cpp';

/** Every way in which engines keep the answers to preflights differently. */
export const PREFLIGHT_CACHE_DIFFERENCES: Differences<PreflightCacheProfile> = {
  cap: difference(
    'Engines keep an answer no longer than so many seconds, whatever `Access-Control-Max-Age` says.',
    written(Number.POSITIVE_INFINITY, 'cors-preflight-fetch'),
    {
      chromium: read(7200, CHROMIUM_FILE),
      firefox: read(86_400, FIREFOX_FILE),
      webkit: read(600, WEBKIT_FILE),
    },
  ),
  default: difference(
    'Without `Access-Control-Max-Age`, an answer is kept for so many seconds.',
    written(5, 'cors-preflight-fetch'),
    { chromium: measuredInChromium(5), firefox: measuredInFirefox(5), webkit: read(5, WEBKIT_FILE) },
  ),
  malformed: difference(
    'If `Access-Control-Max-Age` isn’t a whole number, an answer is kept for so many seconds.',
    written(5, 'cors-preflight-fetch'),
    { chromium: measuredInChromium(5), firefox: measuredInFirefox(0), webkit: read(5, WEBKIT_FILE) },
  ),
  takesSign: difference(
    'Some engines take a plus or minus sign before the number of `Access-Control-Max-Age`.',
    written(false, 'http-access-control-max-age'),
    {
      chromium: measuredInChromium(true),
      firefox: measuredInFirefox(false),
      webkit: read(true, WEBKIT_FILE),
    },
  ),
  readableBelow: difference(
    'From some number on, `Access-Control-Max-Age` counts as malformed.',
    written(Number.POSITIVE_INFINITY, 'http-access-control-max-age'),
    {
      chromium: measuredInChromium(2 ** 63),
      firefox: measuredInFirefox(Number.POSITIVE_INFINITY),
      webkit: read(2 ** 63, WEBKIT_FILE),
    },
  ),
  wildcardCovers: difference(
    'A kept `*` stands for all methods and headers later, for all but `Authorization`, or for nothing.',
    written('all-but-authorization', 'concept-cache-match-header'),
    {
      chromium: measuredInChromium('all-but-authorization'),
      firefox: measuredInFirefox('nothing'),
      webkit: read('all', WEBKIT_FILE),
    },
  ),
  impliedMethods: difference(
    'For some methods any kept answer for the URL will do.',
    written(new Set(['GET', 'HEAD', 'POST']), 'concept-http-fetch'),
    {
      chromium: measuredInChromium(new Set(['GET', 'HEAD', 'POST'])),
      firefox: measuredInFirefox(new Set(['GET', 'POST'])),
      webkit: read(new Set(['GET', 'HEAD', 'POST']), 'Source/WebCore/loader/CrossOriginAccessControl.cpp'),
    },
  ),
  credentialedCoverOthers: difference(
    'The answer to a request with credentials also serves one without them in some engines.',
    written(true, 'concept-cache-match'),
    {
      chromium: measuredInChromium(true),
      firefox: measuredInFirefox(false),
      webkit: read(true, WEBKIT_FILE),
    },
  ),
  oneAnswerForUrl: difference(
    'Some engines keep one answer for each URL; in others what the answers allow adds up.',
    written(false, 'concept-cache-create-entry'),
    {
      chromium: measuredInChromium(true),
      firefox: measuredInFirefox(false),
      webkit: read(true, WEBKIT_FILE),
    },
  ),
  failureClears: difference(
    'In some engines a request that fails or is blocked drops what was kept for its URL.',
    written(true, 'concept-cache-clear'),
    {
      chromium: measuredInChromium(false),
      firefox: measuredInFirefox(true),
      webkit: read(false, WEBKIT_FILE),
    },
  ),
  longestUrl: difference(
    'Answers for a URL with more characters aren’t kept.',
    written(Number.POSITIVE_INFINITY, 'concept-cache-create-entry'),
    {
      chromium: measuredInChromium(1023),
      firefox: measuredInFirefox(Number.POSITIVE_INFINITY),
      webkit: read(Number.POSITIVE_INFINITY, WEBKIT_FILE),
    },
  ),
};
