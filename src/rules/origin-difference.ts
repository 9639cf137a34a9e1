import { trimHttpWhitespace } from '../fetch/http-whitespace.ts';
import { decodeUtf8 } from '../model/decode-utf8.ts';
import { isLoopbackHost } from '../model/origin.ts';
import { type ParsedUrl, parseUrl } from '../model/url.ts';
import { isSameSiteByName } from './registrable-domain.ts';

/** What distinguishes the value of Access-Control-Allow-Origin from the origin that it should name. */
export type OriginDifference =
  | 'empty'
  | 'null'
  | 'list'
  | 'placeholder'
  | 'pattern'
  | 'stray-characters'
  | 'not-an-origin'
  | 'trailing-slash'
  | 'path'
  | 'case'
  | 'spelling'
  | 'default-port'
  | 'scheme'
  | 'port'
  | 'www'
  | 'loopback-name'
  | 'other';

/** Words that end up in the header when code meant a setting and sent its name, its absence or its truth. */
const PLACEHOLDER_WORDS =
  /^(undefined|none|nil|true|false|all|any|nan|\[object object\]|origin|self|same-origin|http_origin|(req|request)\.headers\.origin)$/i;
/** The beginnings of names that a template or a configuration file should have filled in, and whole names. */
const UNFILLED = /\{\{|[$%#]\{|\$[a-z_]|^%\w+%$|^__\w+__$|^<.*>$|process\.env\./i;
/** Characters of regular expressions, which may hold commas and spaces of their own. */
const EXPRESSION = /[{}^$\\]/;
/** Characters that no origin has, and that patterns are made of. */
const PATTERN = /[*()[\]|<>]/;
/** What gets around a value, or into it, by quoting, escaping and pasting. */
const STRAY = /[\s"'‘’“”`\\,;\u00ad\u200b-\u200f\u2060\ufeff]/g;

/**
 * Why `value`, one line of Access-Control-Allow-Origin, doesn't equal `origin`, a serialised origin. The values are
 * assumed to differ, and `value` not to be `*`.
 */
export function originDifference(value: string, origin: string): OriginDifference {
  const text = trimHttpWhitespace(decodeUtf8(value).text);
  if (text === '') return 'empty';
  if (text === 'null') return 'null';
  if (text.replace(STRAY, '') === origin) return 'stray-characters';
  if (PLACEHOLDER_WORDS.test(text) || UNFILLED.test(text)) return 'placeholder';
  if (EXPRESSION.test(text)) return 'pattern';
  if (/[,;]/.test(text) || (/\S\s+\S/.test(text) && /[.:*]/.test(text))) return 'list';
  if (PATTERN.test(text.replace(/\[[0-9a-f:.]+\]/i, ''))) return 'pattern';
  const allowed = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? parseUrl(text) : null;
  const sent = parseUrl(origin);
  if (allowed === null || allowed.hostname === '') return 'not-an-origin';
  if (sent === null || allowed.origin === 'null') return 'other';
  return allowed.origin === sent.origin
    ? differenceInSpelling(text, origin)
    : differenceInParts(allowed, sent);
}

/** The same origin, written otherwise than browsers write it. */
function differenceInSpelling(value: string, origin: string): OriginDifference {
  const afterScheme = value.replace(/^[^:]*:\/\//, '');
  if (/[/?#]./.test(afterScheme)) return 'path';
  if (/[/?#]$/.test(afterScheme)) return 'trailing-slash';
  if (/:(80|443)?$/.test(afterScheme)) return 'default-port';
  return value.toLowerCase() === origin ? 'case' : 'spelling';
}

function differenceInParts(allowed: ParsedUrl, sent: ParsedUrl): OriginDifference {
  if (allowed.hostname === sent.hostname) return allowed.protocol === sent.protocol ? 'port' : 'scheme';
  if (isSameSiteByName(allowed.hostname, sent.hostname)) return 'www';
  if (isLoopbackHost(allowed.hostname) && isLoopbackHost(sent.hostname)) return 'loopback-name';
  return 'other';
}
