import type {
  CredentialsMode,
  Exchange,
  Hop,
  Observed,
  ObservedIn,
  Outcome,
  Preflight,
  RequestMode,
  RequestType,
} from '../../model/exchange.ts';
import { containsHeader, getHeader } from '../../model/header-list.ts';
import { isSameOrigin } from '../../model/origin.ts';
import type { HarChain } from './har-chains.ts';
import { type HarPages, pageOf } from './har-initiator.ts';
import type { PairedPreflight } from './har-preflights.ts';
import type { HarRecord } from './har-record.ts';
import { requestTypeOf } from './har-request-type.ts';
import { browserOfUserAgent, type HarSource } from './har-source.ts';

export interface ExchangeContext {
  readonly id: string;
  readonly initiator: string;
  readonly pages: HarPages;
  readonly source: HarSource;
  readonly preflights: ReadonlyMap<HarRecord, PairedPreflight>;
}

/** An exchange out of the entries of a request and its redirects. What the HAR doesn't say is `unknown` in it. */
export function exchangeOf(chain: HarChain, context: ExchangeContext): Exchange {
  const { id, initiator, pages, source, preflights } = context;
  const [first] = chain;
  const last = chain.at(-1) ?? first;
  const [firstHop, ...hops] = chain.map((record) => ({
    ...hopOf(record, preflights.get(record)),
    // That an answer names a URL doesn't mean that the browser went there.
    ...(record === last || record.redirect === null ? {} : { redirectUrl: record.redirect.url }),
  }));
  const type = requestTypeOf(first);
  const page = pageOf(first, pages);
  const all = [firstHop ?? hopOf(first, undefined), ...hops] as const;
  return {
    ...common(id, initiator, page),
    type,
    mode: modeOf(chain, all, initiator, type),
    credentials: credentialsOf(chain, initiator),
    hops: all,
    outcome: outcomeOf(last, source),
    startedAt: first.startedAt,
    observedIn: observedInOf(first, source),
  };
}

/** An exchange out of a preflight whose request isn't in the HAR. What came of the request is unknown. */
export function exchangeOfPreflight(record: HarRecord, context: ExchangeContext): Exchange {
  const { id, initiator, pages, source } = context;
  const { url, startedAt, endedAt, askedMethod } = record;
  const paired: PairedPreflight = { record, pairing: { confidence: 'certain', candidates: 1 } };
  return {
    ...common(id, initiator, pageOf(record, pages)),
    type: requestTypeOf({ ...record, resourceType: '' }),
    mode: { value: 'cors', evidence: 'preflight-seen' },
    credentials: NOT_IN_REPORT,
    hops: [{ url, method: askedMethod ?? '', startedAt, preflight: preflightOf(paired) }],
    outcome: { state: 'closed', at: endedAt, reason: 'recorder-stopped' },
    startedAt,
    observedIn: observedInOf(record, source),
  };
}

const NOT_IN_REPORT = { value: 'unknown', reason: 'not-in-report' } as const;

/** The tab and frame of a HAR are nobody's. */
function common(
  id: string,
  initiator: string,
  page: string | undefined,
): Pick<Exchange, 'id' | 'tabId' | 'frameId' | 'initiator' | 'page'> {
  return { id, tabId: 0, frameId: 0, initiator, ...(page === undefined ? {} : { page }) };
}

function hopOf(record: HarRecord, paired: PairedPreflight | undefined): Hop {
  const { url, method, startedAt, request, isSent, response } = record;
  return {
    url,
    method,
    startedAt,
    ...(isSent ? { request } : { unsentRequest: request }),
    ...(response === null ? {} : { response }),
    ...(paired === undefined ? {} : { preflight: preflightOf(paired) }),
  };
}

function preflightOf({ record, pairing }: PairedPreflight): Preflight {
  const { request, response, error, startedAt, endedAt } = record;
  return {
    request,
    ...(response === null ? {} : { response }),
    ...(error === null ? {} : { error, errorFrom: 'network-log' }),
    startedAt,
    endedAt,
    pairing,
  };
}

/**
 * What came of it, by the browser's own account. A proxy has none: then it is as if the recording had stopped when the answer
 * was there, and the rules alone decide.
 */
function outcomeOf(
  { error, endedAt: at, response, redirect }: HarRecord,
  { kind, browser }: HarSource,
): Outcome {
  if (kind === 'proxy') return { state: 'closed', at, reason: 'recorder-stopped' };
  if (error !== null) return { state: 'error', at, error };
  // Where the redirect led isn't in the file.
  if (redirect !== null) return { state: 'closed', at, reason: 'recorder-stopped' };
  if (response !== null) return { state: 'completed', at };
  // Firefox doesn't say why there was no answer; Chromium writes up requests that still run.
  return browser?.engine === 'firefox'
    ? { state: 'error', at, error: '' }
    : { state: 'closed', at, reason: 'recorder-stopped' };
}

/** As the recorder tells it from what was sent; what a browser shows of a request before it is sent proves nothing. */
function modeOf(
  chain: HarChain,
  hops: readonly Hop[],
  initiator: string,
  type: RequestType,
): Observed<RequestMode> {
  const sent = chain.filter(({ isSent }) => isSent);
  for (const { request } of sent) {
    const mode = getHeader(request.headers, 'Sec-Fetch-Mode');
    if (mode === 'cors' || mode === 'no-cors' || mode === 'same-origin') {
      return { value: mode, evidence: 'sec-fetch-mode' };
    }
  }
  if (hops.some(({ preflight }) => preflight !== undefined)) {
    return { value: 'cors', evidence: 'preflight-seen' };
  }
  if (type === 'font') return { value: 'cors', evidence: 'request-type' };
  const read = sent.find(
    ({ method, urlKey }) => (method === 'GET' || method === 'HEAD') && !isSameOrigin(urlKey, initiator),
  );
  if (read === undefined) return NOT_IN_REPORT;
  const hasOrigin = containsHeader(read.request.headers, 'Origin');
  return { value: hasOrigin ? 'cors' : 'no-cors', evidence: 'origin-header' };
}

/** Only a cookie that went to another origin, or what stands for one, proves `include`; its absence proves nothing. */
function credentialsOf(chain: HarChain, initiator: string): Observed<CredentialsMode> {
  for (const { request, isSent, urlKey } of chain) {
    if (!isSent || isSameOrigin(urlKey, initiator)) continue;
    if (containsHeader(request.headers, 'Cookie')) return { value: 'include', evidence: 'cookie-sent' };
    if (containsHeader(request.headers, 'Sec-Fetch-Storage-Access')) {
      return { value: 'include', evidence: 'sec-fetch-storage-access' };
    }
  }
  return NOT_IN_REPORT;
}

/** Where neither the file nor the request says, it is judged by Chromium's rules, as most requests are. */
const UNKNOWN_BROWSER: ObservedIn = { engine: 'chromium', version: '' };

function observedInOf(record: HarRecord, { browser }: HarSource): ObservedIn {
  if (browser !== null && browser.version !== '') return browser;
  const named = browserOf(record);
  if (browser === null) return named ?? UNKNOWN_BROWSER;
  return named?.engine === browser.engine ? named : browser;
}

/** The browser that the request itself names; null if it names none. */
export function browserOf({ request }: HarRecord): ObservedIn | null {
  return browserOfUserAgent(getHeader(request.headers, 'User-Agent') ?? '');
}
