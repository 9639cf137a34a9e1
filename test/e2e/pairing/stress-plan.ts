/** What a server does with a request that is preflighted, or what the page does with it. */
export type Behaviour =
  | 'allowed'
  | 'preflight-405'
  | 'preflight-without-headers'
  | 'preflight-closed'
  | 'answer-without-headers'
  | 'redirected'
  | 'aborted';

/** One of hundreds of requests that run at once. */
export interface StressRequest {
  readonly number: number;
  readonly tab: number;
  /** 0 is the page itself, 1 a frame of its origin, 2 a frame of another. */
  readonly frame: number;
  readonly method: 'PUT' | 'POST';
  readonly path: string;
  /** Its own header; null if it needs no preflight. */
  readonly header: string | null;
  readonly behaviour: Behaviour;
}

const FAILURES: readonly Behaviour[] = [
  'preflight-405',
  'preflight-without-headers',
  'preflight-closed',
  'answer-without-headers',
  'redirected',
  'aborted',
];

export const TABS = 2;
export const FRAMES = 3;

/**
 * In every frame of every tab, mixed: requests to one URL whose header names tell them apart, others to that URL that
 * need no preflight, requests with one header name whose URLs tell them apart, and some that nothing tells apart.
 */
export function planStress(perFrame: number): readonly StressRequest[] {
  const planned: StressRequest[] = [];
  for (let tab = 0; tab < TABS; tab += 1) {
    for (let frame = 0; frame < FRAMES; frame += 1) {
      for (let at = 0; at < perFrame; at += 1) {
        planned.push({ number: planned.length + 1, tab, frame, ...requestAt(planned.length + 1, at) });
      }
    }
  }
  return planned;
}

function requestAt(
  number: number,
  at: number,
): Pick<StressRequest, 'method' | 'path' | 'header' | 'behaviour'> {
  const behaviour = at % 3 === 0 ? (FAILURES[(at / 3) % FAILURES.length] ?? 'allowed') : 'allowed';
  switch (at % 5) {
    case 0:
    case 1:
      return { method: 'PUT', path: '/same', header: caseHeader(number), behaviour };
    case 2:
      return { method: 'POST', path: '/mixed', header: caseHeader(number), behaviour };
    case 3:
      return at % 2 === 0
        ? { method: 'POST', path: '/mixed', header: null, behaviour: 'allowed' }
        : { method: 'PUT', path: '/identical', header: 'x-token', behaviour: 'allowed' };
    default:
      return { method: 'PUT', path: `/id/${number}`, header: 'x-token', behaviour };
  }
}

function caseHeader(number: number): string {
  return `x-case-${number}`;
}

/** The number of the request that these header names, or this path, are of; null if they don't tell. */
export function numberIn(names: readonly string[], path = ''): number | null {
  const text = names
    .map((name) => /^x-case-(\d+)$/.exec(name.trim())?.[1])
    .find((found) => found !== undefined);
  const number = text ?? /^\/id\/(\d+)$/.exec(path)?.[1];
  return number === undefined ? null : Number(number);
}
