import { isLoopbackHost, isPrivateHost } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import { registrableDomain } from '../../rules/registrable-domain.ts';
import type { AliasTable } from './alias-table.ts';
import { endingOf, isKeptHost, isKeptLabel, serviceOf } from './kept-names.ts';

/** What a host does in a report, which its alias says. */
export type HostRole = 'page' | 'api' | 'host';

/**
 * Aliases of host names: `https://shop.acme.com` becomes `https://page-1.example`. What diagnoses hang on stays: whether it is this
 * computer, a private or a public address, which hosts belong to one site, which is below which, `www.`, and how it is
 * written.
 */
export class HostAliases {
  readonly #table: AliasTable;
  readonly #roles: ReadonlyMap<string, HostRole>;
  readonly #namesBySite = new Map<string, Set<string>>();
  /** Those that were asked for: parsing a host takes far longer than to look it up. */
  readonly #byWriting = new Map<string, string>();

  /** @param roles every host that occurs, as `canonicalHost` has it, in the order in which they are counted */
  constructor(table: AliasTable, roles: ReadonlyMap<string, HostRole>) {
    this.#table = table;
    this.#roles = roles;
    for (const name of roles.keys()) {
      const site = registrableDomain(name);
      if (site === null) continue;
      const names = this.#namesBySite.get(site);
      if (names === undefined) this.#namesBySite.set(site, new Set([name]));
      else names.add(name);
    }
    // The others have theirs when they are first needed: not everything that looks like a host is one.
    for (const [name, role] of roles) if (role !== 'host') this.#alias(name);
  }

  /** The alias of a host as it is written somewhere, in the same manner of writing. */
  of(written: string): string {
    let alias = this.#byWriting.get(written);
    if (alias === undefined) {
      alias = this.#aliasInSpelling(written);
      this.#byWriting.set(written, alias);
    }
    return alias;
  }

  #aliasInSpelling(written: string): string {
    const name = canonicalHost(written);
    const alias = this.#alias(name);
    if (alias === name) return written;
    const dot = written.endsWith('.') && !name.endsWith('.') ? '.' : '';
    return inSpellingOf(written, name, alias) + dot;
  }

  /** Whether it occurs as a host, also if nothing else would tell it from a word. */
  isKnown(word: string): boolean {
    return this.#roles.has(word.toLowerCase());
  }

  #alias(name: string): string {
    if (name === '' || isKeptHost(name) || serviceOf(`.${name}`) === name) return name;
    if (isAddress(name)) return this.#table.of('address', name, () => this.#newAddress(name));
    return this.#table.of('host', name, () => this.#newName(name));
  }

  #newName(name: string): string {
    if (isLoopbackHost(name)) return this.#below(name, 'localhost');
    const service = serviceOf(name);
    if (service !== null) return this.#below(name, service);
    if (!name.includes('.')) return this.#numbered(name);
    const site = registrableDomain(name) ?? name;
    const isAlone = (this.#namesBySite.get(site)?.size ?? 0) <= 1;
    const [first = ''] = name.split('.');
    if (name === site || (isAlone && !isKeptLabel(first))) {
      return `${isAlone ? this.#numbered(name) : `site-${this.#table.next('site')}`}.${endingOf(name)}`;
    }
    return this.#below(name, site);
  }

  /** The alias of a name below another, label by label, so that what is below what stays. */
  #below(name: string, parent: string): string {
    if (name === parent) return name;
    const dot = name.indexOf('.');
    const label = name.slice(0, dot);
    return `${isKeptLabel(label) ? label : this.#numbered(name)}.${this.#alias(name.slice(dot + 1))}`;
  }

  #numbered(name: string): string {
    // A site of which one host alone occurs is called what that host is.
    const [first, ...others] = this.#namesBySite.get(name) ?? [];
    const alone = others.length === 0 && first !== undefined ? this.#roles.get(first) : undefined;
    const role = this.#roles.get(name) ?? alone ?? 'host';
    return `${role}-${this.#table.next(role)}`;
  }

  #newAddress(address: string): string {
    if (isLoopbackHost(address) || /^0\.|^\[::\]$/.test(address)) return address;
    const word = isPrivateHost(address)
      ? rangeOf(address)
      : address.startsWith('[')
        ? '2001:db8'
        : '203.0.113';
    const count = this.#table.next(word);
    if (word.includes(':') || address.startsWith('[')) return `[${word}::${count.toString(16)}]`;
    const below = `${Math.floor(count / 250) % 250}.${(count % 250) + 1}`;
    if (word === '203.0.113') return count < 250 ? `203.0.113.${count + 1}` : `198.18.${below}`;
    return `${word}.${below}`;
  }
}

/** A host as URL parsers have it; in lower case where they refuse it. */
export function canonicalHost(written: string): string {
  const parsed = parseUrl(`http://${written}/`);
  const name = parsed !== null && parsed.pathname === '/' && parsed.username === '' ? parsed.hostname : '';
  return (name === '' ? written.toLowerCase() : name).replace(/(.)\.$/, '$1');
}

function isAddress(name: string): boolean {
  return name.startsWith('[') || /^[\d.]+$/.test(name);
}

/** The part of a private address that tells its range. */
function rangeOf(address: string): string {
  if (address.startsWith('[')) return /^\[fe/i.test(address) ? 'fe80' : 'fd00';
  const [first = '', second = ''] = address.split('.');
  return first === '10' ? '10.0' : `${first}.${second}`;
}

/** Upper case and other ways to write a host are findings of their own, which its alias must show, too. */
function inSpellingOf(written: string, name: string, alias: string): string {
  const lower = written.toLowerCase().replace(/(.)\.$/, '$1');
  if (lower !== name) return `%${alias.charCodeAt(0).toString(16)}${alias.slice(1)}`;
  if (written === written.toLowerCase()) return alias;
  if (written === written.toUpperCase()) return alias.toUpperCase();
  return alias.charAt(0).toUpperCase() + alias.slice(1);
}
