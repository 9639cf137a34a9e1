import { isCorsSafelistedMethod } from '../../../src/fetch/cors-safelisted-method.ts';
import { isRedirectStatus } from '../../../src/fetch/http-redirect-fetch.ts';
import { normalizeMethod } from '../../../src/fetch/normalize-method.ts';
import { ORIGINS, PAGE_URL, pathOf } from './addresses.ts';
import type { AnswerChange } from './answer-change.ts';
import type { Draft, DraftRequest, LocatedChange, Target } from './draft.ts';
import type { Answer, OracleCase, OracleRequest } from './oracle-case.ts';

const ID = 'generated';

/** Makes a case of a draft: the request as its API allows it, right answers to all of it, and the changes to these. */
export function buildCase(draft: Draft): OracleCase {
  const request = possible(draft.request);
  const stops: readonly Target[] = [draft.target, ...draft.redirects.map(({ to }) => to)];
  const pageOrigin = draft.opaquePage ? 'null' : ORIGINS.page;
  const origins = originsSent(stops, pageOrigin);
  const hops = stops.map(
    (stop, index): HopContext => ({
      host: ORIGINS[stop].replace('http://', ''),
      next: pathOf(ID, index + 1),
      origin: origins[index] ?? pageOrigin,
      method: normalizeMethod(request.method),
      names: request.headers.map(([name]) => name.toLowerCase()),
    }),
  );
  const answers = hops.map((hop, index) => {
    const redirect = draft.redirects[index];
    const next = stops[index + 1];
    const response =
      redirect === undefined || next === undefined
        ? rightResponse(hop, request, draft)
        : { ...rightRedirect(hop, request, draft, redirect.status), location: ORIGINS[next] + hop.next };
    return { preflight: rightPreflight(hop, request, draft), response };
  });
  const changes = possibleChanges(draft);
  const changed = answers.map(({ preflight, response }, index) => {
    const hop = hops[index];
    if (hop === undefined) return { preflight, response };
    const on = index < draft.redirects.length ? 'redirect' : 'response';
    return {
      preflight: changesAt(changes, 'preflight', index, hops.length).reduce(
        (answer, change) => applied(answer, change, hop),
        preflight,
      ),
      response: changesAt(changes, on, index, draft.redirects.length).reduce(
        (answer, change) => applied(answer, change, hop),
        response,
      ),
    };
  });
  const preflights = changed.map(({ preflight }) => preflight);
  const [first = { status: 204, headers: [] }] = preflights;
  return {
    id: ID,
    group: 'live',
    note: '',
    page: { origin: pageOrigin, kind: draft.opaquePage ? 'opaque' : 'normal', url: PAGE_URL },
    request: { ...request, url: ORIGINS[draft.target] + pathOf(ID, 0) },
    server: {
      preflight: first,
      ...(preflights.length > 1 && { hopPreflights: preflights }),
      responses: changed.map(({ response }) => response),
    },
  };
}

interface HopContext {
  readonly host: string;
  /** The path of the next hop. */
  readonly next: string;
  /** The Origin that the request sends. */
  readonly origin: string;
  readonly method: string;
  readonly names: readonly string[];
}

/** What the API can send: the rest would be refused by it before there is a request. */
function possible({ bodyType, uploadListener, ...draft }: DraftRequest): Omit<OracleRequest, 'url'> {
  const bodiless = ['GET', 'HEAD'].includes(normalizeMethod(draft.method));
  const isFetch = draft.api === 'fetch';
  const isXhr = draft.api === 'xhr';
  // Only these have a way without CORS; the others have no way with another mode.
  const hasNoCors = isFetch || ['img', 'script', 'css'].includes(draft.api);
  const noCors = draft.mode === 'no-cors' && hasNoCors;
  const simple = !noCors || isCorsSafelistedMethod(normalizeMethod(draft.method));
  return {
    ...draft,
    ...(isXhr && { headers: eachOnce(draft.headers) }),
    method: simple ? draft.method : 'GET',
    mode: noCors || (isFetch && draft.mode === 'same-origin') ? draft.mode : 'cors',
    credentials: isXhr && draft.credentials === 'omit' ? 'same-origin' : draft.credentials,
    ...(draft.api === 'font' && { credentials: 'same-origin' as const }),
    redirect: isFetch ? draft.redirect : 'follow',
    ...(bodyType !== null && !bodiless && simple && { bodyType }),
    ...(isXhr && uploadListener && { uploadListener }),
  };
}

/** Without those that make a request fail by something other than CORS, so that nothing of CORS can be told. */
function possibleChanges({ request, changes }: Draft): readonly LocatedChange[] {
  const isScripted = request.api === 'fetch' || request.api === 'xhr';
  return changes.filter(({ on, change }) => {
    // An element takes a status for its failure.
    if (change.kind === 'status' && on === 'response' && !isScripted) return false;
    // A page that forbids redirects ends at any.
    const redirects =
      change.kind === 'location' || (change.kind === 'status' && isRedirectStatus(change.status));
    return !redirects || possible(request).redirect === 'follow';
  });
}

function eachOnce(headers: DraftRequest['headers']): DraftRequest['headers'] {
  return headers.filter(
    ([name], index) => headers.findIndex(([each]) => each.toLowerCase() === name.toLowerCase()) === index,
  );
}

/** The Origin of each hop: `null` from where a redirect between other origins has led. */
function originsSent(stops: readonly Target[], pageOrigin: string): readonly string[] {
  let tainted = false;
  let cors = false;
  return stops.map((stop, index) => {
    const before = stops[index - 1];
    if (before !== undefined && cors && before !== stop) tainted = true;
    if (ORIGINS[stop] !== pageOrigin) cors = true;
    return tainted ? 'null' : pageOrigin;
  });
}

type Headers = Answer['headers'];

function allowing({ origin }: HopContext, { credentials }: { credentials: string }, draft: Draft): Headers {
  if (credentials === 'include') {
    return [
      ['Access-Control-Allow-Origin', origin],
      ['Access-Control-Allow-Credentials', 'true'],
    ];
  }
  return [['Access-Control-Allow-Origin', draft.right.wildcard ? '*' : origin]];
}

function rightPreflight(hop: HopContext, request: Omit<OracleRequest, 'url'>, draft: Draft): Answer {
  const names = request.bodyType === 'blob-json' ? [...hop.names, 'content-type'] : hop.names;
  return {
    status: draft.right.preflightStatus,
    headers: [
      ...allowing(hop, request, draft),
      ...(isCorsSafelistedMethod(hop.method)
        ? []
        : ([['Access-Control-Allow-Methods', hop.method]] as const)),
      ...(names.length === 0 ? [] : ([['Access-Control-Allow-Headers', names.join(', ')]] as const)),
    ],
  };
}

function rightRedirect(
  hop: HopContext,
  request: Omit<OracleRequest, 'url'>,
  draft: Draft,
  status: number,
): Answer {
  return { status, headers: [...allowing(hop, request, draft), ['Cache-Control', 'no-store']] };
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  img: 'image/svg+xml',
  script: 'text/javascript',
  module: 'text/javascript',
  css: 'text/css',
  font: 'font/ttf',
  eventsource: 'text/event-stream',
};

function rightResponse(hop: HopContext, request: Omit<OracleRequest, 'url'>, draft: Draft): Answer {
  const exposed = draft.right.exposed.map((value) => ['Access-Control-Expose-Headers', value] as const);
  return {
    status: 200,
    headers: [
      ...allowing(hop, request, draft),
      ...exposed,
      ['X-A', '1'],
      ['X-B', '2'],
      ['ETag', '"e"'],
      ['Set-Cookie', 'z=1; Max-Age=0'],
      ['Content-Type', CONTENT_TYPES[request.api] ?? 'text/plain'],
      ['Cache-Control', 'no-store'],
    ],
  };
}

function changesAt(
  changes: readonly LocatedChange[],
  on: LocatedChange['on'],
  hop: number,
  count: number,
): readonly AnswerChange[] {
  return changes.flatMap((each) => {
    if (each.on !== on) return [];
    // There is one response, and as many redirects as there are.
    return on === 'response' || each.at % count === hop ? [each.change] : [];
  });
}

function applied(answer: Answer, change: AnswerChange, hop: HopContext): Answer {
  switch (change.kind) {
    case 'header': {
      const others = answer.headers.filter(([name]) => name !== change.name);
      const lines = change.lines.map((line) => [change.name, filledIn(line, hop)] as const);
      return { ...answer, headers: [...lines, ...others] };
    }
    case 'status': {
      const { location: _, ...rest } = answer;
      const location = change.location;
      return {
        ...rest,
        status: change.status,
        ...(location !== undefined && { location: filledIn(location, hop) }),
      };
    }
    case 'location':
      return { ...answer, location: filledIn(change.location, hop) };
    case 'abort':
      return { ...answer, abort: change.how };
  }
}

function filledIn(text: string, { origin, method, names, host, next }: HopContext): string {
  const values: Readonly<Record<string, string>> = {
    origin,
    ORIGIN: origin.toUpperCase(),
    method,
    METHOD: method.toUpperCase(),
    'lower-method': method.toLowerCase(),
    names: names.join(', '),
    NAMES: names.join(',').toUpperCase(),
    host,
    next,
  };
  return text.replaceAll(/\{([\w-]+)\}/g, (whole, name: string) => values[name] ?? whole);
}
