import type { ORIGINS } from './addresses.ts';
import type { AnswerChange } from './answer-change.ts';
import type { BodyType } from './oracle-case.ts';

/** The choices that a case is built from: a request, the way that it goes, and what the servers on it do wrong. */
export interface Draft {
  readonly opaquePage: boolean;
  readonly request: DraftRequest;
  readonly target: Target;
  readonly redirects: readonly DraftRedirect[];
  readonly right: RightAnswers;
  readonly changes: readonly LocatedChange[];
}

export type Target = keyof typeof ORIGINS;

export interface DraftRequest {
  readonly api: 'fetch' | 'xhr' | 'img' | 'script' | 'module' | 'css' | 'font' | 'eventsource';
  readonly method: string;
  readonly headers: readonly (readonly [string, string])[];
  readonly mode: 'cors' | 'no-cors' | 'same-origin';
  readonly credentials: 'omit' | 'same-origin' | 'include';
  readonly redirect: 'follow' | 'error' | 'manual';
  readonly bodyType: BodyType | null;
  readonly uploadListener: boolean;
}

export interface DraftRedirect {
  readonly status: number;
  readonly to: Target;
}

/** How those servers answer that do everything right. */
export interface RightAnswers {
  /** `*` wherever it is allowed. */
  readonly wildcard: boolean;
  readonly preflightStatus: number;
  readonly exposed: readonly string[];
}

export interface LocatedChange {
  /** Counted over the messages of that kind, from the first and round again. */
  readonly at: number;
  readonly on: 'preflight' | 'redirect' | 'response';
  readonly change: AnswerChange;
}
