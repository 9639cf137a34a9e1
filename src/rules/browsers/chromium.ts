import type { Evaluation, Fault, LocatedFault } from '../../fetch/evaluation.ts';
import { assertNever } from '../../model/assert-never.ts';
import { decodeUtf8 } from '../../model/decode-utf8.ts';
import type { Exchange } from '../../model/exchange.ts';
import { getHeader } from '../../model/header-list.ts';
import { parseUrl } from '../../model/url.ts';
import type { Reason } from './chromium-reason.ts';
import { localNetworkReasons } from './local-network-access.ts';
import { headerReadings } from './named-header.ts';
import { type BrowserWords, NO_WORDS, type OpinionWords, type Reading } from './opinion-words.ts';

const PREFLIGHT = "Response to preflight request doesn't pass access control check: ";
const FETCH_TAIL = ' Have the server send the header with a valid value.';
const SCHEMES =
  'chrome, chrome-experimental-site-token-provider, chrome-extension, chrome-untrusted, data, http, https, isolated-app';

export const CHROMIUM_WORDS: BrowserWords = {
  words: chromiumWords,
  readings: (exchange, evaluation) => [
    ...headerReadings(evaluation, (each) => chromiumWords(exchange, each)),
    ...addressSpaceReadings(exchange, evaluation),
  ],
};

/**
 * Chromium's error code, its parameter, and the line that its console prints. webRequest doesn't tell fetch() from
 * XMLHttpRequest: the text is fetch()'s.
 *
 * @returns nothing where Chromium prints no CORS error
 */
function chromiumWords(exchange: Exchange, evaluation: Evaluation): OpinionWords {
  const { fault } = evaluation;
  if (fault === null) return NO_WORDS;
  const unsent = unsentWords(exchange, fault);
  if (unsent !== null) return unsent;
  const kind = kindOf(exchange);
  const reason = reasonOf(exchange, fault, kind);
  return reason === null ? NO_WORDS : framed(reason, exchange, fault, kind);
}

/** What it prints of requests that it doesn't even begin, none of which its words frame as CORS; null of others. */
function unsentWords({ hops, page }: Exchange, fault: LocatedFault): OpinionWords | null {
  if (fault.check !== 'answered') return null;
  const { url } = hops[fault.hop] ?? hops[0];
  if (fault.problem === 'mixed-content') {
    return {
      text: `Mixed Content: The page at '${page ?? ''}' was loaded over HTTPS, but requested an insecure resource '${url}'. This request has been blocked; the content must be served over HTTPS.`,
    };
  }
  const scheme = parseUrl(url)?.protocol.replace(/:$/, '') ?? '';
  if (fault.problem !== 'scheme' || /^https?$/.test(scheme)) return null;
  return {
    code: 'CorsDisabledScheme',
    failedParameter: scheme,
    text: `Fetch API cannot load ${url}. URL scheme "${scheme}" is not supported.`,
  };
}

function framed(
  { code, parameter, text }: Reason,
  exchange: Exchange,
  fault: LocatedFault,
  kind: string,
): OpinionWords {
  return { code, failedParameter: parameter, text: `${frame(exchange, fault, kind)}${text}` };
}

function addressSpaceReadings(exchange: Exchange, { fault }: Evaluation): readonly Reading[] {
  if (fault?.check !== 'answered' && fault?.check !== 'preflight-answered') return [];
  if (fault.problem !== 'local-network-access') return [];
  const reasons = localNetworkReasons(exchange, fault);
  if (reasons.length < 2) return [];
  const kind = kindOf(exchange);
  return reasons.map((reason) => ({
    if: 'names-these-address-spaces',
    ...framed(reason, exchange, fault, kind),
  }));
}

function frame(exchange: Exchange, fault: LocatedFault, kind: string): string {
  const [first] = exchange.hops;
  const hopUrl = exchange.hops[fault.hop]?.url ?? first.url;
  const toOtherScheme = fault.check === 'redirect-location' && fault.problem === 'scheme';
  const at = toOtherScheme ? (parseUrl(fault.location, hopUrl)?.href ?? fault.location) : hopUrl;
  const redirected = fault.hop > 0 || toOtherScheme ? ` (redirected from '${first.url}')` : '';
  return `Access to ${kind} at '${at}'${redirected} from origin '${exchange.initiator}' has been blocked by CORS policy: `;
}

/** What Chromium calls the thing that was loaded. */
function kindOf(exchange: Exchange): string {
  switch (exchange.type) {
    case 'xmlhttprequest':
      return isEventSource(exchange) ? 'resource' : 'fetch';
    case 'script':
      return 'script';
    case 'stylesheet':
      return 'CSS stylesheet';
    case 'image':
      return 'image';
    case 'font':
      return 'font';
    case 'media':
      return 'video';
    case 'beacon':
      return 'resource';
    case 'other':
      return 'link element resource';
    default:
      return assertNever(exchange.type);
  }
}

function isEventSource(exchange: Exchange): boolean {
  const request = exchange.hops[0].request;
  return request !== undefined && getHeader(request.headers, 'accept') === 'text/event-stream';
}

function reasonOf(exchange: Exchange, fault: Fault, kind: string): Reason | null {
  switch (fault.check) {
    case 'allow-origin':
      return allowOriginReason(fault, kind);
    case 'preflight-allow-origin':
      return ofPreflight(allowOriginReason(fault, kind));
    case 'allow-credentials':
      return allowCredentialsReason(fault.value);
    case 'preflight-allow-credentials':
      return ofPreflight(allowCredentialsReason(fault.value));
    case 'preflight-status':
      return reason('PreflightInvalidStatus', '', `${PREFLIGHT}It does not have HTTP ok status.`);
    case 'preflight-redirect':
      // A Location that isn't a URL ends in a network error instead.
      if (fault.location !== null && parseUrl(fault.location, exchange.hops[0].url) === null) return null;
      return reason(
        'PreflightDisallowedRedirect',
        '',
        `${PREFLIGHT}Redirect is not allowed for a preflight request.`,
      );
    case 'preflight-allow-methods-syntax':
      return syntaxReason('Methods');
    case 'preflight-allow-headers-syntax':
      return syntaxReason('Headers');
    case 'preflight-method':
      return reason(
        'MethodDisallowedByPreflightResponse',
        fault.method,
        `Method ${fault.method} is not allowed by Access-Control-Allow-Methods in preflight response.`,
      );
    case 'preflight-headers':
      return reason(
        'HeaderDisallowedByPreflightResponse',
        fault.named,
        `Request header field ${fault.named} is not allowed by Access-Control-Allow-Headers in preflight response.`,
      );
    case 'redirect-location':
      return redirectReason(fault.problem);
    case 'answered':
    case 'preflight-answered':
      return fault.problem === 'local-network-access'
        ? (localNetworkReasons(exchange, fault)[0] ?? null)
        : null;
    default:
      return assertNever(fault);
  }
}

function reason(code: string, parameter: string, text: string): Reason {
  return { code, parameter, text };
}

function ofPreflight(plain: Reason): Reason {
  return reason(`Preflight${plain.code}`, plain.parameter, `${PREFLIGHT}${plain.text}`);
}

type AllowOriginFault = Extract<Fault, { check: 'allow-origin' | 'preflight-allow-origin' }>;

function allowOriginReason(fault: AllowOriginFault, kind: string): Reason {
  const header = "'Access-Control-Allow-Origin' header";
  const tail = kind === 'fetch' ? FETCH_TAIL : '';
  const parameter = parameterOf(fault.value);
  const value = escaped(fault.value);
  switch (fault.problem) {
    case 'missing':
      return reason('MissingAllowOriginHeader', '', `No ${header} is present on the requested resource.`);
    case 'multiple':
      return reason(
        'MultipleAllowOriginValues',
        parameter,
        `The ${header} contains multiple values '${value}', but only one is allowed.${tail}`,
      );
    case 'invalid':
      return reason(
        'InvalidAllowOriginValue',
        parameter,
        `The ${header} contains the invalid value '${value}'.${tail}`,
      );
    case 'mismatch':
      return reason(
        'AllowOriginMismatch',
        parameter,
        `The ${header} has a value '${value}' that is not equal to the supplied origin.${tail}`,
      );
    case 'wildcard-with-credentials':
      return reason(
        'WildcardOriginNotAllowed',
        '',
        `The value of the ${header} in the response must not be the wildcard '*' when the request's credentials mode is 'include'.`,
      );
    default:
      return assertNever(fault.problem);
  }
}

function allowCredentialsReason(raw: string | null): Reason {
  return reason(
    'InvalidAllowCredentials',
    parameterOf(raw),
    `The value of the 'Access-Control-Allow-Credentials' header in the response is '${escaped(raw)}' which must be 'true' when the request's credentials mode is 'include'.`,
  );
}

function syntaxReason(list: 'Methods' | 'Headers'): Reason {
  return reason(
    `InvalidAllow${list}PreflightResponse`,
    '',
    `Cannot parse Access-Control-Allow-${list} response header field in preflight response.`,
  );
}

function redirectReason(problem: 'credentials-in-url' | 'scheme'): Reason {
  if (problem === 'scheme') {
    return reason(
      'CorsDisabledScheme',
      '',
      `Cross origin requests are only supported for protocol schemes: ${SCHEMES}.`,
    );
  }
  // Chromium leaves the URL out of its own message.
  return reason(
    'RedirectContainsCredentials',
    '',
    "Redirect location '' contains a username and password, which is disallowed for cross-origin requests.",
  );
}

/** The protocol's parameter is UTF-8, and empty if the bytes weren't. */
function parameterOf(value: string | null): string {
  const { text, valid } = decodeUtf8(value ?? '');
  return valid ? text : '';
}

/** The console prints each byte that isn't printable ASCII by its number. */
function escaped(value: string | null): string {
  return (value ?? '').replace(
    /[^\x20-\x7e]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`,
  );
}
