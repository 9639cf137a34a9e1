import type { RecordedAnswer, RecordedCase } from '../recorded/case.ts';

/**
 * What a page asks for and what the servers answer, before anyone knows what comes of it: a recorded case without its
 * truth. Plain data with the canonical addresses of `addresses.ts`, so that it can be printed, kept and played again.
 */
export interface OracleCase extends Omit<RecordedCase, 'truth' | 'request'> {
  readonly request: OracleRequest;
}

export type OracleRequest = RecordedCase['request'] & {
  readonly bodyType?: BodyType;
  /** XMLHttpRequest: listens to the progress of the upload. */
  readonly uploadListener?: boolean;
};

export type BodyType = 'text' | 'form' | 'multipart' | 'blob-json' | 'buffer';

export type Answer = RecordedAnswer;

/** The answer to the preflight of a hop. */
export function preflightAnswerOf({ server }: OracleCase, hop: number): Answer {
  return server.hopPreflights?.[hop] ?? server.preflight;
}
