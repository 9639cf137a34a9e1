/** What a browser itself says about one failed request, whichever way it says it. */
export type CorsTruth = ChromiumTruth | FirefoxTruth;

export interface ChromiumTruth {
  readonly engine: 'chromium';
  /** The URL that the page asked for, before any redirect. */
  readonly url: string;
  /** `Network.loadingFailed.errorText`, such as `net::ERR_FAILED`; none if the browser only raised an issue. */
  readonly errorText?: string;
  /** `Network.CorsError`, if the protocol names one. */
  readonly corsError?: string;
  readonly failedParameter?: string;
  readonly consoleText?: string;
}

export interface FirefoxTruth {
  readonly engine: 'firefox';
  /** The URL that the console message names. */
  readonly url: string;
  /** Console category, such as `CORSMissingAllowOrigin2`. */
  readonly key: string;
  readonly consoleText: string;
}

/** A URL as truths are looked up by: without its fragment, which no request carries. */
export function withoutFragment(url: string): string {
  const hash = url.indexOf('#');
  return hash === -1 ? url : url.slice(0, hash);
}
