import type { Exchange, Hop, HttpRequest, HttpResponse } from '../model/exchange.ts';
import { maskError, maskHeaderLine, maskUrl } from '../model/mask-secrets.ts';
import { containsToken } from '../model/secret-patterns.ts';
import { finish } from '../model/steps.ts';
import type { Report } from './report.ts';

/** Something in a report that looks like a secret. Masking can't tell a secret id from the others; a person can. */
export interface SecretWarning {
  readonly what: SecretKind;
  /** The exchange's id; absent where it is in none. */
  readonly exchange?: string;
  /** The field, such as `exchanges.0.hops.0.url`, with a header's name in it; `line 3` of a text. */
  readonly at: string;
  /** Its beginning and its length, never the whole: `9f86… (64 characters)`. */
  readonly excerpt: string;
}

/**
 * - `unmasked`: what the recorder would have masked; the report came from elsewhere.
 * - `token`: a JSON Web Token, or a key that says by its prefix whose it is.
 * - `user-info`: a user name or password in a URL.
 * - `email`: an e-mail address.
 * - `session-id`: what follows the name of a session, in a path or a parameter.
 * - `random`: a long text without any words, as keys and links that let whoever has them in are.
 */
export type SecretKind = 'unmasked' | 'token' | 'user-info' | 'email' | 'session-id' | 'random';

interface Look {
  readonly text: string;
  readonly at: string;
  readonly exchange?: string;
  /** How the recorder masks it: as the value of the header of that name, or as something else. */
  readonly as: 'url' | 'error' | 'line' | 'configuration' | { readonly header: string };
}

/**
 * What still looks like a secret in a report, or in a text that it was written as, in the order in which it stands there,
 * each once. It is no proof that there is none.
 */
export function secretWarnings(input: Report | string): readonly SecretWarning[] {
  return finish(secretWarningsInSteps(input));
}

/** The same in steps: yields after each text that it has looked at. */
export function* secretWarningsInSteps(
  input: Report | string,
): Generator<undefined, readonly SecretWarning[]> {
  const found: SecretWarning[] = [];
  const seen = new Set<string>();
  // Most texts of a report are in many of its exchanges.
  const clean = new Set<string>();
  for (const look of typeof input === 'string' ? looksAtText(input) : looksAtReport(input)) {
    const text = `${typeof look.as === 'string' ? look.as : `${look.as.header}:`} ${look.text}`;
    const warnings = clean.has(text) ? [] : warningsOf(look);
    if (warnings.length === 0) clean.add(text);
    for (const warning of warnings) {
      const { what, excerpt, exchange, at } = warning;
      const key = JSON.stringify([what, excerpt, exchange ?? at]);
      if (seen.has(key)) continue;
      seen.add(key);
      found.push(warning);
    }
    yield;
  }
  return found;
}

function* looksAtText(text: string): Generator<Look> {
  for (const [index, line] of text.split('\n').entries()) {
    yield { text: line, at: `line ${index + 1}`, as: 'line' };
  }
}

function* looksAtReport({ exchanges, context = [], page, configurations = [] }: Report): Generator<Look> {
  if (page !== null) yield urlAt(page, 'page');
  for (const [index, exchange] of exchanges.entries()) yield* looksAtExchange(exchange, `exchanges.${index}`);
  for (const [index, exchange] of context.entries()) yield* looksAtExchange(exchange, `context.${index}`);
  for (const [index, { snippets }] of configurations.entries()) {
    for (const [number, { text }] of snippets.entries()) {
      const at = `configurations.${index}.snippets.${number}.text`;
      yield { text, at, as: 'configuration' };
    }
  }
}

function* looksAtExchange(exchange: Exchange, at: string): Generator<Look> {
  const { id, page, initiator, hops, outcome, startedBy = [] } = exchange;
  for (const look of [
    urlAt(initiator, `${at}.initiator`),
    ...(page === undefined ? [] : [urlAt(page, `${at}.page`)]),
    ...hops.flatMap((hop, index) => [...looksAtHop(hop, `${at}.hops.${index}`)]),
    ...(outcome.state === 'error' ? [errorAt(outcome.error, `${at}.outcome.error`)] : []),
    ...startedBy.map(({ url }, index) => urlAt(url, `${at}.startedBy.${index}.url`)),
  ]) {
    yield { ...look, exchange: id };
  }
}

function* looksAtHop(hop: Hop, at: string): Generator<Look> {
  const { url, redirectUrl, request, unsentRequest, response, preflight } = hop;
  yield urlAt(url, `${at}.url`);
  if (redirectUrl !== undefined) yield urlAt(redirectUrl, `${at}.redirectUrl`);
  yield* looksAtHeaders(request, `${at}.request`);
  yield* looksAtHeaders(unsentRequest, `${at}.unsentRequest`);
  yield* looksAtHeaders(response, `${at}.response`);
  yield* looksAtHeaders(preflight?.request, `${at}.preflight.request`);
  yield* looksAtHeaders(preflight?.response, `${at}.preflight.response`);
  if (preflight?.error !== undefined) yield errorAt(preflight.error, `${at}.preflight.error`);
}

/** Headers in which standards and servers put hashes, traces and ids of requests. */
const USUALLY_RANDOM =
  /^(?:access-control-.*|sec-.*|etag|if-none-match|if-match|traceparent|tracestate|b3|x-b3-.*|baggage|sentry-trace|cf-ray|content-security-policy.*|.*digest|content-md5|.*-id|.*-id-\d|.*trace.*|x-datadog-.*|newrelic|via|user-agent|x-client-data|report-to|nel|reporting-endpoints|alt-svc|server|server-timing|x-served-by|x-timer|set-cookie|cookie|permissions-policy|content-type|accept)$/;

function* looksAtHeaders(message: HttpRequest | HttpResponse | undefined, at: string): Generator<Look> {
  for (const [header, text] of message?.headers ?? []) {
    yield { text, at: `${at}.headers.${header}`, as: { header } };
  }
}

function urlAt(url: string, at: string): Look {
  return { text: url, at, as: 'url' };
}

function errorAt(error: string, at: string): Look {
  return { text: error, at, as: 'error' };
}

/** What the recorder's masking makes of it. */
function maskedOf({ text, as }: Look): string {
  if (as === 'url') return maskUrl(text);
  if (as === 'error') return maskError(text);
  return typeof as === 'string' ? text : maskHeaderLine([as.header, text])[1];
}

/** Whether random text is usual there: hashes, ids of requests. */
function isRandomUsual({ as }: Look): boolean {
  return typeof as === 'string'
    ? as === 'error' || as === 'configuration'
    : USUALLY_RANDOM.test(as.header.toLowerCase());
}

const USER_INFO = /:\/\/(?!masked-\d+(?::(?:masked-\d+)?)?@)([^/?#\s@"'<>]{1,256})@/g;
const EMAIL =
  /[a-z0-9][a-z0-9._+-]{0,63}(?:@|%40)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){0,5}\.[a-z]{2,24}(?![a-z0-9-])/gi;
/** `logo@2x.png`, `pkg@1.2.3.js`: the names of files. */
const FILE = /\.(?:png|jpe?g|gif|svg|webp|avif|css|m?js|map|json|html?|woff2?)$/i;
const SESSION =
  /(?:^|[;/?&])(?:jsessionid|phpsessid|aspsessionid\w{0,16}|cfid|cftoken|sessionid|session|sess|sid)[=/](?!masked-\d)([\w.!~-]{8,})/gi;
/** @see https://learn.microsoft.com/en-us/dotnet/api/system.web.sessionstate.sessionidmanager */
const ASP_SESSION = /\/\((?:[A-Z]\([\w-]{8,}\))+\)(?=\/|$)/g;
const TOKEN_RUN = /[\w-]+(?:\.[\w-]+)*/g;
/** Maximal runs of the characters of base64 and hexadecimal digits, with the ending of a file's name if they have one. */
const RUN = /[A-Za-z0-9_+-]{20,}={0,2}(?:\.\w{1,5}(?![\w.]))?/g;
/**
 * The hash of a public file, such as that of its own styles in the policy of a report in HTML.
 *
 * @see https://www.w3.org/TR/CSP3/#grammardef-hash-source
 */
const INTEGRITY = /\bsha(?:256-[\w+/-]{43}=?|384-[\w+/-]{64}|512-[\w+/-]{86}={0,2})(?![\w+/=-])/g;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function warningsOf(look: Look): readonly SecretWarning[] {
  const { text, at, exchange } = look;
  const warn = (what: SecretKind, secret: string): SecretWarning => ({
    what,
    ...(exchange === undefined ? {} : { exchange }),
    at,
    excerpt: excerptOf(secret),
  });
  const tokens = (text.match(TOKEN_RUN) ?? []).filter(containsToken);
  const users = [...text.matchAll(USER_INFO)].map(([, user = '']) => user);
  const sessions = [
    ...[...text.matchAll(SESSION)].map(([, id = '']) => id).filter(looksLikeId),
    ...(text.match(ASP_SESSION) ?? []),
  ];
  const addresses = (text.match(EMAIL) ?? []).filter(
    (address) => !FILE.test(address) && !isUser(address, users),
  );
  const randoms = isRandomUsual(look) ? [] : (text.replace(INTEGRITY, '').match(RUN) ?? []).filter(isRandom);
  const told = [...tokens, ...users, ...sessions];
  const warnings = [
    ...tokens.map((each) => warn('token', each)),
    ...users.map((each) => warn('user-info', each)),
    ...sessions.map((each) => warn('session-id', each)),
    ...addresses.map((each) => warn('email', each)),
    ...randoms
      .filter((each) => !told.some((other) => other.includes(each)))
      .map((each) => warn('random', each)),
  ];
  return warnings.length === 0 && maskedOf(look) !== text ? [warn('unmasked', text)] : warnings;
}

/** `https://bob@example.com` isn't the address of somebody, nor is a masked one. */
function isUser(address: string, users: readonly string[]): boolean {
  if (/^masked-\d+@/.test(address)) return true;
  return users.some((user) => user !== '' && address.startsWith(`${user.slice(user.lastIndexOf(':') + 1)}@`));
}

/** What follows `/session/` in a path may as well be a word. */
function looksLikeId(id: string): boolean {
  return /\d/.test(id) && /[a-z]/i.test(id) && !UUID.test(id) && changesOf(id) >= 3;
}

/** Whether a long run of characters has no words in it: hexadecimal digits, or letters and digits in no order. */
function isRandom(run: string): boolean {
  // What bundlers name after their contents.
  if (FILE.test(run)) return false;
  const text = run.replace(/\.\w{1,5}$/, '').replace(/=+$/, '');
  if (UUID.test(text)) return false;
  if (/^[0-9a-f]+$/i.test(text)) return text.length >= 32 && /\d/.test(text) && /[a-f]/i.test(text);
  const characters = text.replace(/[^A-Za-z0-9]/g, '').length;
  const digits = text.replace(/\D/g, '').length;
  const rate = changesOf(text) / characters;
  const isMixed = /[a-z]/.test(text) && /[A-Z]/.test(text) && digits > 0;
  if (isMixed) return characters >= 20 && rate > 0.4;
  return characters >= 24 && digits >= 3 && rate > 0.25;
}

/** How often neighbours are of different kinds: a capital, a small letter, a digit. Words have few such places. */
function changesOf(text: string): number {
  const kinds = text
    .replace(/[^A-Za-z0-9]/g, '')
    .replace(/[a-z]/g, 'a')
    .replace(/[A-Z]/g, 'A')
    .replace(/\d/g, '0');
  let changes = 0;
  for (let at = 1; at < kinds.length; at += 1) if (kinds[at] !== kinds[at - 1]) changes += 1;
  return changes;
}

function excerptOf(secret: string): string {
  const shown = secret.slice(0, Math.min(4, Math.floor(secret.length / 4)));
  return `${shown}… (${secret.length} characters)`;
}
