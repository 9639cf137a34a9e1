import type { Engine } from '../model/exchange.ts';
import type { CheckId, NetworkProblem } from './evaluation.ts';

/**
 * What the algorithms need to know of an engine, flat and ready to read. None of them asks which engine it is: what
 * differs is a value here, and its source is in the tables of `engines.ts`.
 */
export interface EngineProfile extends EngineDecisions, EngineReports {
  readonly engine: Engine;
  /** How it keeps the answers to preflights (`preflight-cache.ts`). */
  readonly preflightCache: PreflightCacheProfile;
}

/** What makes engines decide differently about the same messages. */
export interface EngineDecisions {
  /** Whether `*` in Access-Control-Allow-Headers covers `Authorization`. */
  readonly wildcardCoversAuthorization: boolean;

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

  /** Request headers that need no preflight beyond the standard's, lower case. */
  readonly extraSafelistedRequestHeaders: ReadonlySet<string>;

  /** Request headers that script can't set beyond the standard's, lower case. */
  readonly extraForbiddenRequestHeaders: ReadonlySet<string>;

  /** Whether bytes from 0x80 on make an Accept or Content-Type value unsafe. */
  readonly nonAsciiIsUnsafe: boolean;

  /** Which redirects a URL with user name and password forbids. */
  readonly userinfoInLocation: 'never-allowed' | 'not-across-origins';

  /** Whether a redirect status with an empty Location leads to the same URL again, or is handed to the page. */
  readonly followsEmptyLocation: boolean;

  /** Whether it asks the user before a page may reach the local network. */
  readonly localNetworkAccess: 'asked' | 'not-asked';

  /** Whether fetch() counts a `*` that stands before the item which makes Access-Control-Expose-Headers invalid. */
  readonly exposesAllBeforeInvalidItem: boolean;
}

/** How an engine says what it decided: the order and the names of its checks, and what it shows to extensions. */
export interface EngineReports {
  /** The checks of a preflight's response, in order. What is missing from the list isn't a check of its own there. */
  readonly preflightChecks: readonly PreflightCheckId[];

  /** Whether an unparsable Access-Control-Allow-Origin (an empty one, too) has a name of its own. */
  readonly namesInvalidAllowOrigin: boolean;

  /** Whether the success of a request means that script could read it. */
  readonly completedProvesReadable: boolean;

  /** Error texts that are how a CORS refusal looks from outside. */
  readonly refusals: ReadonlySet<string>;

  /** Error texts that are how a CORS refusal looks from outside if the last answer redirects, and only then. */
  readonly refusalsOfRedirects: ReadonlySet<string>;

  /** Error texts by which it ends a redirect, of a preflight too, to where it never goes: `data:`, what is no URL. */
  readonly redirectsOutOfReach: ReadonlySet<string>;

  /** What it was if a request is refused before anything was answered: no check can have refused that. */
  readonly unansweredRefusal: Extract<NetworkProblem, 'local-network-access' | 'connection-closed' | 'other'>;

  /** First major version that sends Sec-Fetch-Storage-Access with each cross-site request that includes credentials. */
  readonly storageAccessHeader: {
    readonly since: number;
    readonly onPreflights: boolean;
    /** Whether it is added where a redirect leads from another origin of the page's own site to another site. */
    readonly afterRedirects: boolean;
  } | null;

  /** Whether a response that was loaded without CORS may be used again, from the cache, for a request with CORS. */
  readonly reusesResponsesLoadedWithoutCors: boolean;
}

/** How an engine keeps the answers to preflights. Times are in seconds. */
export interface PreflightCacheProfile {
  /** The longest that an answer is kept, whatever Access-Control-Max-Age says. */
  readonly cap: number;
  /** What holds without Access-Control-Max-Age, or if it is empty. */
  readonly default: number;
  /** What holds if it isn't a whole number; 0 means that the answer isn't kept. */
  readonly malformed: number;
  /** Whether a plus or minus sign may stand before the number; below zero is then read as zero. */
  readonly takesSign: boolean;
  /** From here on, a number is too large to be read and counts as malformed. */
  readonly readableBelow: number;
  /** What a kept `*` stands for later, in a list of methods as in one of headers. */
  readonly wildcardCovers: 'nothing' | 'all-but-authorization' | 'all';
  /** Methods that need not be listed: any answer for the URL will do. */
  readonly impliedMethods: ReadonlySet<string>;
  /** Whether an answer to a request with credentials also serves one without them. */
  readonly credentialedCoverOthers: boolean;
  /**
   * Whether there is one answer for each URL: a request that it doesn't cover drops it, and the next answer takes its
   * place. Else what the answers allow adds up.
   */
  readonly oneAnswerForUrl: boolean;
  /** Whether a request that fails or is blocked drops what was kept for its URL. */
  readonly failureClears: boolean;
  /** Answers for a URL with more characters aren't kept. */
  readonly longestUrl: number;
}

export type PreflightCheckId = Extract<CheckId, `preflight-${string}`>;
