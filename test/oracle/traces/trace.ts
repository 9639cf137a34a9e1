/** What Chromium's protocol told of a request that webRequest shows nothing of. */
export interface Trace {
  readonly page: string;
  /** What script asked for, as it wrote it. */
  readonly url: string;
  /** What script saw. */
  readonly script: string;
  readonly events: readonly { readonly method: string; readonly params: unknown }[];
}
