import { urlParts } from '../fetch/url-parts.ts';
import type { Hop, HttpResponse } from '../model/exchange.ts';
import { getHeader } from '../model/header-list.ts';
import { originOf } from '../model/origin.ts';
import { parseUrl } from '../model/url.ts';

/** What a redirect changes about the URL, as far as it tells why the server redirects. */
export type RedirectKind = 'login' | 'https' | 'slash' | 'elsewhere';

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
  const onlySlash = source.pathname !== target.pathname && withoutSlash(source) === withoutSlash(target);
  return originOf(from) === originOf(to) && onlySlash ? 'slash' : 'elsewhere';
}

/** Whether a redirect leads to a page to sign in, by the names in its URL; not if the request asked for such a page. */
export function leadsToLogin(from: string, to: string): boolean {
  return looksLikeLogin(to) && !looksLikeLogin(from);
}

const LOGIN_HOST = /^(login|signin|auth|sso|idp|accounts?|id|identity)\./i;
const LOGIN_PATH =
  /(^|[/._-])(log-?in|log_in|logon|sign-?in|sign_in|auth|oauth2?|authorize|saml2?|sso|openid(-connect)?|adfs)([/._-]|$)/i;
const ACCESS_GATE = /\/cdn-cgi\/access\//;

function looksLikeLogin(url: string): boolean {
  const parsed = urlParts(url);
  if (parsed === null) return false;
  return (
    LOGIN_HOST.test(parsed.hostname) || LOGIN_PATH.test(parsed.pathname) || ACCESS_GATE.test(parsed.pathname)
  );
}

function withoutSlash({ pathname }: { readonly pathname: string }): string {
  return pathname.replace(/\/+$/, '');
}
