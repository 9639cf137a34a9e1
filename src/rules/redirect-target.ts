import { isMixedContent } from '../fetch/mixed-content.ts';
import { urlParts } from '../fetch/url-parts.ts';
import type { Hop, HttpResponse } from '../model/exchange.ts';
import { getHeader } from '../model/header-list.ts';
import { originOf } from '../model/origin.ts';
import { type ParsedUrl, parseUrl } from '../model/url.ts';

/** What a redirect changes about the URL, as far as it tells why the server redirects. */
export type RedirectKind = 'login' | 'https' | 'slash' | 'other-host' | 'elsewhere';

/** Where an answer redirects to, as an absolute URL; null if it doesn't say, or nothing that can be parsed. */
export function redirectTarget(hop: Hop, response: HttpResponse): string | null {
  const location = getHeader(response.headers, 'location') ?? hop.redirectUrl;
  return location === undefined ? null : (parseUrl(location, hop.url)?.href ?? null);
}

/** Why a server redirects from one absolute URL to another, read from the two URLs. */
export function redirectKind(from: string, to: string): RedirectKind {
  if (leadsToLogin(from, to)) return 'login';
  const source = parseUrl(from);
  const target = parseUrl(to);
  if (source === null || target === null) return 'elsewhere';
  if (source.protocol === 'http:' && target.protocol === 'https:' && source.hostname === target.hostname) {
    return 'https';
  }
  if (withoutSlash(source) !== withoutSlash(target)) return 'elsewhere';
  if (isSameServer(source, target)) return source.pathname === target.pathname ? 'elsewhere' : 'slash';
  return source.hostname === target.hostname && source.port === target.port ? 'elsewhere' : 'other-host';
}

/** Whether a redirect leads to a page to sign in, by the names in its URL; not if the request asked for such a page. */
export function leadsToLogin(from: string, to: string): boolean {
  return looksLikeLogin(to) && !looksLikeLogin(from);
}

/**
 * The URL that the page should have called, if a redirect leads there: that URL, but with https where a page of this
 * origin may not load it with http. Servers behind a proxy that ends https write such redirects.
 */
export function callableUrl(initiator: string, to: string): string {
  return isMixedContent(initiator, to) ? to.replace(/^http:/, 'https:') : to;
}

/** Also if the one has lost its https, which happens to servers that don't know of theirs. */
function isSameServer(source: ParsedUrl, target: ParsedUrl): boolean {
  if (originOf(source.href) === originOf(target.href)) return true;
  const isHttpsLost = source.protocol === 'https:' && target.protocol === 'http:' && target.port === '';
  return isHttpsLost && source.hostname === target.hostname;
}

const LOGIN_HOST = /^(login|signin|auth|sso|idp|accounts?|id|identity)\./i;
const LOGIN_PATH =
  /(^|[/._-])(log-?in|log_in|logon|sign-?in|sign_in|auth|oauth2?|authorize|saml2?|sso|openid(-connect)?|adfs)([/._-]|$)/i;
const ACCESS_GATE = /\/cdn-cgi\/access\//;

/** Whether a URL is that of a page to sign in, by the names in it. */
export function looksLikeLogin(url: string): boolean {
  const parsed = urlParts(url);
  if (parsed === null) return false;
  return (
    LOGIN_HOST.test(parsed.hostname) || LOGIN_PATH.test(parsed.pathname) || ACCESS_GATE.test(parsed.pathname)
  );
}

function withoutSlash({ pathname }: { readonly pathname: string }): string {
  return pathname.replace(/\/+$/, '');
}
