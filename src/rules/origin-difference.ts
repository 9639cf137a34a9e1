import { isLoopbackHost } from '../model/origin.ts';
import { type ParsedUrl, parseUrl } from '../model/url.ts';
import { isSameSiteByName } from './registrable-domain.ts';

/** What distinguishes the value of Access-Control-Allow-Origin from the origin that it should name. */
export type OriginDifference =
  | 'empty'
  | 'list'
  | 'placeholder'
  | 'pattern'
  | 'not-an-origin'
  | 'trailing-slash'
  | 'path'
  | 'case'
  | 'default-port'
  | 'scheme'
  | 'port'
  | 'www'
  | 'loopback-name'
  | 'other';

/** Words that end up in the header when code meant a setting and sent its name, its absence or its truth. */
const PLACEHOLDERS = /^(undefined|null|none|nil|true|false|all|any|nan|\[object object\]|origin|self)$/i;
/** Characters of templates and regular expressions, which may hold commas and spaces of their own. */
const TEMPLATE = /[{}^$\\]/;
/** Characters that no origin has, and that patterns and templates are made of. */
const PATTERN = /[*^$\\{}()[\]|%<>]/;

/**
 * Why `value`, one line of Access-Control-Allow-Origin, doesn't equal `origin`, a serialised origin. The values are
 * assumed to differ, and `value` not to be `*`.
 */
export function originDifference(value: string, origin: string): OriginDifference {
  const trimmed = value.trim();
  if (trimmed === '') return 'empty';
  if (TEMPLATE.test(trimmed)) return 'pattern';
  if (trimmed.split(/[\s,;]+/).filter(Boolean).length > 1) return 'list';
  if (PLACEHOLDERS.test(trimmed)) return 'placeholder';
  if (PATTERN.test(trimmed.replace(/\[[0-9a-f:.]+\]/i, ''))) return 'pattern';
  const allowed = /^[a-z][a-z0-9+.-]*:\/\//i.test(trimmed) ? parseUrl(trimmed) : null;
  const sent = parseUrl(origin);
  if (allowed === null || allowed.hostname === '') return 'not-an-origin';
  if (sent === null || allowed.origin === 'null') return 'other';
  return allowed.origin === sent.origin ? differenceInSpelling(trimmed) : differenceInParts(allowed, sent);
}

/** The same origin, written otherwise than browsers write it. */
function differenceInSpelling(value: string): OriginDifference {
  const afterScheme = value.replace(/^[^:]*:\/\//, '');
  if (/[/?#]./.test(afterScheme)) return 'path';
  if (/[/?#]$/.test(afterScheme)) return 'trailing-slash';
  if (/:(80|443)?$/.test(afterScheme)) return 'default-port';
  return 'case';
}

function differenceInParts(allowed: ParsedUrl, sent: ParsedUrl): OriginDifference {
  if (allowed.hostname === sent.hostname) return allowed.protocol === sent.protocol ? 'port' : 'scheme';
  if (isSameSiteByName(allowed.hostname, sent.hostname)) return 'www';
  if (isLoopbackHost(allowed.hostname) && isLoopbackHost(sent.hostname)) return 'loopback-name';
  return 'other';
}
