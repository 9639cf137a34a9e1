import type { EngineDecisions } from '../../../src/fetch/engine-profile.ts';
import type { View } from './exchange-of-case.ts';
import type { PredictionMark, RecordedEngine } from './predict.ts';

export type Seen = `${RecordedEngine}, ${View}`;

/** Recorded cases in which what one engine exchanged doesn't tell what the other did, and why. */
export interface NotPredicted {
  readonly reason: string;
  readonly mark: Exclude<PredictionMark, 'right'>;
  /** What the diagnosis names as the difference; empty if it can't know that there is one. */
  readonly because: readonly (keyof EngineDecisions)[];
  readonly seen: readonly Seen[];
  readonly ids: string;
}

/** Case by case. The verdict of every other case is predicted rightly. */
export const NOT_PREDICTED: readonly NotPredicted[] = [
  {
    reason:
      'Firefox asks with a preflight for old client hints; Chromium sent none, so its answer is unknown.',
    mark: 'open',
    because: ['extraSafelistedRequestHeaders'],
    seen: ['chromium, web-request'],
    ids: 'reqname-0002 reqname-0004 reqname-0008 reqname-0122 reqname-0123',
  },
  {
    reason:
      'Firefox asks with a preflight after a redirect that dropped what called for one; Chromium sent none, so its answer is unknown.',
    mark: 'open',
    because: ['preflightsAfterDroppedUnsafePart'],
    seen: ['chromium, web-request'],
    ids: `
      redirect-0135 redirect-0179 redirect-0362 redirect-0384 redirect-0394 redirect-0395 redirect-0396
      redirect-0402 redirect-0430 redirect-0440 redirect-0445 redirect-0470 redirect-0490
    `,
  },
  {
    reason:
      'Chromium stopped at a preflight with Origin: null, which passes with the page’s own origin in Firefox; the response after it was never exchanged.',
    mark: 'open',
    because: ['preflightOriginWhenTainted'],
    seen: ['chromium, web-request'],
    ids: `
      redirect-0069 redirect-0305 redirect-0310 redirpf-0007 redirpf-0017 redirpf-0043 redirpf-0045
      redirpf-0053
    `,
  },
  {
    reason:
      'The same after a redirect back to the page’s own origin, where Firefox wouldn’t look at that header at all.',
    mark: 'open',
    because: ['preflightOriginWhenTainted', 'checksOriginOfPreflightToOwnOrigin'],
    seen: ['chromium, web-request'],
    ids: 'redirpf-0026 redirpf-0027 redirpf-0035 redirpf-0036',
  },
  {
    reason:
      'Chromium ends a header line at a lone carriage return, before extensions see it; Firefox doesn’t.',
    mark: 'wrong',
    because: [],
    seen: ['chromium, web-request'],
    ids: 'acao-0573',
  },
  {
    reason: 'Chromium dropped the User-Agent that script had set; Firefox asks for it with a preflight.',
    mark: 'wrong',
    because: [],
    seen: ['chromium, web-request'],
    ids: 'reqname-0067',
  },
  {
    reason:
      'Firefox stopped at a preflight with the page’s own origin, which passes with Origin: null in Chromium; the response after it was never exchanged.',
    mark: 'open',
    because: ['preflightOriginWhenTainted'],
    seen: ['firefox, resource-timing', 'firefox, raw-lines'],
    ids: `
      redirect-0391 redirect-0395 redirect-0396 redirect-0397 redirect-0405 redirect-0427 redirect-0428
      redirect-0450 redirect-0452 redirect-0458 redirect-0461 redirect-0471 redirect-0480 redirect-0493
      random-0513 random-0769 random-0906 redirpf-0004 redirpf-0005 redirpf-0006 redirpf-0013 redirpf-0050
    `,
  },
  {
    reason:
      'Firefox stopped at a preflight that Chromium wouldn’t have sent, and which would pass there; the response after it was never exchanged.',
    mark: 'open',
    because: ['preflightOriginWhenTainted', 'preflightsAfterDroppedUnsafePart'],
    seen: ['firefox, resource-timing', 'firefox, raw-lines'],
    ids: 'redirect-0200 redirect-0384 redirect-0394 redirect-0430 redirect-0470 redirect-0490',
  },
  {
    reason:
      'Firefox stopped at a preflight that Chromium wouldn’t have sent; the response after it was never exchanged.',
    mark: 'open',
    because: ['preflightsAfterDroppedUnsafePart'],
    seen: ['firefox, resource-timing', 'firefox, raw-lines'],
    ids: 'redirect-0166 random-0523',
  },
  {
    reason: 'Firefox stopped at a preflight for old client hints; in Chromium there is none, and a response.',
    mark: 'open',
    because: ['extraSafelistedRequestHeaders'],
    seen: ['firefox, resource-timing', 'firefox, raw-lines'],
    ids: 'reqname-0004 reqname-0123',
  },
  {
    reason: 'Firefox stopped at a preflight for User-Agent; Chromium drops it and gets a response.',
    mark: 'open',
    because: ['extraForbiddenRequestHeaders'],
    seen: ['firefox, resource-timing', 'firefox, raw-lines'],
    ids: 'reqname-0067',
  },
  {
    reason:
      'A preflight for an upload listener failed before the request was sent; that it had a body, so that Chromium asks too, isn’t shown.',
    mark: 'open',
    because: [],
    seen: ['firefox, resource-timing', 'firefox, raw-lines'],
    ids: 'xhr-0040',
  },
  {
    reason: 'Chromium would end the header line at the lone carriage return.',
    mark: 'wrong',
    because: [],
    seen: ['firefox, resource-timing', 'firefox, raw-lines'],
    ids: 'acao-0573',
  },
  {
    reason:
      'Firefox leaves out an empty line of Access-Control-Allow-Origin in what it shows, and refuses it.',
    mark: 'open',
    because: [],
    seen: ['firefox, resource-timing'],
    ids: 'acao-0320 random-0707',
  },
  {
    reason:
      'Firefox leaves out an empty line of Access-Control-Allow-Credentials in what it shows; Chromium takes it as a value.',
    mark: 'wrong',
    because: [],
    seen: ['firefox, resource-timing'],
    ids: 'acac-0143',
  },
];

/** The listed cases of one direction by their ids. */
export function notPredictedFrom(seen: Seen): ReadonlyMap<string, NotPredicted> {
  return new Map(
    NOT_PREDICTED.filter((each) => each.seen.includes(seen)).flatMap((each) =>
      each.ids
        .split(/\s+/)
        .filter(Boolean)
        .map((id) => [id, each] as const),
    ),
  );
}
