/** A reason as Chromium 156 gives it. */
export interface Reason {
  /** `Network.CorsError` of its protocol. */
  readonly code: string;
  /** `failedParameter`; empty if it has none. */
  readonly parameter: string;
  /** What its console prints after the frame; null if it names something that wasn't shown. */
  readonly text: string | null;
}
