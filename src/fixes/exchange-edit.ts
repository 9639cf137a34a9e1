import type { ResponseRef } from '../model/fix.ts';
import type { HeaderList } from '../model/header-list.ts';

/** What of a recorded exchange is to be otherwise. What is absent stays as it was. */
export interface ExchangeEdit {
  readonly method?: string;
  readonly credentials?: 'include' | 'same-origin';
  /** What the page sets, all of it, in place of what `pageHeaders` gives for the first hop. */
  readonly requestHeaders?: HeaderList;
  /** One at the most for each answer. */
  readonly answers?: readonly AnswerEdit[];
}

/** All of an answer, also of one that was never seen. */
export interface AnswerEdit extends ResponseRef {
  readonly status: number;
  readonly headers: HeaderList;
}

/** Whether an edit leaves everything as it was. */
export function isEmptyEdit(edit: ExchangeEdit): boolean {
  return edit.credentials === undefined && !isRequestEdited(edit) && (edit.answers ?? []).length === 0;
}

/** Whether the page would ask otherwise. */
export function isRequestEdited({ method, requestHeaders }: ExchangeEdit): boolean {
  return method !== undefined || requestHeaders !== undefined;
}
