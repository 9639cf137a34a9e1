import type { Exchange, Hop } from '../model/exchange.ts';
import { containsHeader, getHeader, type Header, type HeaderList } from '../model/header-list.ts';
import { intendedHeaders } from '../model/intended-headers.ts';
import { isCorsSafelistedMethod } from './cors-safelisted-method.ts';
import { isNeverUnsafe, unsafeRequestHeaderDetail } from './cors-safelisted-request-header.ts';
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts';
import type { EngineProfile } from './engine-profile.ts';
import type { PreflightNeed, PreflightReason } from './evaluation.ts';
import {
  isForbiddenRequestHeaderName,
  isHttpAuthentication,
  mayBeAddedByBrowser,
} from './forbidden-request-header.ts';
import { type HeaderLines, linesOf } from './header-lines.ts';
import { trimHttpWhitespace } from './http-whitespace.ts';

interface NeedInput {
  readonly exchange: Exchange;
  readonly hop: Hop;
  readonly cors: boolean;
  readonly preflightRequest: HeaderLines | null;
  /** The names in its Access-Control-Request-Headers. */
  readonly requestedNames: readonly string[];
  readonly profile: EngineProfile;
  readonly observing: boolean;
  readonly earlier: readonly { readonly hop: Hop; readonly cors: boolean; readonly need: PreflightNeed }[];
}

const NOT_NEEDED: PreflightNeed = { needed: 'no' };
const UNKNOWN: PreflightNeed = { needed: 'unknown' };

const LISTENER = 'upload-listener-or-stream';

/** Headers whose values decide: only for these is the value looked up. */
const VALUE_SAFELISTED: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'range',
]);

/**
 * Whether the request of a hop needs a preflight, and because of what. If a preflight was seen, its own
 * Access-Control-Request-* headers tell; else the request's, without what the browser adds itself.
 *
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch (step 4.1 and the use-CORS-preflight flag)
 */
export function preflightNeedOf(input: NeedInput): PreflightNeed {
  const { exchange, cors, preflightRequest } = input;
  const mode = exchange.mode.value;
  if (!cors) return NOT_NEEDED;
  if (preflightRequest !== null) return needBySeenPreflight(input, preflightRequest);
  if (mode === 'no-cors' || mode === 'same-origin' || mode === 'navigate') return NOT_NEEDED;
  return needByRequest(input);
}

/** The names in an Access-Control-Request-Headers value, which browsers send lower case and sorted. */
export function requestedHeaderNames(preflightRequest: HeaderLines): readonly string[] {
  const names: string[] = [];
  for (const line of linesOf(preflightRequest, 'access-control-request-headers')) {
    for (const item of line.split(',')) {
      const name = trimHttpWhitespace(item).toLowerCase();
      if (name !== '') names.push(name);
    }
  }
  return names;
}

function needBySeenPreflight(input: NeedInput, preflightRequest: HeaderLines): PreflightNeed {
  const { hop, requestedNames, profile, observing, earlier } = input;
  const because: PreflightReason[] = [];
  const method = linesOf(preflightRequest, 'access-control-request-method')[0] ?? hop.method;
  if (!isCorsSafelistedMethod(method)) because.push({ why: 'method', method });
  const values = requestedNames.some(isSafelistedByValue) ? valuesByName(intendedHeaders(hop)) : null;
  for (const name of requestedNames) {
    if (!observing && isNeverUnsafe(name, profile)) continue;
    because.push({ why: 'header', name, detail: detailOf(name, values?.get(name), profile) });
  }
  if (because.length > 0) return { needed: 'yes', because, seen: 'yes' };
  const before = causeBefore(earlier, profile);
  if (before !== null) {
    return needAfterRedirect(before, observing, profile)
      ? { needed: 'yes', because: before, seen: 'yes' }
      : NOT_NEEDED;
  }
  if (requestedNames.length > 0) return NOT_NEEDED;
  if (!observing && !profile.preflightsUploadListenerWithoutBody) {
    const body = hasBody(hop);
    if (body !== true) return body === false ? NOT_NEEDED : UNKNOWN;
  }
  return { needed: 'yes', because: [{ why: LISTENER }], seen: 'yes' };
}

/** Why an earlier hop needed a preflight, or would have across origins; null if none did. */
function causeBefore(
  earlier: NeedInput['earlier'],
  profile: EngineProfile,
): readonly PreflightReason[] | null {
  for (const { hop, cors, need } of earlier.toReversed()) {
    if (need.needed === 'yes') return need.because;
    if (cors) continue;
    const { because } = reasonsOf(hop, profile);
    if (because.length > 0) return because;
  }
  return null;
}

/** Whether an engine asks again although nothing in the request itself calls for it any more. */
function needAfterRedirect(
  before: readonly PreflightReason[],
  observing: boolean,
  profile: EngineProfile,
): boolean {
  // An upload listener isn't dropped by a redirect.
  return observing || profile.preflightsAfterDroppedUnsafePart || before.some(({ why }) => why === LISTENER);
}

/** Undefined if what was sent doesn't tell. */
function hasBody({ method, request }: Hop): boolean | undefined {
  if (method === 'GET' || method === 'HEAD') return false;
  const headers = request?.headers ?? [];
  if (containsHeader(headers, 'content-type')) return true;
  const length = getHeader(headers, 'content-length');
  return length === null ? undefined : length !== '0';
}

function isSafelistedByValue(name: string): boolean {
  return VALUE_SAFELISTED.has(name);
}

function valuesByName(headers: HeaderList): ReadonlyMap<string, string> {
  return new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
}

function detailOf(
  name: string,
  value: string | undefined,
  profile: EngineProfile,
): 'name' | 'value' | 'too-long' | 'total-too-long' {
  const detail = unsafeRequestHeaderDetail(name, value ?? '', profile);
  if (detail !== null && (detail === 'name' || value !== undefined)) return detail;
  // It was asked for, so its value made it unsafe; if each value is fine, together they are too long.
  return value === undefined ? 'value' : 'total-too-long';
}

function needByRequest({ exchange, hop, profile, observing, earlier }: NeedInput): PreflightNeed {
  const { because, ambiguous } = reasonsOf(hop, profile);
  if (because.length > 0) {
    const wentThrough = hop.response !== undefined || exchange.outcome.state === 'completed';
    return { needed: 'yes', because, seen: wentThrough ? 'cached' : 'not-seen' };
  }
  const before = observing ? null : causeBefore(earlier, profile);
  if (before !== null && needAfterRedirect(before, observing, profile)) {
    return { needed: 'yes', because: before, seen: 'not-seen' };
  }
  return ambiguous ? UNKNOWN : NOT_NEEDED;
}

interface Reasons {
  readonly because: readonly PreflightReason[];
  /** It can't be told whether there are more. */
  readonly ambiguous: boolean;
}

/** What in a request itself calls for a preflight, without what the browser adds. */
function reasonsOf(hop: Hop, profile: EngineProfile): Reasons {
  const because: PreflightReason[] = [];
  if (!isCorsSafelistedMethod(hop.method)) because.push({ why: 'method', method: hop.method });
  if (hop.request === undefined) return { because, ambiguous: true };
  let ambiguous = false;
  const settable: Header[] = [];
  for (const header of hop.request.headers) {
    const name = header[0].toLowerCase();
    if (isForbiddenRequestHeaderName(name)) continue;
    if (!mayBeAddedByBrowser(name)) settable.push(header);
    else if (name === 'authorization') {
      if (isHttpAuthentication(header[1])) ambiguous = true;
      else settable.push(header);
    }
  }
  for (const { name, detail } of corsUnsafeRequestHeaderNames(settable, profile)) {
    because.push({ why: 'header', name, detail });
  }
  return { because, ambiguous };
}
