import { cutName, cutText } from './cut-text.ts';
import type { Header, HeaderList } from './header-list.ts';
import { MAX_HEADER_NAME_LENGTH, MAX_HEADER_VALUE_LENGTH } from './limits.ts';
import { maskCookie, maskSetCookie } from './mask-cookies.ts';
import { maskValue } from './mask-marker.ts';
import { maskUrl } from './mask-url.ts';
import { containsSecret, containsToken, isSecretName } from './secret-patterns.ts';

export { isMasked, maskValue } from './mask-marker.ts';
export { maskUrl } from './mask-url.ts';

/**
 * Headers that hold names, origins and policies and no secrets, and whose every character the rules need: the names
 * listed in `Access-Control-Allow-Headers: Authorization, X-Api-Key` must survive.
 */
const NEVER_MASKED =
  /^(?:access-control-.*|sec-fetch-.*|sec-ch-.*|cross-origin-.*|vary|content-type|content-length|content-language|content-encoding|origin|accept|accept-.*|allow|range|timing-allow-origin|clear-site-data|host|date|expires)$/;

/** Headers whose value is one URL. */
const URL_HEADERS = new Set(['location', 'content-location', 'referer', 'sourcemap', 'x-sourcemap']);

/** Headers that speak of keys and tokens (`publickey-credentials-get=()`, `error="invalid_token"`) without holding any. */
const DESCRIBING_HEADERS =
  /^(?:content-security-policy(?:-report-only)?|permissions-policy|feature-policy|document-policy|www-authenticate|proxy-authenticate)$/;

/** A challenge that carries a part of the sign-in itself: the answer in Kerberos', the server's half in NTLM's. */
const CHALLENGE_WITH_TOKEN = /\b(?:negotiate|ntlm)[\t ]+[A-Za-z0-9+/]{16,}={0,2}/gi;

/** What a server gives to be sent back with the answer to its challenge. */
const CHALLENGE_STATE = /\b(nonce|opaque)\s{0,8}=\s{0,8}(?:"((?:[^"\\]|\\.)*)"?|([^",\s]+))/gi;

/** It ends before a semicolon, after which connection strings and policies go on with something else. */
const URL_IN_TEXT = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s<>"'\\;]+/gi;

/**
 * The list with a readable marker in the place of every secret (see `maskValue`): values of Cookie, Set-Cookie,
 * Authorization and of headers whose names say key or token, anything in the form of a token, and the secrets inside
 * URLs. Order, names and number of the lines stay. Names and values beyond the limits are cut, with a note of their length.
 */
export function maskHeaders(headers: HeaderList): HeaderList {
  return headers.map(maskHeaderLine);
}

/** The same for one line: each is masked whatever the others are. */
export function maskHeaderLine([name, value]: Header): Header {
  return [
    cutName(name, MAX_HEADER_NAME_LENGTH),
    // The marker of a short secret is longer than the secret.
    cutText(maskHeader(name.toLowerCase(), value), MAX_HEADER_VALUE_LENGTH),
  ];
}

/** Text outside headers and URLs, such as a status text: masked as a whole if it holds a secret. */
export function maskText(text: string): string {
  return containsSecret(text) ? maskValue(text) : text;
}

/** A browser's error text: only the words that hold a secret are masked, if that is enough. Rules read the others. */
export function maskError(text: string): string {
  return maskText(text.replace(/\S+/g, maskText));
}

function maskHeader(name: string, whole: string): string {
  if (name === 'cookie') return maskCookie(whole);
  if (name === 'set-cookie') return maskSetCookie(whole);
  if (!isHarmlessName(name) && isSecretName(name)) return maskValue(whole);
  // Before it is looked at, because looking takes time.
  const value = cutText(whole, MAX_HEADER_VALUE_LENGTH);
  // An origin has no user, password or query, but what a server sends in its place may.
  if (NEVER_MASKED.test(name)) return maskUrls(value);
  if (URL_HEADERS.has(name)) return maskText(maskUrl(value));
  if (name === 'link') return maskLink(value);
  if (name === 'refresh') return maskRefresh(value);
  if (DESCRIBING_HEADERS.test(name)) return maskDescription(value);
  return maskText(maskUrls(value));
}

/** Whether its own kind says what is secret in it, whatever its name sounds like. */
function isHarmlessName(name: string): boolean {
  return NEVER_MASKED.test(name) || DESCRIBING_HEADERS.test(name) || URL_HEADERS.has(name) || name === 'link';
}

function maskDescription(value: string): string {
  const masked = maskUrls(value)
    .replace(CHALLENGE_WITH_TOKEN, maskValue)
    .replace(
      CHALLENGE_STATE,
      (_, name: string, quoted?: string, token = '') => `${name}="${maskValue(quoted ?? token)}"`,
    );
  return containsToken(masked) ? maskValue(value) : masked;
}

function maskUrls(text: string): string {
  return text.replace(URL_IN_TEXT, (url) => maskUrl(url));
}

/** `<https://a.example/?token=…>; rel=preload`: the targets are masked as URLs. */
function maskLink(value: string): string {
  const parameters = value.replace(/<[^<>]*>/g, '');
  if (containsSecret(parameters)) return maskValue(value);
  return value.replace(/<([^<>]*)>/g, (_, url: string) => `<${maskUrl(url)}>`);
}

/** `5; url=https://a.example/?token=…` @see https://html.spec.whatwg.org/#shared-declarative-refresh-steps */
function maskRefresh(value: string): string {
  const url = /^[\s\d.]{0,32}[;,]?\s{0,8}(?:url\s{0,8}=\s{0,8})?["']?/i.exec(value)?.[0] ?? '';
  return maskText(url + maskUrl(value.slice(url.length)));
}
