import { originOf } from '../../../src/model/origin.ts';
import type { EngineName } from '../../browsers/browser.ts';
import type { CorsTruth } from '../../browsers/truth.ts';
import type { ChromiumTruth, FirefoxTruth, LogEntry, RecordedCase } from '../recorded/case.ts';
import { type OracleCase, preflightAnswerOf } from './oracle-case.ts';
import type { Performance } from './session.ts';
import type { SeenRequest } from './stage.ts';

/**
 * A played case as one of the recorded table, so that it is scored, printed and kept like one. The browser that didn't
 * play it has nothing to score.
 */
export function asRecordedCase(
  played: OracleCase,
  performances: Readonly<Partial<Record<EngineName, Performance>>>,
): RecordedCase {
  const { chromium, firefox } = performances;
  // What webRequest reports of a broken connection isn't in the table, so there it isn't scored.
  const all = [chromium, firefox].flatMap((each) => each ?? []);
  return {
    ...played,
    group: all.some(brokenRequest) ? 'neterr' : played.group,
    truth: {
      chromium: chromium === undefined ? { ...UNPLAYED, ...NO_CHROMIUM_WORDS } : chromiumTruth(chromium),
      firefox: firefox === undefined ? { ...UNPLAYED, ...NO_FIREFOX_WORDS } : firefoxTruth(firefox),
    },
  };
}

/** The request whose connection broke, if one did. It is the last of its case, but for the browser's own repetitions. */
export function brokenRequest({ played, seen }: Performance): SeenRequest | undefined {
  return seen.find(({ kind, hop }) => {
    const answer = kind === 'preflight' ? preflightAnswerOf(played, hop) : played.server.responses[hop];
    return answer?.abort !== undefined;
  });
}

type CommonTruth = Omit<FirefoxTruth, 'key' | 'keys'>;

const UNPLAYED: CommonTruth = {
  preflighted: false,
  ok: false,
  readable: false,
  consoleText: null,
  exposedHeaders: null,
  phase: 'timeout',
  requestHeadersSeenByServer: { preflight: null, actual: null },
  serverLog: [],
};

const NO_CHROMIUM_WORDS = { corsError: null, failedParameter: null, errorText: null };
const NO_FIREFOX_WORDS = { key: null, keys: [] };

function chromiumTruth(performance: Performance): ChromiumTruth {
  const said = performance.said.find((each) => each.engine === 'chromium');
  return {
    ...commonTruth(performance, said),
    ...(said?.engine === 'chromium'
      ? {
          corsError: said.corsError ?? null,
          failedParameter: said.corsError === undefined ? null : (said.failedParameter ?? ''),
          errorText: said.errorText ?? null,
        }
      : NO_CHROMIUM_WORDS),
  };
}

function firefoxTruth(performance: Performance): FirefoxTruth {
  // It says more than that: an opaque response that it withholds isn't CORS.
  const keys = performance.said.flatMap((each) =>
    each.engine === 'firefox' && each.key.startsWith('CORS') ? [each.key] : [],
  );
  // The general message follows the specific one, if there is one.
  const key = keys.find((each) => each !== 'CORSDidNotSucceed2') ?? keys[0] ?? null;
  const said = performance.said.find((each) => each.engine === 'firefox' && each.key === key);
  return { ...commonTruth(performance, said), key, keys };
}

function commonTruth({ played, result, seen }: Performance, said: CorsTruth | undefined): CommonTruth {
  const ok = result.ok ?? said === undefined;
  const type = typeOf(played, result.type, seen);
  return {
    preflighted: seen.some(({ kind }) => kind === 'preflight'),
    ok,
    readable: ok && type !== 'opaque' && type !== 'opaqueredirect',
    consoleText: isAboutCors(said) ? (said?.consoleText ?? null) : null,
    exposedHeaders: result.exposedHeaders,
    phase: result.phase,
    ...(ok && { type }),
    requestHeadersSeenByServer: {
      preflight: firstHeaders(played, seen, 'preflight'),
      actual: firstHeaders(played, seen, 'actual'),
    },
    serverLog: seen.map((each) => logEntryOf(played, each)),
  };
}

/** Chromium also says that a connection failed, or that a status means an error. */
function isAboutCors(said: CorsTruth | undefined): boolean {
  return said?.engine === 'firefox' || said?.corsError !== undefined;
}

/** The response's type; elements don't tell it, but without CORS it follows from where they have been. */
function typeOf(
  { page, request }: OracleCase,
  told: string | undefined,
  seen: readonly SeenRequest[],
): string {
  if (told !== undefined) return told;
  if (request.mode === 'cors') return request.api;
  const urls = seen.map(({ headers }) => `http://${headers.find(([name]) => name === 'Host')?.[1] ?? ''}/`);
  return urls.every((url) => originOf(url) === page.origin) ? request.api : 'opaque';
}

/** What says nothing of CORS, and differs from one installation to the next. */
const UNTOLD: ReadonlySet<string> = new Set(['accept-encoding', 'connection', 'host', 'priority', 'te']);

/** The headers of the first hop's request of that kind; null if none came. */
function firstHeaders(
  { request }: OracleCase,
  seen: readonly SeenRequest[],
  wanted: SeenRequest['kind'],
): readonly (readonly [string, string])[] | null {
  const first = seen.find(({ kind, hop }) => kind === wanted && hop === 0);
  return first?.headers.filter(([name]) => isTold(name.toLowerCase(), request.api)) ?? null;
}

function isTold(name: string, api: string): boolean {
  // The recorded table leaves out what each EventSource accepts.
  if (name === 'accept' && api === 'eventsource') return false;
  return !UNTOLD.has(name) && !name.startsWith('sec-ch-ua');
}

function logEntryOf({ request }: OracleCase, { kind, hop, method, headers }: SeenRequest): LogEntry {
  const kept = new Set([
    'origin',
    'cookie',
    'content-type',
    ...request.headers.map(([name]) => name.toLowerCase()),
  ]);
  const entry: Record<string, string> = {};
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    if (!kept.has(lower) && !lower.startsWith('access-control-')) continue;
    entry[lower] = entry[lower] === undefined ? value : `${entry[lower]}, ${value}`;
  }
  return { kind, hop, method, ...entry };
}
