/** A reason as Chromium 156 gives it. */
export interface Reason {
  /** `Network.CorsError` of its protocol. */
  readonly code: string;
  /** `failedParameter`; empty if it has none. */
  readonly parameter: string;
  /** What its console prints after the frame. */
  readonly text: string;
}
