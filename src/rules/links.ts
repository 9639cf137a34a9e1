import type { Link } from './diagnosis.ts';

/** A page of MDN; `path` is what follows `https://developer.mozilla.org/docs/Web/`. */
export function mdn(label: string, path: string): Link {
  return { label: `MDN: ${label}`, url: `https://developer.mozilla.org/docs/Web/${path}` };
}

/** MDN's page about one of Firefox's CORS errors. */
export function mdnError(page: string): Link {
  return mdn(page, `HTTP/Guides/CORS/Errors/${page}`);
}

/** MDN's page about a header. */
export function mdnHeader(name: string): Link {
  return mdn(name, `HTTP/Reference/Headers/${name}`);
}

/** A section of the Fetch standard. */
export function fetchStandard(label: string, anchor: string): Link {
  return { label: `Fetch standard: ${label}`, url: `https://fetch.spec.whatwg.org/#${anchor}` };
}

export const CORS_CHECK = fetchStandard('CORS check', 'concept-cors-check');
export const CORS_PREFLIGHT_FETCH = fetchStandard('CORS-preflight fetch', 'cors-preflight-fetch');
export const HTTP_REDIRECT_FETCH = fetchStandard('HTTP-redirect fetch', 'http-redirect-fetch');
export const CORS_GUIDE = mdn('Cross-Origin Resource Sharing', 'HTTP/Guides/CORS');
