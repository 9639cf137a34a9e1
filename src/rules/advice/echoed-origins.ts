import type { AcceptedAnswer } from './accepted-answers.ts';

/** The origins that a server sent back as they came, each with the answers in which it did, in the order of the first. */
export type EchoedOrigins = ReadonlyMap<string, readonly AcceptedAnswer[]>;

/**
 * The origins that a server named when they asked. Whether it has a list of them or says yes to everybody can't be seen
 * from one.
 */
export function echoedOrigins(answers: readonly AcceptedAnswer[]): EchoedOrigins {
  const byOrigin = new Map<string, AcceptedAnswer[]>();
  for (const answer of answers) {
    if (answer.allowOrigin !== answer.sent) continue;
    const known = byOrigin.get(answer.sent);
    if (known === undefined) byOrigin.set(answer.sent, [answer]);
    else known.push(answer);
  }
  return byOrigin;
}

/** Those among them that may send cookies, too. */
export function echoedWithCredentials(answers: readonly AcceptedAnswer[]): EchoedOrigins {
  return echoedOrigins(answers.filter(({ credentials }) => credentials));
}
