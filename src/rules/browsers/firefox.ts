import type { Evaluation, Fault, LocatedFault, NetworkProblem } from '../../fetch/evaluation.ts';
import { isRedirectStatus } from '../../fetch/http-redirect-fetch.ts';
import { assertNever } from '../../model/assert-never.ts';
import { decodeUtf8 } from '../../model/decode-utf8.ts';
import type { Exchange, Hop } from '../../model/exchange.ts';
import { getHeader, getHeaderLines, type HeaderList } from '../../model/header-list.ts';
import { parseUrl } from '../../model/url.ts';
import { type BrowserWords, NO_WORDS, type OpinionWords, type Reading } from './opinion-words.ts';

const ALLOW_ORIGIN = 'access-control-allow-origin';
const LONGEST_MESSAGE = 1000;
const NOT_SUCCEEDED = 'CORSDidNotSucceed2';

/** Schemes that Firefox's security manager refuses before its CORS code sees them. */
const REFUSED_EARLIER: ReadonlySet<string> = new Set([
  'blob:',
  'chrome:',
  'data:',
  'file:',
  'javascript:',
  'resource:',
]);

/** Ends of a request for which Firefox prints nothing of CORS. */
const SILENT: ReadonlySet<NetworkProblem> = new Set<NetworkProblem>([
  'aborted',
  'closed-unseen',
  'content-security-policy',
  'mixed-content',
  'unsafe-port',
]);

/** How the end of a connection is reported that closed without an error of its own. */
const WITHOUT_ERROR: ReadonlySet<string> = new Set([
  'NS_ERROR_DOM_BAD_URI',
  'NS_ERROR_NET_ON_RECEIVING_FROM',
]);

export const FIREFOX_WORDS: BrowserWords = { words: firefoxWords, readings: lineReadings };

/**
 * Firefox's console key and text. After the specific message it prints `CORSDidNotSucceed2` once more for failed
 * preflights and redirects; that one says nothing and is left out.
 *
 * @returns nothing where Firefox prints no CORS error
 */
function firefoxWords(exchange: Exchange, evaluation: Evaluation): OpinionWords {
  const { fault } = evaluation;
  if (fault === null) return NO_WORDS;
  const hop = exchange.hops[fault.hop] ?? exchange.hops[0];
  if (redirectsOutOfReach(hop, fault.check)) return notSucceeded(hop.url);
  return wordsOf(exchange, evaluation, fault, hop);
}

function wordsOf(exchange: Exchange, evaluation: Evaluation, fault: LocatedFault, hop: Hop): OpinionWords {
  switch (fault.check) {
    case 'allow-origin':
    case 'preflight-allow-origin':
      return allowOriginWords(fault, hop);
    case 'allow-credentials':
    case 'preflight-allow-credentials':
      return words(
        'CORSMissingAllowCredentials',
        hop.url,
        `expected ‘true’ in CORS header ${header('Credentials')}`,
      );
    case 'preflight-status':
      return withStatus(
        'CORSPreflightDidNotSucceed3',
        hop.url,
        'CORS preflight response did not succeed',
        String(fault.status),
      );
    case 'preflight-redirect':
      return words('CORSExternalRedirectNotAllowed', hop.url, 'CORS request external redirect not allowed');
    case 'preflight-allow-methods-syntax':
      return words(
        'CORSInvalidAllowMethod',
        hop.url,
        `invalid token ${quoted(fault.value)} in CORS header ${header('Methods')}`,
      );
    case 'preflight-allow-headers-syntax':
      return words(
        'CORSInvalidAllowHeader',
        hop.url,
        `invalid token ${quoted(fault.value)} in CORS header ${header('Headers')}`,
      );
    case 'preflight-method':
      return words('CORSMethodNotFound', hop.url, `Did not find method in CORS header ${header('Methods')}`);
    case 'preflight-headers':
      return words(
        'CORSMissingAllowHeaderFromPreflight2',
        hop.url,
        `header ‘${fault.named}’ is not allowed according to header ${header('Headers')} from CORS preflight response`,
      );
    case 'redirect-location':
      return exchange.mode.value === 'cors' ? redirectWords(evaluation, fault, hop) : NO_WORDS;
    case 'answered':
    case 'preflight-answered':
      return networkWords(exchange, evaluation, fault, hop);
    default:
      return assertNever(fault);
  }
}

type AllowOriginFault = Extract<Fault, { check: 'allow-origin' | 'preflight-allow-origin' }>;

function allowOriginWords(fault: AllowOriginFault, hop: Hop): OpinionWords {
  const response = fault.check === 'allow-origin' ? hop.response : hop.preflight?.response;
  switch (fault.problem) {
    case 'missing': {
      const status = response === undefined ? '' : String(response.status);
      return withStatus(
        'CORSMissingAllowOrigin2',
        hop.url,
        `CORS header ${header('Origin')} missing`,
        status,
      );
    }
    case 'wildcard-with-credentials':
      return words(
        'CORSNotSupportingCredentials',
        `‘${hop.url}’`,
        `Credential is not supported if the CORS header ${header('Origin')} is ‘*’`,
      );
    case 'multiple':
      return isInSeveralLines(response?.headers ?? [])
        ? severalLinesWords(hop)
        : mismatchWords(fault.value, hop);
    case 'invalid':
    case 'mismatch':
      return mismatchWords(fault.value, hop);
    default:
      return assertNever(fault.problem);
  }
}

/** Firefox counts only lines whose names are written alike; others it joins and finds that they don't match. */
function isInSeveralLines(headers: HeaderList): boolean {
  const written = headers.map(([name]) => name).filter((name) => name.toLowerCase() === ALLOW_ORIGIN);
  return written.length > 1 && written.every((name) => name === written[0]);
}

/**
 * What it may say of several origins in one value, where it doesn't show whether they came in one line or in several:
 * it joins lines. None where that isn't the question.
 */
function lineReadings(exchange: Exchange, { fault }: Evaluation): readonly Reading[] {
  if (fault?.check !== 'allow-origin' && fault?.check !== 'preflight-allow-origin') return [];
  const hop = exchange.hops[fault.hop];
  const response = fault.check === 'allow-origin' ? hop?.response : hop?.preflight?.response;
  if (hop === undefined || response?.lines !== 'joined' || redirectsOutOfReach(hop, fault.check)) return [];
  // What Firefox joins lines with; a server may have written it in one.
  if (fault.problem !== 'multiple' || !fault.value?.includes(', ')) return [];
  return [
    { if: 'two-header-lines', ...severalLinesWords(hop) },
    { if: 'one-header-line', ...mismatchWords(fault.value, hop) },
  ];
}

function severalLinesWords(hop: Hop): OpinionWords {
  return words(
    'CORSMultipleAllowOriginNotAllowed',
    hop.url,
    `Multiple CORS header ${header('Origin')} not allowed`,
  );
}

function mismatchWords(value: string | null, hop: Hop): OpinionWords {
  return words(
    'CORSAllowOriginNotMatchingOrigin',
    hop.url,
    `CORS header ${header('Origin')} does not match ${quoted(value ?? '')}`,
  );
}

/**
 * Whether the answer at fault redirects to where Firefox never goes: it gives up before it looks at the headers. Of a
 * preflight, there are places at which it gives up only when it comes to follow the redirect.
 */
function redirectsOutOfReach(hop: Hop, check: LocatedFault['check']): boolean {
  if (check === 'redirect-location' || check === 'answered') return false;
  const response = check.startsWith('preflight-') ? hop.preflight?.response : hop.response;
  if (response === undefined || !isRedirectStatus(response.status)) return false;
  const [location] = getHeaderLines(response.headers, 'location');
  if (location === undefined || location === '') return false;
  const target = parseUrl(location, hop.url);
  if (target === null || REFUSED_EARLIER.has(target.protocol)) return true;
  const isHttp = target.protocol === 'http:' || target.protocol === 'https:';
  const isExternal = !isHttp || target.username !== '' || target.password !== '';
  return isExternal && check === 'preflight-redirect';
}

type LocationFault = Extract<LocatedFault, { check: 'redirect-location' }>;

function redirectWords(evaluation: Evaluation, fault: LocationFault, hop: Hop): OpinionWords {
  const target = parseUrl(fault.location, hop.url);
  if (fault.problem === 'credentials-in-url' || target === null) return notSucceeded(hop.url);
  if (!REFUSED_EARLIER.has(target.protocol)) {
    return words('CORSRequestNotHttp', target.href, 'CORS request not http');
  }
  return isUnderCors(evaluation, fault.hop) ? notSucceeded(hop.url) : NO_WORDS;
}

type NetworkFault = Extract<LocatedFault, { check: 'answered' | 'preflight-answered' }>;

function networkWords(
  exchange: Exchange,
  evaluation: Evaluation,
  fault: NetworkFault,
  hop: Hop,
): OpinionWords {
  if (exchange.mode.value !== 'cors' || SILENT.has(fault.problem)) return NO_WORDS;
  // fetch() with redirect 'manual' or 'error' ends at the redirect without a word.
  const endedByPage =
    fault.problem === 'redirect-refused' && exchange.outcome.state !== 'error' && leadsSomewhere(hop);
  if (endedByPage || !isUnderCors(evaluation, fault.hop)) return NO_WORDS;
  if (fault.problem === 'scheme' && !/^https?:/i.test(hop.url)) {
    const refusedEarlier = REFUSED_EARLIER.has(parseUrl(hop.url)?.protocol ?? '');
    return refusedEarlier ? NO_WORDS : words('CORSRequestNotHttp', hop.url, 'CORS request not http');
  }
  // It looks for a single value in headers that aren't there.
  const isRefused = fault.problem === 'connection-closed' && WITHOUT_ERROR.has(fault.error);
  return isRefused ? severalLinesWords(hop) : notSucceeded(hop.url);
}

/** Whether the redirect's target is a URL at all. */
function leadsSomewhere({ url, response }: Hop): boolean {
  const location = getHeader(response?.headers ?? [], 'location');
  return location === null || parseUrl(location, url) !== null;
}

function isUnderCors(evaluation: Evaluation, hop: number): boolean {
  return evaluation.steps.some((step) => step.hop === hop && step.check === 'allow-origin');
}

function notSucceeded(url: string): OpinionWords {
  return withStatus(NOT_SUCCEEDED, url, 'CORS request did not succeed', '(null)');
}

function header(name: string): string {
  return `‘Access-Control-Allow-${name}’`;
}

function quoted(value: string): string {
  return `‘${decodeUtf8(value).text}’`;
}

function words(code: string, url: string, why: string): OpinionWords {
  return { code, text: cut(`${frame(url)}(Reason: ${why}).`) };
}

function withStatus(code: string, url: string, why: string, status: string): OpinionWords {
  return { code, text: cut(`${frame(url)}(Reason: ${why}). Status code: ${status}.`) };
}

/** Firefox cuts its messages. */
function cut(text: string): string {
  return text.slice(0, LONGEST_MESSAGE);
}

function frame(url: string): string {
  return `Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at ${url}. `;
}
