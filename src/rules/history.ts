import type { Exchange, HttpResponse } from '../model/exchange.ts';
import { containsHeader, getHeader } from '../model/header-list.ts';
import { isSameOrigin, originOf } from '../model/origin.ts';

/**
 * A read-only view of the other exchanges of the same tab. Without it (`NO_HISTORY`) a diagnosis is poorer, never wrong.
 */
export interface History {
  /** Earlier and later exchanges whose last hop went to that origin, oldest first. */
  ofTarget(origin: string): readonly Exchange[];
}

export const NO_HISTORY: History = { ofTarget: () => [] };

/** The other exchanges with the server of `url`: those that `history` has, without the one of that id. */
export function otherExchanges(id: string, url: string, history: History): readonly Exchange[] {
  return history.ofTarget(originOf(url)).filter((other) => other.id !== id);
}

/** The origin that asked, and the one that the server's Access-Control-Allow-Origin named in return. */
export interface NamedOrigin {
  readonly asked: string;
  readonly named: string;
}

/** What the server of `url` named in its other responses, oldest first; those without the header are left out. */
export function namedOrigins(id: string, url: string, history: History): readonly NamedOrigin[] {
  return otherExchanges(id, url, history).flatMap(({ initiator, hops }) => {
    const last = hops.at(-1);
    return [last?.preflight?.response, last?.response].flatMap((response) => {
      const named = getHeader(response?.headers ?? [], 'access-control-allow-origin');
      return named === null ? [] : [{ asked: initiator, named }];
    });
  });
}

/** An answer of another exchange. */
export interface OtherAnswer {
  /** The method that got it; `OPTIONS` for a preflight. */
  readonly asked: string;
  readonly url: string;
  readonly response: HttpResponse;
}

/**
 * The first answer by which the server of `url` named an origin in another exchange, on any of its hops; null if there
 * is none.
 *
 * @param isWanted leaves out those that don't prove what the caller wants to say
 */
export function otherAnswerNamingOrigin(
  id: string,
  url: string,
  history: History,
  isWanted: (answer: OtherAnswer) => boolean = () => true,
): OtherAnswer | null {
  const server = originOf(url);
  for (const other of history.ofTarget(server)) {
    if (other.id === id) continue;
    for (const hop of other.hops) {
      if (!isSameOrigin(hop.url, server)) continue;
      const { url, method, preflight, response } = hop;
      if (names(preflight?.response)) {
        const answer = { asked: 'OPTIONS', url, response: preflight.response };
        if (isWanted(answer)) return answer;
      }
      if (names(response)) {
        const answer = { asked: method, url, response };
        if (isWanted(answer)) return answer;
      }
    }
  }
  return null;
}

function names(response: HttpResponse | undefined): response is HttpResponse {
  return response !== undefined && containsHeader(response.headers, 'access-control-allow-origin');
}
