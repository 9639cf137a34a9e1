import type { Exchange, Hop } from '../model/exchange.ts';
import type { Header, HeaderList } from '../model/header-list.ts';
import { isCorsSafelistedMethod } from './cors-safelisted-method.ts';
import { unsafeRequestHeaderDetail } from './cors-safelisted-request-header.ts';
import { corsUnsafeRequestHeaderNames } from './cors-unsafe-request-header-names.ts';
import type { EngineProfile } from './engines.ts';
import type { PreflightNeed, PreflightReason } from './evaluation.ts';
import { isForbiddenRequestHeaderName, mayBeAddedByBrowser } from './forbidden-request-header.ts';
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
  readonly earlier: readonly { readonly need: PreflightNeed }[];
}

const NOT_NEEDED: PreflightNeed = { needed: 'no' };
const UNKNOWN: PreflightNeed = { needed: 'unknown' };

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
 * @see https://fetch.spec.whatwg.org/#concept-http-fetch (step 4.2.1 and the use-CORS-preflight flag)
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
  const values = requestedNames.some(isSafelistedByValue) ? valuesByName(hop.request?.headers ?? []) : null;
  for (const name of requestedNames) {
    if (profile.extraSafelistedRequestHeaders.has(name)) continue;
    because.push({ why: 'header', name, detail: detailOf(name, values?.get(name), profile) });
  }
  if (because.length > 0) return { needed: 'yes', because, seen: 'yes' };
  const before = earlier.at(-1)?.need;
  if (before?.needed === 'yes') {
    // What made the request unsafe was dropped by the redirect; only some engines still ask.
    if (!observing && !profile.preflightsAfterDroppedUnsafePart) return NOT_NEEDED;
    return { needed: 'yes', because: before.because, seen: 'yes' };
  }
  if (requestedNames.length > 0) return NOT_NEEDED;
  if (!observing && !profile.preflightsUploadListenerWithoutBody) return UNKNOWN;
  return { needed: 'yes', because: [{ why: 'upload-listener-or-stream' }], seen: 'yes' };
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

function needByRequest(input: NeedInput): PreflightNeed {
  const { exchange, hop, profile } = input;
  const because: PreflightReason[] = [];
  if (!isCorsSafelistedMethod(hop.method)) because.push({ why: 'method', method: hop.method });
  let ambiguous = hop.request === undefined;
  if (hop.request !== undefined) {
    const settable: Header[] = [];
    for (const header of hop.request.headers) {
      const name = header[0].toLowerCase();
      if (isForbiddenRequestHeaderName(name)) continue;
      if (!mayBeAddedByBrowser(name)) settable.push(header);
      else if (name === 'authorization') ambiguous = true;
    }
    for (const { name, detail } of corsUnsafeRequestHeaderNames(settable, profile)) {
      because.push({ why: 'header', name, detail });
    }
  }
  if (because.length === 0) return needAfterRedirect(input) ?? (ambiguous ? UNKNOWN : NOT_NEEDED);
  const wentThrough = hop.response !== undefined || exchange.outcome.state === 'completed';
  return { needed: 'yes', because, seen: wentThrough ? 'cached' : 'not-seen' };
}

/** Where a redirect dropped what made the request unsafe, some engines ask all the same; null in any other case. */
function needAfterRedirect(input: NeedInput): PreflightNeed | null {
  const before = input.earlier.at(-1)?.need;
  if (input.observing || before?.needed !== 'yes') return null;
  return input.profile.preflightsAfterDroppedUnsafePart ? { ...before, seen: 'not-seen' } : null;
}
