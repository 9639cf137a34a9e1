import { looksLikeLogin } from '../../rules/redirect-target.ts';
import type { AliasTable } from './alias-table.ts';
import type { HostAliases } from './host-aliases.ts';
import { fileExtensionOf, isKeptScheme } from './kept-names.ts';

/** What stands for a secret in a URL, alone or as the beginning of one that was cut. */
const MASK = /^masked-\d{1,9}$/;

/**
 * Aliases of URLs, absolute and relative: scheme, port, the number of slashes and parameters, a slash at the end, masks
 * and the type of a file stay. Equal parts stay equal.
 */
export class UrlAliases {
  readonly #table: AliasTable;
  readonly #hosts: HostAliases;

  constructor(table: AliasTable, hosts: HostAliases) {
    this.#table = table;
    this.#hosts = hosts;
  }

  of(url: string): string {
    const absolute = /^([a-z][a-z0-9+.-]*):[/\\]{2}([^/\\?#]*)/i.exec(url);
    if (absolute !== null) {
      const [start, scheme = '', authority = ''] = absolute;
      const slashes = url.slice(scheme.length, scheme.length + 3);
      return (
        this.#scheme(scheme) + slashes + this.#authority(authority) + this.#tail(url.slice(start.length))
      );
    }
    const relative = /^([/\\]{2})([^/\\?#]*)/.exec(url);
    if (relative !== null) {
      const [start, slashes = '', authority = ''] = relative;
      return slashes + this.#authority(authority) + this.#tail(url.slice(start.length));
    }
    const withoutScheme = /^([^/\\?#:@\s]+)(:\d+)(?=[/?#]|$)/.exec(url);
    if (withoutScheme !== null) {
      const [start, host = '', port = ''] = withoutScheme;
      return this.#hosts.of(host) + port + this.#tail(url.slice(start.length));
    }
    const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(url) ?? [];
    if (scheme !== undefined) return this.#withoutHost(scheme, rest);
    return this.#tail(url);
  }

  #withoutHost(scheme: string, rest: string): string {
    const start = `${this.#scheme(scheme)}:`;
    const lower = scheme.toLowerCase();
    if (lower === 'about' && /^(?:blank|srcdoc)?$/.test(rest)) return start + rest;
    if (lower === 'blob' || lower === 'view-source' || lower === 'filesystem') return start + this.of(rest);
    return start + this.value(rest);
  }

  #scheme(scheme: string): string {
    const lower = scheme.toLowerCase();
    return isKeptScheme(lower) ? scheme : this.#table.numbered('scheme', lower);
  }

  #authority(authority: string): string {
    const at = authority.lastIndexOf('@');
    const user = authority.slice(0, Math.max(at, 0));
    const address = authority.slice(at + 1);
    const [, host = '', port = ''] = /^(\[[^\]]*\]|[^:]*)(.*)$/s.exec(address) ?? [];
    const keptPort = /^:\d*$/.test(port) || port === '' ? port : `:${this.value(port.slice(1))}`;
    const userAlias = user
      .split(':')
      .map((part) => this.value(part))
      .join(':');
    return (at < 0 ? '' : `${userAlias}@`) + this.#hosts.of(host) + keptPort;
  }

  /** Path, query and fragment. */
  #tail(text: string): string {
    const [, path = '', query, fragment] = /^([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(text) ?? [];
    return (
      this.#path(path) +
      (query === undefined ? '' : `?${this.#query(query)}`) +
      (fragment === undefined ? '' : `#${this.value(fragment)}`)
    );
  }

  #path(path: string): string {
    const isGate = path.includes('/cdn-cgi/access/');
    return path
      .split(/([/\\])/)
      .map((part, index) => {
        if (index % 2 === 1 || (isGate && (part === 'cdn-cgi' || part === 'access'))) return part;
        return this.#segment(part);
      })
      .join('');
  }

  #segment(segment: string): string {
    if (/^\.{0,2}$/.test(segment) || MASK.test(segment)) return segment;
    // A redirect to a page to sign in is told by its words.
    const word = looksLikeLogin(`http://host/${segment}`) ? 'login' : 'path';
    return this.#table.of(
      'path',
      segment,
      () => `${word}-${this.#table.next(word)}${fileExtensionOf(segment)}`,
    );
  }

  #query(query: string): string {
    return query
      .split(/([&;])/)
      .map((part, index) => {
        if (index % 2 === 1 || part === '' || MASK.test(part)) return part;
        const equals = part.indexOf('=');
        const name = equals < 0 ? part : part.slice(0, equals);
        const alias =
          name === '' || MASK.test(name) ? name : this.#table.numbered('parameter', name, 'param');
        return equals < 0 ? alias : `${alias}=${this.value(part.slice(equals + 1))}`;
      })
      .join('');
  }

  /** The alias of a value of which nothing is needed but whether it is there, and whether two are the same. */
  value(value: string): string {
    return value === '' || MASK.test(value) ? value : this.#table.numbered('value', value);
  }
}
