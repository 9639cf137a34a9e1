import type { CredentialsMode, Engine } from '../model/exchange.ts';
import type { HeaderList } from '../model/header-list.ts';

/**
 * What the Fetch standard's CORS protocol, as one engine carries it out, makes of an exchange. `evaluate` gives it;
 * the causes, the fix and the proof are all read from it, so that none of them can disagree with the verdict.
 */
export interface Evaluation {
  readonly engine: Engine;
  readonly verdict: Verdict;
  /** Every check in the engine's order, over all hops, up to the one that decided, then the ones that it hid. */
  readonly steps: readonly Step[];
  /** The check that decided, if one failed. The first of `faults`. */
  readonly fault: LocatedFault | null;
  /** Everything that would fail, also what the engine never got to: a fix has to cover all of it. */
  readonly faults: readonly LocatedFault[];
  readonly credentials: ResolvedCredentials;
  /** One for each hop. */
  readonly preflights: readonly PreflightNeed[];
  /** Which headers of the last response script can read, and which it can't; null if it may not read the response. */
  readonly readable: ReadableHeaders | null;
  /** Where the answer hangs on something that the browser doesn't show: each possibility with its verdict. */
  readonly branches: readonly Branch[];
}

/**
 * - `allowed`: script may read the response.
 * - `blocked`: a check of the CORS protocol failed.
 * - `failed`: there is no usable response for another reason, so it isn't CORS.
 * - `opaque`: a no-cors request; script can't read the response, and nothing is wrong with that.
 * - `pending`: not ended.
 * - `unknown`: it can't be told from what the browser shows; `branches` says what it hangs on.
 */
export type Verdict = 'allowed' | 'blocked' | 'failed' | 'opaque' | 'pending' | 'unknown';

/** The checks, each named once. Their order is the engine's (`engines.ts`), not this list's. */
export type CheckId =
  | 'cross-origin'
  | 'mode'
  | 'redirect-taint'
  | 'preflight-need'
  | 'preflight-answered'
  | 'preflight-redirect'
  | 'preflight-allow-origin'
  | 'preflight-allow-credentials'
  | 'preflight-status'
  | 'preflight-allow-methods-syntax'
  | 'preflight-allow-headers-syntax'
  | 'preflight-method'
  | 'preflight-headers'
  | 'answered'
  | 'allow-origin'
  | 'allow-credentials'
  | 'redirect-location'
  | 'exposed-headers';

export interface Step {
  readonly check: CheckId;
  /** Index into the exchange's hops. */
  readonly hop: number;
  readonly outcome: 'pass' | 'fail' | 'unknown' | 'not-applicable';
  /** Whether the engine got as far as this check; later ones were evaluated all the same, for the fix. */
  readonly reached: boolean;
  /** The header lines or statuses that the check looked at. */
  readonly evidence: readonly StepEvidence[];
  /** Filled in for `fail`. */
  readonly fault?: Fault;
  /** Why it is unknown or does not apply; an id with words in the rules. */
  readonly reason?: StepReason;
  readonly spec: SpecLink;
}

export type StepReason =
  /** The URL is of the page's own origin, and so were those before it. */
  | 'same-origin'
  /** The request mode: CORS applies to `cors` only. */
  | 'no-cors'
  | 'navigate'
  | 'same-origin-mode'
  | 'not-needed'
  | 'request-headers-not-shown'
  /** The preflight's answer was in the cache. */
  | 'cached'
  | 'not-seen'
  | 'no-response-seen'
  /** The browser redirected by itself: no server answered. */
  | 'internal-redirect'
  | 'credentials-not-included'
  | 'credentials-mode-unknown'
  /** The list isn't one, which is a fault of its own. */
  | 'list-invalid'
  /** The status is a redirect, which is a fault of its own. */
  | 'redirect'
  /** Firefox doesn't check the origin of a preflight to the page's own origin. */
  | 'own-origin';

export interface StepEvidence {
  readonly message: 'request' | 'response' | 'preflight-request' | 'preflight-response';
  /** Header name, or `:status`, `:method`, `:url`. */
  readonly name: string;
  /** The lines as they were; empty if there was none. */
  readonly lines: readonly string[];
}

export interface SpecLink {
  /** Name of the standard's algorithm, such as `CORS check`. */
  readonly algorithm: string;
  /** Anchor in https://fetch.spec.whatwg.org/, such as `concept-cors-check`. */
  readonly anchor: string;
  /** Step of that algorithm, such as `3` or `7.2`; a range such as `3–4` where several steps are one check here. */
  readonly step?: string;
  /** Path below https://developer.mozilla.org/docs/Web/. */
  readonly mdn: string;
}

/** What exactly is wrong. `on` says in whose answer. */
export type Fault =
  | {
      readonly check: 'allow-origin' | 'preflight-allow-origin';
      readonly problem: 'missing' | 'multiple' | 'invalid' | 'mismatch' | 'wildcard-with-credentials';
      /** The combined value; null if missing. */
      readonly value: string | null;
      /** The Origin that had to match. */
      readonly origin: string;
    }
  | {
      readonly check: 'allow-credentials' | 'preflight-allow-credentials';
      readonly value: string | null;
    }
  | { readonly check: 'preflight-status'; readonly status: number }
  | { readonly check: 'preflight-redirect'; readonly status: number; readonly location: string | null }
  | {
      readonly check: 'preflight-allow-methods-syntax' | 'preflight-allow-headers-syntax';
      readonly value: string;
    }
  | { readonly check: 'preflight-method'; readonly method: string; readonly allowed: readonly string[] }
  | {
      readonly check: 'preflight-headers';
      /** Every header that isn't allowed, lower case, in the order of Access-Control-Request-Headers. */
      readonly missing: readonly string[];
      /** The one that the engine names. */
      readonly named: string;
      readonly allowed: readonly string[];
    }
  | {
      readonly check: 'redirect-location';
      readonly problem: 'credentials-in-url' | 'scheme';
      readonly location: string;
    }
  | {
      readonly check: 'answered' | 'preflight-answered';
      readonly problem: NetworkProblem;
      /** The browser's own text. */
      readonly error: string;
    };

/** Why there was no usable response, read from both browsers' error texts. None of it is CORS. */
export type NetworkProblem =
  | 'connection-refused'
  | 'name-not-resolved'
  | 'tls'
  | 'connection-closed'
  | 'timed-out'
  | 'unreachable'
  | 'aborted'
  | 'blocked-by-client'
  | 'blocked-by-devtools'
  | 'blocked-by-response'
  | 'blocked-by-orb'
  | 'local-network-access'
  | 'mixed-content'
  | 'content-security-policy'
  | 'unsafe-port'
  | 'redirect-refused'
  | 'scheme'
  | 'closed-unseen'
  | 'other';

export type LocatedFault = Fault & { readonly hop: number };

/** `same-origin` also stands for "not include": across origins, `omit` and `same-origin` are the same. */
export type ResolvedCredentials =
  | { readonly value: CredentialsMode; readonly how: 'proven'; readonly by: CredentialsProof }
  | {
      readonly value: CredentialsMode;
      readonly how: 'inferred-from-outcome';
      readonly by: CredentialsInference;
    }
  | { readonly value: 'unknown'; readonly matters: boolean };

/** What proves the credentials mode. */
export type CredentialsProof =
  | 'cookie-sent'
  | 'sec-fetch-storage-access'
  /** A cross-site request without the header that this browser adds to each one with credentials. */
  | 'no-sec-fetch-storage-access'
  | 'stated';

/** From what the credentials mode is inferred. */
export type CredentialsInference =
  /** The browser refused the response, and without credentials every check passes. */
  | 'refused'
  /**
   * Only the page's Resource Timing says so: script got no answer. A request that script cancels in the very moment of
   * its answer looks the same.
   */
  | 'not-readable'
  /** The browser went on past a check that fails with credentials. */
  | 'went-on';

/** Why the request of a hop needed a preflight, or why none was seen. */
export type PreflightNeed =
  | {
      readonly needed: 'yes';
      readonly because: readonly PreflightReason[];
      readonly seen: 'yes' | 'cached' | 'not-seen';
    }
  | { readonly needed: 'no' }
  | { readonly needed: 'unknown' };

export type PreflightReason =
  | { readonly why: 'method'; readonly method: string }
  | {
      readonly why: 'header';
      readonly name: string;
      readonly detail: 'name' | 'value' | 'too-long' | 'total-too-long';
    }
  /** Neither method nor headers explain it: an upload listener on XMLHttpRequest, or a streaming body. */
  | { readonly why: 'upload-listener-or-stream' };

export interface ReadableHeaders {
  readonly readable: HeaderList;
  /** Readable only if all of `conditions` hold. */
  readonly conditional: HeaderList;
  readonly hidden: HeaderList;
  /** Empty if no header hangs on any. */
  readonly conditions: readonly ReadableCondition[];
}

/** What the browser doesn't show, and on which it hangs what script can read. */
export type ReadableCondition =
  | 'credentials-not-include'
  /** Script uses fetch(), not XMLHttpRequest. */
  | 'fetch';

export interface Branch {
  readonly if: 'credentials-include' | 'credentials-not-include';
  readonly verdict: Verdict;
  readonly fault: LocatedFault | null;
}
