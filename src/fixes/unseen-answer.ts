import type { Hop, HttpResponse } from '../model/exchange.ts';

/** Statuses that are assumed of answers that the browser never got to see. */
export const ASSUMED_STATUS = { preflight: 204, response: 200 } as const;

/** The hop with an answer that has nothing in it yet, if the browser never got to see one. */
export function answered(hop: Hop): Hop {
  const at = hop.preflight?.endedAt ?? hop.startedAt;
  return hop.response === undefined ? { ...hop, response: unseenAnswer(ASSUMED_STATUS.response, at) } : hop;
}

/** The same of its preflight. */
export function preflightAnswered(hop: Hop): Hop {
  const { preflight } = hop;
  if (preflight === undefined || preflight.response !== undefined) return hop;
  const { error: _, errorFrom: __, ...asked } = preflight;
  return {
    ...hop,
    preflight: { ...asked, response: unseenAnswer(ASSUMED_STATUS.preflight, preflight.startedAt) },
  };
}

function unseenAnswer(status: number, receivedAt: number): HttpResponse {
  return { status, headers: [], lines: 'apart', receivedAt };
}
