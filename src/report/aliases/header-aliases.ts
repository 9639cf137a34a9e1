import type { Header, HeaderList } from '../../model/header-list.ts';
import { BETWEEN_COOKIES } from '../../model/mask-cookies.ts';
import { PLATFORMS } from '../../rules/responder/platforms.ts';
import { isOfInfrastructure } from '../../rules/set-cookies.ts';
import type { AliasTable } from './alias-table.ts';
import type { HostAliases } from './host-aliases.ts';
import { isRedacted } from './redacted.ts';
import type { TextAliases } from './text-aliases.ts';
import type { UrlAliases } from './url-aliases.ts';

/** Headers that name origins, or should. */
const ORIGINS = new Set(['origin', 'access-control-allow-origin', 'timing-allow-origin']);

/** Headers whose value is one URL. */
const URLS = new Set(['location', 'content-location', 'referer']);

/**
 * Headers whose values the protocol, caches and the rules read: words of standards and names of headers, in which no
 * more than URLs and hosts are replaced.
 */
const WORDS =
  /^(?:access-control-.*|sec-fetch-.*|sec-ch-.*|cross-origin-.*|vary|accept-language|accept-encoding|accept-ranges|content-language|content-encoding|content-length|range|allow|age|cache-control|cache-status|cf-cache-status|x-cache|x-vercel-cache|x-proxy-cache|connection|date|dnt|expires|host|last-modified|non-authoritative-reason|pragma|priority|retry-after|te|transfer-encoding|upgrade|upgrade-insecure-requests|user-agent|x-amzn-errortype|x-content-type-options)$/;

/** Schemes of authentication, whose parameters aren't needed. */
const CHALLENGE =
  /^(?:Basic|Bearer|Digest|DPoP|HOBA|Mutual|Negotiate|NTLM|OAuth|PrivateToken|SCRAM-SHA-\d+|vapid|ApiKey|tunnel|AzureApiManagementKey)\b/i;

interface Parts {
  readonly table: AliasTable;
  readonly hosts: HostAliases;
  readonly urls: UrlAliases;
  readonly text: TextAliases;
}

/**
 * Aliases in header lines. Names stay, as do the values by which CORS, caches and the server behind are told; in these,
 * URLs and hosts are replaced. Every other value becomes `value-1`.
 */
export class HeaderAliases {
  readonly #parts: Parts;

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  of(headers: HeaderList): HeaderList {
    return headers.map((header) => this.#line(header));
  }

  #line([name, value]: Header): Header {
    const lower = name.toLowerCase();
    return [name, isRedacted(value) ? value : keptMarks(lower, value, this.#candidates(lower, value))];
  }

  /** What the value may become, the one that says least first. */
  *#candidates(name: string, value: string): Generator<string> {
    const { urls, text } = this.#parts;
    if (ORIGINS.has(name)) yield text.origins(value);
    else if (URLS.has(name)) yield urls.of(value);
    else if (name === 'cookie') yield this.#cookies(value);
    else if (name === 'set-cookie') yield this.#setCookies(value);
    else if (name === 'content-type' || name === 'accept') yield this.#types(value);
    else if (name === 'www-authenticate' || name === 'proxy-authenticate') yield this.#challenge(value);
    else if (name === 'authorization' || name === 'proxy-authorization') yield this.#challenge(value);
    else if (WORDS.test(name)) yield text.of(value);
    else if (marksOf(name, 'value-1') === marksOf(name, value)) yield urls.value(value);
    yield text.of(value);
  }

  #cookies(value: string): string {
    return value
      .split(';')
      .map((pair) => this.#pair(pair))
      .join(';');
  }

  #setCookies(value: string): string {
    return value
      .split(BETWEEN_COOKIES)
      .map((part, index) => (index % 2 === 1 ? part : this.#setCookie(part)))
      .join('');
  }

  #setCookie(cookie: string): string {
    const [pair = '', ...attributes] = cookie.split(';');
    return [this.#pair(pair), ...attributes.map((attribute) => this.#attribute(attribute))].join(';');
  }

  /** `name=value`; what is no cookie's name is a value. */
  #pair(pair: string): string {
    const { table, urls } = this.#parts;
    const equals = pair.indexOf('=');
    const start = pair.length - pair.trimStart().length;
    if (equals < 0) return pair.slice(0, start) + this.#value(pair.slice(start));
    const name = pair.slice(start, equals).trim();
    const kept =
      name === '' || isRedacted(name) || isOfInfrastructure(name) || marksOf('set-cookie', `${name}=`) !== '';
    const alias = kept ? name : table.numbered('cookie', name);
    const value = pair.slice(equals + 1);
    return `${pair.slice(0, start)}${alias}=${isRedacted(value) ? value : urls.value(value)}`;
  }

  #attribute(attribute: string): string {
    const { hosts, urls } = this.#parts;
    const equals = attribute.indexOf('=');
    const name = (equals < 0 ? attribute : attribute.slice(0, equals)).trim().toLowerCase();
    const value = equals < 0 ? '' : attribute.slice(equals + 1).trim();
    const start = equals < 0 ? attribute : attribute.slice(0, equals + 1);
    if (name === 'domain')
      return start + (value.startsWith('.') ? '.' : '') + hosts.of(value.replace(/^\./, ''));
    if (name === 'path') return start + urls.of(value);
    if (/^(?:expires|max-age|samesite|priority|secure|httponly|partitioned)?$/.test(name)) return attribute;
    return `${attribute.slice(0, attribute.length - attribute.trimStart().length)}${this.#value(attribute.trim())}`;
  }

  /** Media types, without the names of those who made them up. */
  #types(value: string): string {
    const { text, urls } = this.#parts;
    const withoutVendors = value.replace(
      /\b(vnd|x|prs)[.-]([\w.-]+)/gi,
      (found: string, tree: string, name: string) =>
        /^x-(?:www-form-urlencoded|javascript|ndjson|protobuf)$/i.test(found)
          ? found
          : `${tree}.${urls.value(name)}`,
    );
    return text.of(
      withoutVendors.replace(
        /\b(boundary|profile|name)=("[^"]*"|[^;,\s]+)/gi,
        (_, name: string, text: string) => `${name}=${urls.value(text)}`,
      ),
    );
  }

  /** The scheme alone, and the names of what belongs to it. */
  #challenge(value: string): string {
    const scheme = CHALLENGE.exec(value)?.[0];
    if (scheme === undefined) return this.#value(value);
    const rest = value.slice(scheme.length).trim();
    if (rest === '') return scheme;
    return rest.startsWith('realm=')
      ? `${scheme} realm="${this.#parts.urls.value(rest)}"`
      : `${scheme} ${this.#value(rest)}`;
  }

  #value(value: string): string {
    return isRedacted(value) ? value : this.#parts.urls.value(value);
  }
}

/** By header, what platforms are told by. */
const MARKS = new Map<string, Set<RegExp>>();
for (const { marks, made } of PLATFORMS) {
  for (const { header, value } of [...marks.flat(), ...made.flatMap(({ sign }) => sign)]) {
    if (value === undefined) continue;
    MARKS.set(header, (MARKS.get(header) ?? new Set()).add(value));
  }
}

/** Which platforms' marks a value has, to be compared. */
function marksOf(name: string, value: string): string {
  return [...(MARKS.get(name) ?? [])].flatMap((mark, index) => (mark.test(value) ? [index] : [])).join(' ');
}

/** The first candidate by which the same platforms are told as by the value; the value itself if none is. */
function keptMarks(name: string, value: string, candidates: Iterable<string>): string {
  const wanted = marksOf(name, value);
  for (const candidate of candidates) if (marksOf(name, candidate) === wanted) return candidate;
  return value;
}
