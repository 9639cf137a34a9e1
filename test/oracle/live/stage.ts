import type { LogEntry } from '../recorded/case.ts';
import { ORIGINS, type Ports, placeOf } from './addresses.ts';
import { type Answer, type OracleCase, preflightAnswerOf } from './oracle-case.ts';
import { FRAME, PAGE } from './page-document.ts';
import { headerOf, type RawRequest } from './raw-request.ts';
import { type RawAnswer, startRawServer } from './raw-server.ts';

/** A request as the server saw it. */
export interface SeenRequest extends RawRequest {
  readonly kind: LogEntry['kind'];
  readonly hop: number;
}

/** The servers that play cases. A case has an id of its own in its URLs, so nothing cached for another counts for it. */
export interface Stage {
  readonly ports: Ports;
  /** From now on, requests with the case's id get the case's answers. */
  put(played: OracleCase): void;
  /** What came in for that id, in order; it is forgotten. */
  take(id: string): readonly SeenRequest[];
  close(): Promise<void>;
}

export async function openStage(): Promise<Stage> {
  const cases = new Map<string, OracleCase>();
  const seen = new Map<string, SeenRequest[]>();

  function answerTo(request: RawRequest): RawAnswer | null {
    const place = placeOf(request.path);
    const played = place === null ? undefined : cases.get(place.id);
    if (place === null || played === undefined) return houseAnswer(request);
    const asks =
      request.method === 'OPTIONS' && headerOf(request, 'access-control-request-method') !== undefined;
    const kind = asks ? 'preflight' : 'actual';
    seen.get(place.id)?.push({ ...request, kind, hop: place.hop });
    const answer = asks ? preflightAnswerOf(played, place.hop) : played.server.responses[place.hop];
    return answer === undefined ? null : rawAnswer(answer, asks ? '' : bodyFor(played, answer));
  }

  const { ports, close } = await startRawServer(answerTo);
  return {
    ports,
    put(played) {
      cases.set(played.id, played);
      seen.set(played.id, []);
    },
    take(id) {
      const requests = seen.get(id) ?? [];
      cases.delete(id);
      seen.delete(id);
      return requests;
    },
    close,
  };
}

function rawAnswer({ status, headers, location, abort }: Answer, body: string): RawAnswer {
  const all = location === undefined ? headers : [...headers, ['Location', location] as const];
  return { status, headers: all, body, ...(abort === undefined ? {} : { abort }) };
}

const BODIES: Readonly<Record<string, string>> = {
  img: '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
  script: 'void 0;',
  module: 'export {};',
  css: 'a {}',
  eventsource: 'data: 1\n\n',
};

/** What the answer to a request has as its body. */
export function bodyFor({ request }: OracleCase, { location }: Answer): string {
  // Chromium holds a redirect's connection until all of it has been read, and reads nothing while the next preflight runs.
  if (location !== undefined) return '';
  return BODIES[request.api] ?? 'ok';
}

/** The pages that send the requests, and the cookies of those who have one. */
export function houseAnswer(request: RawRequest): RawAnswer | null {
  const html = [['Content-Type', 'text/html; charset=utf-8']] as const;
  switch (request.path) {
    case '/page':
      return { status: 200, headers: html, body: PAGE };
    case '/frame':
      return { status: 200, headers: html, body: FRAME };
    case '/cookie': {
      const headers = [
        ['Access-Control-Allow-Origin', headerOf(request, 'origin') ?? ''],
        ['Access-Control-Allow-Credentials', 'true'],
        ['Set-Cookie', 'visitor=1; Path=/; SameSite=None; Secure'],
      ] as const;
      return { status: 200, headers, body: 'ok' };
    }
    default:
      return null;
  }
}

/** Where the page must have been for the cookies. */
export const COOKIE_URLS = [`${ORIGINS.sameSite}/cookie`, `${ORIGINS.withCookie}/cookie`] as const;
