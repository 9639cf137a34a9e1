import { taintingOfHops } from '../fetch/request-tainting.ts';
import type { Exchange, Hop, HttpResponse } from '../model/exchange.ts';
import type { ResponseRef } from '../model/fix.ts';
import type { HeaderList } from '../model/header-list.ts';
import { editedHops } from './apply-edit.ts';
import { type ExchangeEdit, isRequestEdited } from './exchange-edit.ts';
import { isSameQuestion } from './page-request.ts';
import { questionOf } from './preflight-question.ts';
import { ASSUMED_STATUS } from './unseen-answer.ts';

/** An answer on which the verdict may hang, with what was seen of it. */
export interface EditableAnswer extends ResponseRef {
  readonly url: string;
  /** Of the request. */
  readonly method: string;
  /** Before any edit. */
  readonly status: number;
  readonly headers: HeaderList;
  /**
   * - `recorded`: a server gave it.
   * - `other-request`: a server gave it to another request than is edited now, and may answer this one otherwise.
   * - `assumed`: nobody has seen it.
   */
  readonly basis: 'recorded' | 'other-request' | 'assumed';
}

/**
 * The answers of an exchange with an edit, in the order in which they come: of each hop its preflight's, then its own.
 * Where the CORS protocol doesn't apply nothing is checked, and redirects that the browser made itself aren't any server's.
 */
export function editableAnswers(recorded: Exchange, edit: ExchangeEdit): readonly EditableAnswer[] {
  const hops = editedHops(recorded, edit);
  const taintings = taintingOfHops({ ...recorded, hops });
  return hops.flatMap((hop, index) => {
    if (taintings[index]?.cors !== true) return [];
    const seen = recorded.hops[index]?.url === hop.url ? recorded.hops[index] : undefined;
    const answers: EditableAnswer[] = [];
    const { url, method } = hop;
    if (hop.preflight?.response !== undefined) {
      const basis = isRequestEdited(edit) && !asksTheSame(hop, seen) ? 'other-request' : 'recorded';
      const ref: ResponseRef = { hop: index, on: 'preflight' };
      answers.push({ ...ref, url, method, ...asSeen(seen?.preflight?.response, 'preflight', basis) });
    }
    if (hop.response !== undefined && hop.response.status !== 0) {
      const basis = isRequestEdited(edit) ? 'other-request' : 'recorded';
      const ref: ResponseRef = { hop: index, on: 'response' };
      answers.push({ ...ref, url, method, ...asSeen(seen?.response, 'response', basis) });
    }
    return answers;
  });
}

function asSeen(
  response: HttpResponse | undefined,
  on: ResponseRef['on'],
  basis: EditableAnswer['basis'],
): Pick<EditableAnswer, 'status' | 'headers' | 'basis'> {
  if (response === undefined) return { status: ASSUMED_STATUS[on], headers: [], basis: 'assumed' };
  return { status: response.status, headers: response.headers, basis };
}

function asksTheSame(hop: Hop, seen: Hop | undefined): boolean {
  const questions = [hop, seen].map((each) => (each?.preflight ? questionOf(each.preflight) : null));
  return isSameQuestion(questions[0] ?? null, questions[1] ?? null);
}
