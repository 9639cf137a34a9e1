import { maskValue } from './mask-marker.ts';
import { containsSecret } from './secret-patterns.ts';

/**
 * What stands between the cookies in one `Set-Cookie` value. A comma is a new cookie if a name and `=` follow; the date
 * in Expires has a comma too, but no name after it.
 */
export const BETWEEN_COOKIES = /(\n|,(?=[ \t]{0,8}[^;,=\s]{1,256}=))/;

/** A `Cookie` header: names stay, values don't. A cookie without a name is all value. */
export function maskCookie(value: string): string {
  return value
    .split(';')
    .map((pair) => maskPair(pair))
    .join(';');
}

/**
 * A `Set-Cookie` header: the cookie's name and its attributes stay, its value doesn't. Several cookies in one value
 * (Firefox joins the lines of a name) are masked each.
 *
 * @see https://httpwg.org/specs/rfc6265.html#set-cookie
 */
export function maskSetCookie(value: string): string {
  return value
    .split(BETWEEN_COOKIES)
    .map((part, index) => (index % 2 === 1 ? part : maskOneSetCookie(part)))
    .join('');
}

function maskOneSetCookie(cookie: string): string {
  const [pair = '', ...attributes] = cookie.split(';');
  return [maskPair(pair), ...attributes.map(maskAttribute)].join(';');
}

function maskPair(pair: string): string {
  const equals = pair.indexOf('=');
  // `dGVzdA==` is a value in base64 without a name, not a cookie whose value is `=`.
  const hasName = equals >= 0 && !/^==+\s*$/.test(pair.slice(equals));
  const start = hasName ? equals + 1 : pair.length - pair.trimStart().length;
  return pair.slice(0, start) + maskValue(pair.slice(start));
}

/** What each attribute may look like. Anything else in its place may be a secret that merely follows a semicolon. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  expires: /^=[\w ,:+-]{0,40}$/,
  'max-age': /^=-?\d{0,20}$/,
  domain: /^=[\w.-]{0,255}$/,
  path: /^=[^,;]{0,1024}$/,
  samesite: /^=\s*(?:strict|lax|none)$/i,
  priority: /^=\s*(?:low|medium|high)$/i,
  secure: /^(?:=(?:true|false)?)?$/i,
  httponly: /^(?:=(?:true|false)?)?$/i,
  partitioned: /^(?:=(?:true|false)?)?$/i,
};

function maskAttribute(attribute: string): string {
  const equals = attribute.indexOf('=');
  const name = (equals < 0 ? attribute : attribute.slice(0, equals)).trim().toLowerCase();
  const rest = equals < 0 ? '' : `=${attribute.slice(equals + 1).trim()}`;
  if (name === '' && rest === '') return attribute;
  const known = Object.hasOwn(ATTRIBUTES, name) && ATTRIBUTES[name]?.test(rest) === true;
  if (known && !containsSecret(rest)) return attribute;
  const gap = attribute.length - attribute.trimStart().length;
  return attribute.slice(0, gap) + maskValue(attribute.slice(gap));
}
