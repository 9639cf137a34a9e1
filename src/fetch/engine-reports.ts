import {
  type Differences,
  difference,
  measuredInChromium,
  measuredInFirefox,
  notObserved,
  read,
  written,
} from './engine-difference.ts';
import type { EngineReports } from './engine-profile.ts';

const NONE: ReadonlySet<string> = new Set();

/** Every way in which engines word, order or show differently what they decide alike. */
export const REPORT_DIFFERENCES: Differences<EngineReports> = {
  preflightChecks: difference(
    'The order of the checks of a preflight’s answer decides which of several faults is named.',
    written(
      [
        'preflight-allow-origin',
        'preflight-allow-credentials',
        'preflight-status',
        'preflight-allow-methods-syntax',
        'preflight-allow-headers-syntax',
        'preflight-method',
        'preflight-headers',
      ],
      'cors-preflight-fetch',
    ),
    {
      // A redirect ends the preflight in the network layer, before anything of the answer is looked at.
      chromium: measuredInChromium([
        'preflight-redirect',
        'preflight-allow-origin',
        'preflight-allow-credentials',
        'preflight-status',
        'preflight-allow-methods-syntax',
        'preflight-allow-headers-syntax',
        'preflight-method',
        'preflight-headers',
      ]),
      // The redirecting response is checked as if it were the answer, then the redirect is refused.
      firefox: measuredInFirefox([
        'preflight-allow-origin',
        'preflight-allow-credentials',
        'preflight-redirect',
        'preflight-status',
        'preflight-allow-methods-syntax',
        'preflight-method',
        'preflight-allow-headers-syntax',
        'preflight-headers',
      ]),
      // A redirect is just a status that isn't successful.
      webkit: read(
        [
          'preflight-status',
          'preflight-allow-origin',
          'preflight-allow-credentials',
          'preflight-allow-methods-syntax',
          'preflight-allow-headers-syntax',
          'preflight-method',
          'preflight-headers',
        ],
        'Source/WebCore/loader/CrossOriginAccessControl.cpp',
      ),
    },
  ),
  namesInvalidAllowOrigin: difference(
    'An `Access-Control-Allow-Origin` that isn’t an origin at all has an error of its own in some engines.',
    written(false, 'concept-cors-check'),
    {
      chromium: measuredInChromium(true),
      firefox: measuredInFirefox(false),
      webkit: read(false, 'Source/WebCore/loader/CrossOriginAccessControl.cpp'),
    },
  ),
  completedProvesReadable: difference(
    'A response that script may not read is shown to extensions as completed by some engines.',
    notObserved(false),
    {
      chromium: measuredInChromium(true),
      // Small ones only; the others end in an error.
      firefox: measuredInFirefox(false),
    },
  ),
  refusals: difference('Each engine has its own error texts for what CORS refused.', notObserved(NONE), {
    chromium: measuredInChromium(new Set(['net::ERR_FAILED'])),
    firefox: measuredInFirefox(new Set(['NS_ERROR_DOM_BAD_URI'])),
  }),
  refusalsOfRedirects: difference(
    'Some engines have other error texts for redirects that CORS refused, which mean something else elsewhere.',
    notObserved(NONE),
    {
      // Now the one, now the other. The second stands for whatever ends a request without an error of its own.
      firefox: measuredInFirefox(new Set(['NS_ERROR_UNEXPECTED', 'NS_ERROR_NET_ON_RECEIVING_FROM'])),
    },
  ),
  redirectsOutOfReach: difference(
    'Some engines have error texts of their own for redirects to where they never go.',
    notObserved(NONE),
    { firefox: measuredInFirefox(new Set(['NS_ERROR_CORRUPTED_CONTENT', 'NS_ERROR_FAILURE'])) },
  ),
  unansweredRefusal: difference<EngineReports['unansweredRefusal']>(
    'What ends like a refusal by CORS before anything was answered is something else, and in each engine another thing.',
    notObserved('other'),
    {
      chromium: measuredInChromium('local-network-access'),
      // A connection that is closed without an error, and so without a response that any check could pass.
      firefox: measuredInFirefox('connection-closed'),
    },
  ),
  storageAccessHeader: difference<EngineReports['storageAccessHeader']>(
    '`Sec-Fetch-Storage-Access` tells of credentials, and engines send it with different requests.',
    notObserved(null),
    {
      chromium: measuredInChromium({ since: 133, onPreflights: false, afterRedirects: true }),
      firefox: measuredInFirefox({ since: 153, onPreflights: true, afterRedirects: false }),
    },
  ),
  reusesResponsesLoadedWithoutCors: difference(
    'A copy that was cached by a request without CORS is used for one with CORS by some engines, so that the check fails.',
    written(true, 'http-network-or-cache-fetch'),
    { chromium: measuredInChromium(true), firefox: measuredInFirefox(false) },
  ),
};
