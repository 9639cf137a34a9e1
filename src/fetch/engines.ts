import type { Engine } from '../model/exchange.ts';
import type { CheckId } from './evaluation.ts';

/**
 * Where the engines differ, as data. The algorithms take a profile; none of them asks which engine it is. Every entry
 * was measured with real browsers (Chromium 156, Firefox 153) unless its comment names the source code it was read in.
 */
export interface EngineProfile {
  readonly engine: Engine;

  /** The checks of a preflight's response, in order. What is missing from the list isn't a check of its own there. */
  readonly preflightChecks: readonly PreflightCheckId[];

  /** Whether `*` in Access-Control-Allow-Headers covers `Authorization`. The standard says no, all engines say yes. */
  readonly wildcardCoversAuthorization: boolean;

  /** Whether a list with an item that isn't a token fails the preflight, or the item is just never matched. */
  readonly rejectsInvalidLists: boolean;

  /** What a several-line or comma-list Access-Control-Allow-Origin is called. Never allowed, whatever it is called. */
  readonly allowOriginLists: 'multiple' | 'lines-multiple-comma-mismatch';

  /** Whether an unparsable Access-Control-Allow-Origin (an empty one, too) has a name of its own. */
  readonly namesInvalidAllowOrigin: boolean;

  /** Whether an empty first line of Access-Control-Allow-Credentials is dropped before the lines are joined. */
  readonly dropsEmptyHeaderLines: boolean;

  /** The Origin that a preflight carries once redirects have tainted the request's own to `null`. */
  readonly preflightOriginWhenTainted: 'null' | 'page';

  /** Whether a preflight to the page's own origin, after a redirect, has its Access-Control-Allow-Origin checked. */
  readonly checksOriginOfPreflightToOwnOrigin: boolean;

  /** Whether a redirect that drops what made the request unsafe (Authorization, method, body) still has a preflight. */
  readonly preflightsAfterDroppedUnsafePart: boolean;

  /** Whether an upload listener without a body causes a preflight. */
  readonly preflightsUploadListenerWithoutBody: boolean;

  /**
   * Request headers that never need a preflight, beyond the standard's list, lower case: safelisted ones, and
   * User-Agent where script still can't set it.
   */
  readonly extraSafelistedRequestHeaders: ReadonlySet<string>;

  /** Whether bytes from 0x80 on make an Accept or Content-Type value unsafe. */
  readonly nonAsciiIsUnsafe: boolean;

  /** Which redirects a URL with user name and password forbids. */
  readonly userinfoInLocation: 'never-allowed' | 'not-across-origins';

  /** Largest Access-Control-Max-Age in seconds, and what holds without the header. */
  readonly maxAge: { readonly cap: number; readonly default: number };

  /** Whether the success of a request means that script could read it. */
  readonly completedProvesReadable: boolean;

  /** Error texts that are how a CORS refusal looks from outside. */
  readonly refusals: ReadonlySet<string>;

  /** First major version that sends Sec-Fetch-Storage-Access with each cross-site request that includes credentials. */
  readonly storageAccessHeader: { readonly since: number; readonly onPreflights: boolean } | null;
}

export type PreflightCheckId = Extract<CheckId, `preflight-${string}`>;

const LEGACY_CLIENT_HINTS = [
  'device-memory',
  'downlink',
  'dpr',
  'ect',
  'intervention',
  'rtt',
  'save-data',
  'viewport-width',
  'width',
];

/** What the Fetch standard says. @see https://fetch.spec.whatwg.org/ */
export const STANDARD: Omit<EngineProfile, 'engine'> = {
  preflightChecks: [
    'preflight-allow-origin',
    'preflight-allow-credentials',
    'preflight-status',
    'preflight-allow-methods-syntax',
    'preflight-allow-headers-syntax',
    'preflight-method',
    'preflight-headers',
  ],
  wildcardCoversAuthorization: false,
  rejectsInvalidLists: true,
  allowOriginLists: 'multiple',
  namesInvalidAllowOrigin: false,
  dropsEmptyHeaderLines: false,
  preflightOriginWhenTainted: 'null',
  checksOriginOfPreflightToOwnOrigin: true,
  preflightsAfterDroppedUnsafePart: false,
  preflightsUploadListenerWithoutBody: true,
  extraSafelistedRequestHeaders: new Set(),
  nonAsciiIsUnsafe: false,
  userinfoInLocation: 'not-across-origins',
  maxAge: { cap: Number.POSITIVE_INFINITY, default: 5 },
  completedProvesReadable: false,
  refusals: new Set(),
  storageAccessHeader: null,
};

export const CHROMIUM: EngineProfile = {
  ...STANDARD,
  engine: 'chromium',
  // A redirect ends the preflight in the network layer, before anything of the answer is looked at.
  preflightChecks: [
    'preflight-redirect',
    'preflight-allow-origin',
    'preflight-allow-credentials',
    'preflight-status',
    'preflight-allow-methods-syntax',
    'preflight-allow-headers-syntax',
    'preflight-method',
    'preflight-headers',
  ],
  wildcardCoversAuthorization: true,
  namesInvalidAllowOrigin: true,
  preflightsUploadListenerWithoutBody: false,
  extraSafelistedRequestHeaders: new Set([...LEGACY_CLIENT_HINTS, 'user-agent']),
  userinfoInLocation: 'never-allowed',
  // services/network/cors/preflight_result.cc
  maxAge: { cap: 7200, default: 5 },
  completedProvesReadable: true,
  refusals: new Set(['net::ERR_FAILED']),
  storageAccessHeader: { since: 133, onPreflights: false },
};

export const FIREFOX: EngineProfile = {
  ...STANDARD,
  engine: 'firefox',
  // nsCORSListenerProxy checks the redirecting response as if it were the answer, then refuses the redirect.
  preflightChecks: [
    'preflight-allow-origin',
    'preflight-allow-credentials',
    'preflight-redirect',
    'preflight-status',
    'preflight-allow-methods-syntax',
    'preflight-method',
    'preflight-allow-headers-syntax',
    'preflight-headers',
  ],
  wildcardCoversAuthorization: true,
  allowOriginLists: 'lines-multiple-comma-mismatch',
  dropsEmptyHeaderLines: true,
  preflightOriginWhenTainted: 'page',
  checksOriginOfPreflightToOwnOrigin: false,
  preflightsAfterDroppedUnsafePart: true,
  nonAsciiIsUnsafe: true,
  maxAge: { cap: 86_400, default: 5 },
  // A small response that script may not read is reported as completed.
  completedProvesReadable: false,
  // A redirect that CORS forbids ends in one of the last two, now in the one, now in the other.
  refusals: new Set(['NS_ERROR_DOM_BAD_URI', 'NS_ERROR_UNEXPECTED', 'NS_ERROR_NET_ON_RECEIVING_FROM']),
  storageAccessHeader: { since: 153, onPreflights: true },
};

/** Read in WebKit's CrossOriginAccessControl.cpp and CrossOriginPreflightResultCache.cpp, not measured. */
export const WEBKIT: EngineProfile = {
  ...STANDARD,
  engine: 'webkit',
  // validatePreflightResponse looks at the status first; a redirect is just a status that isn't successful.
  preflightChecks: [
    'preflight-status',
    'preflight-allow-origin',
    'preflight-allow-credentials',
    'preflight-allow-methods-syntax',
    'preflight-allow-headers-syntax',
    'preflight-method',
    'preflight-headers',
  ],
  wildcardCoversAuthorization: true,
  maxAge: { cap: 600, default: 5 },
};

export const ENGINES: Readonly<Record<Engine, EngineProfile>> = {
  chromium: CHROMIUM,
  firefox: FIREFOX,
  webkit: WEBKIT,
};
