import type { Hop, HttpResponse } from '../model/exchange.ts';
import type { ResponseRef } from '../model/fix.ts';

/** The hop with its answers changed: the one to its preflight and the one to itself, where there are any. */
export function changedAnswers(
  hop: Hop,
  change: (answer: HttpResponse, on: ResponseRef['on']) => HttpResponse,
): Hop {
  const { preflight, response } = hop;
  return {
    ...hop,
    ...(preflight?.response === undefined
      ? {}
      : { preflight: { ...preflight, response: change(preflight.response, 'preflight') } }),
    ...(response === undefined ? {} : { response: change(response, 'response') }),
  };
}
