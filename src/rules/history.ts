import { serverOf } from '../fetch/url-parts.ts';
import type { Exchange, HttpResponse } from '../model/exchange.ts';
import { getHeader } from '../model/header-list.ts';

/**
 * A read-only view of the other exchanges of the same tab. Without it (`NO_HISTORY`) a diagnosis is poorer, never wrong.
 * `indexHistory` makes one whose cost is bounded.
 */
export interface History {
  /** Earlier and later exchanges whose last hop went to that origin, oldest first. */
  ofTarget(origin: string): readonly Exchange[];
}

const NOTHING: readonly Exchange[] = [];

export const NO_HISTORY: History = { ofTarget: () => NOTHING };

/** The other exchanges with the server of `url`: those that `history` has, without the one of that id. */
export function otherExchanges(id: string, url: string, history: History): readonly Exchange[] {
  if (history === NO_HISTORY) return NOTHING;
  return history.ofTarget(serverOf(url)).filter((other) => other.id !== id);
}

/** An answer of another exchange, by which the server named an origin. */
export interface NamingAnswer {
  /** The origin of the page that asked. */
  readonly asker: string;
  /** The method that got it; `OPTIONS` for a preflight. */
  readonly asked: string;
  readonly url: string;
  /** Its Access-Control-Allow-Origin, whatever that is. */
  readonly named: string;
}

/** The answers by which the server of `url` named an origin in the other exchanges, on any of their hops, oldest first. */
export function namingAnswers(id: string, url: string, history: History): readonly NamingAnswer[] {
  const answers: NamingAnswer[] = [];
  if (history === NO_HISTORY) return answers;
  const server = serverOf(url);
  // Loops, as every diagnosis of thousands comes by here and looks at hundreds.
  for (const other of history.ofTarget(server)) {
    if (other.id === id) continue;
    for (const answer of namingAnswersOf(other)) if (answer.server === server) answers.push(answer);
  }
  return answers;
}

interface ServerAnswer extends NamingAnswer {
  readonly server: string;
}

/** Every diagnosis looks back on the same exchanges, so each of them is read once. */
const read = new WeakMap<Exchange, readonly ServerAnswer[]>();

function namingAnswersOf(exchange: Exchange): readonly ServerAnswer[] {
  const known = read.get(exchange);
  if (known !== undefined) return known;
  const answers = exchange.hops.flatMap(({ url, method, preflight, response }) => {
    const found: ServerAnswer[] = [];
    const look = (asked: string, answer: HttpResponse | undefined) => {
      const named = getHeader(answer?.headers ?? [], 'access-control-allow-origin');
      if (named !== null) {
        found.push({ asker: exchange.initiator, asked, url, named, server: serverOf(url) });
      }
    };
    look('OPTIONS', preflight?.response);
    look(method, response);
    return found;
  });
  read.set(exchange, answers);
  return answers;
}

/**
 * How many other successful responses the server of `url` gave to CORS requests of the same page's origin, none of which
 * names an origin; 0 if there is none, or if one does.
 */
export function successesNamingNone({ id, initiator }: Exchange, url: string, history: History): number {
  const answers = otherExchanges(id, url, history).flatMap((other) => {
    const response = other.hops.at(-1)?.response;
    const isAlike = other.initiator === initiator && other.mode.value === 'cors';
    return isAlike && response !== undefined && response.status >= 200 && response.status < 300
      ? [response]
      : [];
  });
  const isNamed = answers.some(({ headers }) => getHeader(headers, 'access-control-allow-origin') !== null);
  return isNamed ? 0 : answers.length;
}
