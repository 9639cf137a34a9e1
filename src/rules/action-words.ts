/**
 * The words of actions that more than one rule proposes. An action that only one rule proposes has its words there,
 * under the same kind of key.
 */
export const ACTION_WORDS: Readonly<Record<`action-${string}`, string>> = {
  'action-fix-server-error':
    'Look up this request in the log of `{host}` and fix what made it answer {status}. That is the real error.',
  'action-send-cors-headers-on-errors':
    'Let the outermost layer of the server add the CORS headers, so that its error responses have them too.',
  'action-route-options':
    'Let the CORS layer answer `OPTIONS` for every path, before routing, with 204 and the CORS headers.',
  'action-let-options-through':
    'Let `OPTIONS` requests that carry `Access-Control-Request-Method` pass before authentication, and let the CORS layer answer them.',
  'action-add-cors-to-route': 'Apply the CORS layer to the {method} handler of `{url}`, too.',
  'action-check-the-path': 'Check the path of `{url}`: its spelling, version prefix and trailing slash.',
  'action-check-the-token':
    'Check that the request carries the token, key or cookie that the server expects, and that it hasn’t expired.',
  'action-purge-the-cache': 'Purge `{url}` from the cache once, for the copy outlives the repair.',
  'action-call-url-directly':
    'Call `{to}` directly instead of `{url}`, and make sure that it names `{origin}` in `Access-Control-Allow-Origin`.',
  'action-keep-https-in-redirects':
    'Let `{host}` redirect to https: a server behind a proxy that ends https has to be told so, with `X-Forwarded-Proto` and trust in it.',
  'action-use-own-server':
    'If `{target}` belongs to someone else, call it from your own server, or through the proxy of your development server.',
  'action-match-origin-on-server':
    'Keep a list of allowed origins on the server, compare the request’s `Origin` with it, and send back the one that matches, with `Vary: Origin`.',
  'action-headers-belong-to-app':
    'Put the CORS headers on the answer that the page is meant to get from your own server, not on this one. Whether it has them already wasn’t seen.',
  'action-leave-credentials-out':
    'If the request needs no cookies, leave out `credentials: "include"` or `withCredentials`.',
  'action-allow-credentials-if-sent':
    'If the page sends this request with credentials, also send `Access-Control-Allow-Credentials: true`. The browser doesn’t show whether it does.',
  'action-keep-one-layer':
    'Let only one layer add CORS headers. Either take them out of the app, or let the proxy remove the app’s before it adds its own.',
  'action-limit-tracing':
    'If `{target}` isn’t yours to trace, keep {library} from adding `{headers}` there: `{setting}` decides which URLs get it.',
  'action-limit-sentry':
    'If `{target}` isn’t yours to trace, keep {library} from adding `{headers}` there: `{setting}` decides which URLs get it, and its patterns match anywhere in a URL, the query included.',
  'action-limit-other-tracing': 'If `{target}` isn’t yours to trace, limit where {library} adds `{headers}`.',
  'action-drop-sdk-headers':
    'If you can’t change the server, set `{headers}` to `null` in `{setting}` of the {library}.',
  'action-remove-library-header': 'If the server has no use for it, stop sending `{headers}`.',
  'action-use-cache-mode':
    'Use `cache: "no-store"` of `fetch` instead of `{headers}`: it gets around the browser’s cache and needs no preflight.',
  'action-answer-401-instead':
    'Let the API answer 401 when nobody is signed in, instead of redirecting (`OnRedirectToLogin` in ASP.NET Core, `OIDCUnAuthAction 401` in mod_auth_openidc): a page can act on 401, but can’t follow to a sign-in page.',
  'action-sign-in-again': 'Reload the page, or open `{target}` in a tab, and sign in again.',
  'action-read-server-log': 'Read the log of `{host}` for the moment of the request.',
};
