import { taintingOfHops } from '../fetch/request-tainting.ts';
import { urlParts } from '../fetch/url-parts.ts';
import type { Exchange, Hop } from '../model/exchange.ts';
import { containsHeader, getHeader } from '../model/header-list.ts';
import { otherExchanges } from './history.ts';
import { isSameSiteByName } from './registrable-domain.ts';
import type { RuleContext } from './rule.ts';
import { type SetCookie, setCookies, staysOnItsSite } from './set-cookies.ts';

/** A request that carried no cookie, to a server that counts on them, and whose response script may read. */
export interface MissingCookies {
  /** Whether the page asked for cookies to go along: the credentials mode. */
  readonly asked: 'yes' | 'no' | 'unknown';
  /** Whether the page and the server belong to different sites. */
  readonly crossSite: boolean;
  /** A cookie of an earlier response that browsers leave out of what this page’s site requests. */
  readonly keptBack: SetCookie | null;
  /** What earlier responses set, and could have gone along. */
  readonly kept: readonly SetCookie[];
  /** Whether the browser says that the server gets none of the cookies here that it set on its own site. */
  readonly denied: boolean;
  /** Whether an earlier request of this very origin carried a cookie to this server. */
  readonly sentBefore: boolean;
  /** What this response sets. */
  readonly sets: readonly SetCookie[];
}

/**
 * What is known of the cookies that a readable response went without. Null if it isn't readable, if a cookie was sent or
 * the request isn't shown, if CORS has nothing to do with it, or if the server doesn't say that it expects any
 * (`Access-Control-Allow-Credentials: true`).
 */
export function missingCookies(context: RuleContext): MissingCookies | null {
  const { exchange, evaluation, history, hop, hopIndex } = context;
  const { request, response } = hop;
  if (evaluation.verdict !== 'allowed' || request === undefined || response === undefined) return null;
  if (taintingOfHops(exchange)[hopIndex]?.cors !== true) return null;
  if (containsHeader(request.headers, 'cookie')) return null;
  if (getHeader(response.headers, 'access-control-allow-credentials') !== 'true') return null;
  const crossSite = isCrossSite(exchange, hop);
  const earlier = otherExchanges(exchange.id, hop.url, history).filter(
    ({ startedAt }) => startedAt < exchange.startedAt,
  );
  const known = earlier.flatMap(({ hops }) => {
    const answer = hops.at(-1)?.response;
    return answer === undefined ? [] : setCookies(answer);
  });
  return {
    asked: wasAsked(context),
    crossSite,
    keptBack: (crossSite ? known.find(staysOnItsSite) : undefined) ?? null,
    kept: known.filter((cookie) => !crossSite || !staysOnItsSite(cookie)),
    denied: getHeader(request.headers, 'sec-fetch-storage-access') === 'none',
    sentBefore: earlier.some(
      ({ initiator, hops }) => initiator === exchange.initiator && hops.some(carriesCookie),
    ),
    sets: setCookies(response),
  };
}

function wasAsked({ evaluation }: RuleContext): MissingCookies['asked'] {
  const { value } = evaluation.credentials;
  if (value === 'unknown') return 'unknown';
  return value === 'include' ? 'yes' : 'no';
}

function carriesCookie({ request }: Hop): boolean {
  return request !== undefined && containsHeader(request.headers, 'cookie');
}

/** By what the browser says of the request, or else by the names. */
function isCrossSite({ initiator }: Exchange, { url, request }: Hop): boolean {
  const said = request === undefined ? null : getHeader(request.headers, 'sec-fetch-site');
  if (said !== null) return said === 'cross-site';
  const page = urlParts(initiator)?.hostname;
  const server = urlParts(url)?.hostname;
  if (page === undefined || server === undefined) return true;
  return page !== server && !isSameSiteByName(page, server);
}
