import type { Fix, HeaderChange, ResponseRef } from '../../../src/model/fix.ts';
import { type Answer, type OracleCase, preflightAnswerOf } from './oracle-case.ts';

/** The case with what a fix asks for done, at its servers answer by answer and in its page, as somebody would who was told to. */
export function changedCase(played: OracleCase, fix: Fix): OracleCase {
  const preflights = played.server.responses.map((_, hop) =>
    changedAnswer(preflightAnswerOf(played, hop), { hop, on: 'preflight' }, fix),
  );
  const responses = played.server.responses.map((answer, hop) =>
    changedAnswer(answer, { hop, on: 'response' }, fix),
  );
  const [preflight = played.server.preflight] = preflights;
  const headers = played.request.headers.filter(
    ([name]) => !fix.requests.some((change) => change.name === name.toLowerCase()),
  );
  return {
    ...played,
    request: { ...played.request, headers },
    server: { preflight, hopPreflights: preflights, responses },
  };
}

function changedAnswer(answer: Answer, ref: ResponseRef, { changes, statuses }: Fix): Answer {
  const concerns = ({ hop, on }: ResponseRef): boolean => hop === ref.hop && on === ref.on;
  const headers = changes.filter(concerns).reduce(changedHeaders, answer.headers);
  return { ...answer, status: statuses.find(concerns)?.after ?? answer.status, headers };
}

function changedHeaders(headers: Answer['headers'], { op, name, value }: HeaderChange): Answer['headers'] {
  const others = headers.filter(([each]) => each.toLowerCase() !== name.toLowerCase());
  return op === 'set' && value !== undefined ? [...others, [name, value]] : others;
}
