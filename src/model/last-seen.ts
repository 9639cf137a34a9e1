import type { Exchange, HttpResponse } from './exchange.ts';

/** When the last was seen of an exchange, by what is kept of its events. Milliseconds since the epoch. */
export function lastSeenAt({ hops }: Exchange): number {
  return Math.max(
    ...hops.flatMap(({ startedAt, response, preflight }) => [
      startedAt,
      ...receivedAt(response),
      ...(preflight === undefined
        ? []
        : [preflight.startedAt, preflight.endedAt ?? 0, ...receivedAt(preflight.response)]),
    ]),
  );
}

function receivedAt(response: HttpResponse | undefined): readonly number[] {
  return response === undefined ? [] : [response.receivedAt];
}
