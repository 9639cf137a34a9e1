/**
 * The words of actions that more than one rule proposes. An action that only one rule proposes has its words there,
 * under the same kind of key.
 */
export const ACTION_WORDS: Readonly<Record<`action-${string}`, string>> = {
  'action-fix-server-error':
    'Look up this request in the log of `{host}` and fix what made it answer {status}. That is the real error.',
  'action-send-cors-headers-on-errors':
    'Let the outermost layer of the server add the CORS headers, so that its error responses have them too.',
  'action-call-url-directly':
    'Call `{to}` directly instead of `{url}`, and make sure that it names `{origin}` in `Access-Control-Allow-Origin`.',
  'action-use-own-server':
    'If `{target}` belongs to someone else, call it from your own server, or through the proxy of your development server.',
  'action-match-origin-on-server':
    'Keep a list of allowed origins on the server, compare the request’s `Origin` with it, and send back the one that matches, with `Vary: Origin`.',
  'action-leave-credentials-out':
    'If the request needs no cookies, leave out `credentials: "include"` or `withCredentials`.',
  'action-allow-credentials-if-sent':
    'If the page sends this request with credentials, also send `Access-Control-Allow-Credentials: true`. The browser doesn’t show whether it does.',
  'action-answer-401-instead':
    'Let the API answer 401 when nobody is signed in, instead of redirecting: a page can act on 401, but can’t follow to a sign-in page.',
  'action-sign-in-again': 'Reload the page, or open `{target}` in a tab, and sign in again.',
  'action-read-server-log': 'Read the log of `{host}` for the moment of the request.',
};
