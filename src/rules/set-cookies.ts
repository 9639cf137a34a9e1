import type { HttpResponse } from '../model/exchange.ts';
import { getHeaderLines } from '../model/header-list.ts';
import { BETWEEN_COOKIES } from '../model/mask-cookies.ts';

/** A cookie that a response sets, as far as its masked `Set-Cookie` tells. */
export interface SetCookie {
  readonly name: string;
  /** `strict`, `lax` or `none`; empty if it isn't said. */
  readonly sameSite: string;
  readonly secure: boolean;
  /** The line without the value: `sid=…; Path=/; SameSite=Lax`. */
  readonly line: string;
}

/**
 * The cookies that a response sets for an application: without those that it removes, and without those by which a CDN,
 * a firewall or a load balancer knows a browser again.
 */
export function setCookies({ headers }: HttpResponse): readonly SetCookie[] {
  return getHeaderLines(headers, 'set-cookie')
    .flatMap((value) => value.split(BETWEEN_COOKIES).filter((_, index) => index % 2 === 0))
    .flatMap((cookie) => parseCookie(cookie));
}

/** Whether browsers that follow RFC 6265bis leave it out of requests that another site’s page makes. */
export function staysOnItsSite({ sameSite, secure }: SetCookie): boolean {
  return sameSite !== 'none' || !secure;
}

/** @see https://httpwg.org/specs/rfc6265.html#set-cookie */
function parseCookie(cookie: string): readonly SetCookie[] {
  const [pair = '', ...attributes] = cookie.split(';').map((part) => part.trim());
  const equals = pair.indexOf('=');
  const name = pair.slice(0, Math.max(equals, 0));
  // An empty value is how a cookie is removed.
  if (name === '' || equals === pair.length - 1 || isOfInfrastructure(name)) return [];
  const sameSite = attributes.find((each) => /^samesite\s*=/i.test(each))?.replace(/^[^=]*=\s*/, '') ?? '';
  return [
    {
      name,
      sameSite: sameSite.toLowerCase(),
      secure: attributes.some((each) => /^secure$/i.test(each)),
      line: [`${name}=…`, ...attributes].join('; '),
    },
  ];
}

/** Whether a CDN, a firewall or a load balancer sets a cookie of that name. */
export function isOfInfrastructure(name: string): boolean {
  return OF_INFRASTRUCTURE.test(name);
}

const OF_INFRASTRUCTURE =
  /^(__cf\w+|_cfuvid|cf_clearance|AWSALB\w*|ARRAffinity\w*|ApplicationGatewayAffinity\w*|GCLB|ak_bmsc|_abck|bm_\w+|incap_ses_.+|visid_incap_.+|nlbi_.+|datadome|BIGipServer.+|SERVERID)$/i;
