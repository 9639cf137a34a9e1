/** What a browser calls a failure: its code and what its console prints. */
export interface OpinionWords {
  readonly code?: string;
  readonly failedParameter?: string;
  readonly text?: string;
}

/** The browser prints nothing, or what it prints can't be told. */
export const NO_WORDS: OpinionWords = {};
