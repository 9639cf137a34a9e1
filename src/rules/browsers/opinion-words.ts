import type { Evaluation } from '../../fetch/evaluation.ts';
import type { Exchange } from '../../model/exchange.ts';
import type { OpinionAlternative } from '../diagnosis.ts';

/** What a browser calls a failure: its code and what its console prints. */
export interface OpinionWords {
  readonly code?: string;
  readonly failedParameter?: string;
  readonly text?: string;
}

/** The browser prints nothing, or what it prints can't be told. */
export const NO_WORDS: OpinionWords = {};

/** One of several things that a browser may say of the same fault. */
export interface Reading extends OpinionWords {
  readonly if: OpinionAlternative['if'];
}

/** How one browser words what it refuses. */
export interface BrowserWords {
  words(exchange: Exchange, evaluation: Evaluation): OpinionWords;
  /** All that it may say where its words hang on something that isn't shown; empty where `words` is sure. */
  readings(exchange: Exchange, evaluation: Evaluation): readonly Reading[];
}
