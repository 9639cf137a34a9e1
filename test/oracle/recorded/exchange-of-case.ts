import { isForbiddenRequestHeaderName } from '../../../src/fetch/forbidden-request-header.ts';
import type {
  Exchange,
  Hop,
  HttpResponse,
  Outcome,
  Preflight,
  RequestType,
} from '../../../src/model/exchange.ts';
import type { Header } from '../../../src/model/header-list.ts';
import type { LogEntry, RecordedAnswer, RecordedCase } from './case.ts';
import { parseHeaderLines } from './header-wire.ts';

type RecordedEngine = 'chromium' | 'firefox';

const TYPES: Readonly<Record<string, RequestType>> = {
  fetch: 'xmlhttprequest',
  xhr: 'xmlhttprequest',
  eventsource: 'xmlhttprequest',
  img: 'image',
  script: 'script',
  module: 'script',
  css: 'stylesheet',
  font: 'font',
  beacon: 'beacon',
};

const VERSIONS = { chromium: '156.0.8078.79', firefox: '153.7.0' };

/**
 * What is known of an exchange. `web-request`: what that shows, and nothing else. `resource-timing`: also what the panel
 * can ask the page, whether script could read the response. `raw-lines`: also the header lines apart, as the Network
 * panel's HAR has them; only Firefox's webRequest joins them.
 */
export type View = 'web-request' | 'resource-timing' | 'raw-lines';

/**
 * The exchange that webRequest would have shown to the extension: only the requests that the server saw, and the
 * answers to exactly those. Null if there was nothing to see.
 */
export function exchangeOfCase(
  recorded: RecordedCase,
  engine: RecordedEngine,
  view: View = 'web-request',
): Exchange | null {
  const log = recorded.truth[engine].serverLog;
  const lines = engine === 'firefox' && view !== 'raw-lines' ? 'joined' : 'apart';
  const hops = log.length === 0 ? unansweredHops(recorded, engine) : hopsOf(recorded, engine, log, lines);
  const [first, ...rest] = hops;
  if (first === undefined) return null;
  return {
    id: recorded.id,
    tabId: 1,
    frameId: 0,
    initiator: recorded.page.origin,
    page: recorded.page.url,
    type: TYPES[recorded.request.api] ?? 'other',
    mode: { value: recorded.request.mode, evidence: 'sec-fetch-mode' },
    credentials: { value: 'unknown', reason: 'browser-does-not-tell' },
    hops: [first, ...rest],
    outcome: outcomeOf(recorded, engine, hops),
    startedAt: 0,
    observedIn: { engine, version: VERSIONS[engine] },
    ...(view !== 'web-request' && { readableByScript: isReadable(recorded, engine) }),
  };
}

/** What Resource Timing tells the panel: a status of 0 for whatever script may not read. */
function isReadable(recorded: RecordedCase, engine: RecordedEngine): boolean {
  const { ok, type } = recorded.truth[engine];
  return ok && type !== 'opaque' && type !== 'opaqueredirect';
}

/** Chromium refuses local network access before anything is sent, and webRequest shows the request all the same. */
function unansweredHops(recorded: RecordedCase, engine: RecordedEngine): Hop[] {
  if (engine !== 'chromium' || !recorded.group.startsWith('lna')) return [];
  const { url, method, mode } = recorded.request;
  const headers: Header[] = mode === 'cors' ? [['Origin', recorded.page.origin]] : [];
  if (mode === 'cors' && !['GET', 'HEAD', 'POST'].includes(method)) {
    const asked: Header[] = [['Access-Control-Request-Method', method], ...headers];
    const preflight: Preflight = {
      request: { headers: asked },
      startedAt: 0,
      error: 'net::ERR_FAILED',
      pairing: { confidence: 'certain', candidates: 1 },
    };
    return [{ url, method, startedAt: 0, preflight }];
  }
  return [{ url, method, startedAt: 0, request: { headers } }];
}

function hopsOf(
  recorded: RecordedCase,
  engine: RecordedEngine,
  log: readonly LogEntry[],
  lines: HttpResponse['lines'],
): Hop[] {
  const hops: Hop[] = [];
  const last = Math.max(...log.map((entry) => entry.hop));
  let url = recorded.request.url.replace(/#.*$/, '');
  for (let index = 0; index <= last; index += 1) {
    const preflightEntry = log.find((entry) => entry.hop === index && entry.kind === 'preflight');
    const actualEntry = log.find((entry) => entry.hop === index && entry.kind === 'actual');
    const answer = recorded.server.responses[index];
    const preflight =
      preflightEntry && preflightOf(recorded, engine, preflightEntry, actualEntry === undefined, lines);
    const response = actualEntry && answer && responseOf(answer, engine, lines);
    const shown = actualEntry !== undefined || engine === 'firefox';
    const next = redirectUrlOf(answer, url);
    const announced = index < last || announcesRedirect(recorded, engine, next);
    hops.push({
      url,
      method:
        actualEntry?.method ??
        String(preflightEntry?.['access-control-request-method'] ?? recorded.request.method),
      startedAt: index,
      ...(shown && { request: { headers: requestHeaders(recorded, engine, hops, url, actualEntry, index) } }),
      ...(response && { response }),
      ...(preflight && { preflight }),
      ...(announced && response && next !== null && { redirectUrl: next }),
    });
    if (next !== null) url = next;
  }
  const target = hops.at(-1)?.redirectUrl;
  // Chromium starts the request to the other scheme and then refuses it.
  if (engine === 'chromium' && target !== undefined && !target.startsWith('http')) {
    hops.push({ url: target, method: 'GET', startedAt: last + 1 });
  }
  return hops;
}

function redirectUrlOf(answer: RecordedAnswer | undefined, base: string): string | null {
  if (answer?.location === undefined || ![301, 302, 303, 307, 308].includes(Number(answer.status)))
    return null;
  try {
    return new URL(answer.location, base).href.replace(/#.*$/, '');
  } catch {
    return null;
  }
}

/** Whether there is an onBeforeRedirect although no further hop reached a server. */
function announcesRedirect(recorded: RecordedCase, engine: RecordedEngine, next: string | null): boolean {
  if (next === null || recorded.request.redirect !== 'follow')
    return engine === 'chromium' && next !== null && recorded.truth.chromium.corsError === null;
  if (engine === 'firefox') return true;
  return recorded.truth.chromium.corsError === 'CorsDisabledScheme';
}

function preflightOf(
  recorded: RecordedCase,
  engine: RecordedEngine,
  entry: LogEntry,
  isLast: boolean,
  lines: HttpResponse['lines'],
): Preflight {
  const { server, truth } = recorded;
  const answer = server.hopPreflights?.[entry.hop] ?? server.preflight;
  const seen = entry.hop === 0 ? truth[engine].requestHeadersSeenByServer.preflight : null;
  const logged: Header[] = Object.entries(entry).flatMap(([name, value]): Header[] =>
    name === 'origin' || name.startsWith('access-control-') ? [[name, String(value)]] : [],
  );
  const response = responseOf(answer, engine, lines);
  const error = preflightErrorOf(engine, response !== undefined);
  return {
    request: { headers: seen?.map(([name, value]): Header => [name, value]) ?? logged },
    startedAt: 0,
    ...(response && { response }),
    ...(isLast && error !== undefined && { error }),
    pairing: { confidence: 'certain', candidates: 1 },
  };
}

function preflightErrorOf(engine: RecordedEngine, answered: boolean): string | undefined {
  if (engine === 'firefox') return answered ? 'NS_ERROR_DOM_BAD_URI' : 'NS_ERROR_NET_RESET';
  return answered ? undefined : 'net::ERR_FAILED';
}

function responseOf(
  answer: RecordedAnswer,
  engine: RecordedEngine,
  lines: HttpResponse['lines'],
): HttpResponse | undefined {
  if (breaksOff(answer)) return undefined;
  const status = Number(answer.status);
  const location: Header[] = answer.location === undefined ? [] : [['Location', answer.location]];
  // Node adds the length of the body that the test server sends.
  const length: Header[] = [204, 304].includes(status) ? [] : [['Content-Length', '2']];
  return {
    status,
    headers: parseHeaderLines([...answer.headers, ...location, ...length], engine, lines),
    lines,
    receivedAt: 0,
  };
}

/** Whether the connection broke before there was a response; a cut body still leaves one. */
function breaksOff(answer: RecordedAnswer): boolean {
  return answer.abort !== undefined && answer.abort !== null && answer.abort !== 'truncate';
}

/** What the server saw of the first request; later ones are known by what the log kept and what browsers add. */
function requestHeaders(
  recorded: RecordedCase,
  engine: RecordedEngine,
  earlier: readonly Hop[],
  url: string,
  entry: LogEntry | undefined,
  index: number,
): Header[] {
  // The recording left out what the browser always sends; this one tells an EventSource.
  const accept: Header[] = recorded.request.api === 'eventsource' ? [['Accept', 'text/event-stream']] : [];
  const seen = recorded.truth[engine].requestHeadersSeenByServer.actual;
  if (index === 0 && entry !== undefined && seen !== null)
    return [...accept, ...seen.map(([name, value]): Header => [name, value])];
  const settable = recorded.request.headers.filter(
    ([name]) => !isForbiddenRequestHeaderName(name.toLowerCase()),
  );
  const headers: Header[] =
    entry === undefined
      ? settable.filter(([name]) => name.toLowerCase() !== 'authorization' || index === 0)
      : loggedHeaders(settable, entry);
  if (entry?.['origin'] !== undefined) headers.push(['Origin', String(entry['origin'])]);
  if (entry?.['cookie'] !== undefined) headers.push(['Cookie', String(entry['cookie'])]);
  if (isTrustworthy(url)) {
    const urls = [...earlier.map((hop) => hop.url), url];
    const crossSite =
      recorded.page.origin === 'null' || urls.some((each) => siteOf(each) !== siteOf(recorded.page.origin));
    headers.push(['Sec-Fetch-Mode', recorded.request.mode], ['Sec-Fetch-Dest', 'empty']);
    if (crossSite) headers.push(['Sec-Fetch-Site', 'cross-site']);
    if (crossSite && recorded.request.credentials === 'include')
      headers.push(['Sec-Fetch-Storage-Access', 'none']);
  }
  return headers;
}

/** Of those headers, what was really sent: all values of a name in one, with what the body's type may have added. */
function loggedHeaders(headers: readonly Header[], entry: LogEntry): Header[] {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...names].flatMap((name): Header[] => {
    const value = entry[name];
    return value === undefined ? [] : [[name, String(value)]];
  });
}

function isTrustworthy(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' || hostname.endsWith('localhost');
}

/** Scheme and registrable domain; `localhost` counts as a top-level domain. */
function siteOf(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname.split('.').slice(-2).join('.')}`;
}

function outcomeOf(recorded: RecordedCase, engine: RecordedEngine, hops: readonly Hop[]): Outcome {
  return engine === 'chromium' ? chromiumOutcome(recorded, hops) : firefoxOutcome(recorded, hops);
}

function failedWith(error: string): Outcome {
  return { state: 'error', at: 1, error };
}

function chromiumOutcome(recorded: RecordedCase, hops: readonly Hop[]): Outcome {
  const truth = recorded.truth.chromium;
  if (truth.type === 'opaqueredirect') return failedWith('net::ERR_ABORTED');
  if (truth.ok) return { state: 'completed', at: 1 };
  if (
    truth.corsError === 'LocalNetworkAccessPermissionDenied' ||
    truth.corsError === 'InsecureLocalNetwork'
  ) {
    const simple = hops[0]?.preflight === undefined;
    return failedWith(simple ? 'net::ERR_BLOCKED_BY_LOCAL_NETWORK_ACCESS_CHECKS' : 'net::ERR_FAILED');
  }
  if (truth.corsError !== null) return failedWith('net::ERR_FAILED');
  if (recorded.request.redirect === 'error') return failedWith('net::ERR_ABORTED');
  return failedWith(truth.errorText ?? 'net::ERR_FAILED');
}

function firefoxOutcome(recorded: RecordedCase, hops: readonly Hop[]): Outcome {
  const truth = recorded.truth.firefox;
  const last = hops.at(-1);
  if (truth.ok) return { state: 'completed', at: 1 };
  if (last?.response === undefined) {
    const asked = last?.preflight !== undefined;
    return failedWith(asked ? 'NS_ERROR_DOM_BAD_URI' : 'NS_ERROR_NET_RESET');
  }
  if (last.redirectUrl === undefined) return { state: 'completed', at: 1 };
  if (!last.redirectUrl.startsWith('http')) return { state: 'closed', at: 1, reason: 'timeout' };
  return failedWith(hops.length > 20 ? 'NS_ERROR_REDIRECT_LOOP' : 'NS_ERROR_UNEXPECTED');
}
