/**
 * What is said about preflights: why one was needed, what would avoid it, how long its answer counts, and why none was
 * seen. Templates with named placeholders, as rules have them; code spans are marked with backticks.
 */
export const PREFLIGHT_WORDS = {
  sent: 'Because of `{causes}`, the browser first asked the server, with a preflight.',
  'sent-upload':
    'Because the page listens to the progress of its upload, or sends a stream as body, the browser first asked the server, with a preflight.',
  'sent-after-redirect':
    'The redirect dropped what made the first request need a preflight, but this browser still asks.',
  'sent-although-kept':
    'By this recording, the browser still had an answer that would do. It still asks if the page bypasses caches (`cache: "no-store"` or `"reload"`), if DevTools has “Disable cache” on, or if the URL’s fragment differs.',
  kept: 'The request needed a preflight, and the browser still had the answer to an earlier one.',
  'kept-by': 'The answer is that to the preflight of `{method} {url}`.',
  'kept-unrecorded':
    'The request needed a preflight, and went through without one: the browser still had an answer. The preflight that brought it isn’t in this recording; it was sent before that began, or in another tab.',
  'not-seen':
    'The request needs a preflight, and none was seen. It probably ended before one was sent, or failed while an earlier answer still counted.',
  'not-seen-yet': 'The request needs a preflight, which hasn’t been sent yet.',
  'not-needed':
    'The request needed no preflight: `{method}` and every header that the page set are CORS-safelisted.',
  'not-needed-unless-upload':
    'Neither `{method}` nor a header that the page set needs a preflight. If the page listens to the progress of its upload (`xhr.upload`), the request needed one, and the browser still had the answer to an earlier one.',
  'unknown-request':
    'The browser showed neither a preflight nor the headers of the request, which would tell whether it needed one.',
  'unknown-authorization':
    'Only `Authorization` could have made a preflight necessary. With this scheme the browser may have added it by itself, and then it needs none.',

  'why-method': '`{method}` isn’t a CORS-safelisted method; those are `GET`, `HEAD` and `POST`.',
  'avoid-method':
    'Only another method avoids it. Changing what a request means to save a preflight is rarely worth it.',
  'why-header': 'Beyond the CORS-safelisted headers: `{headers}`.',
  'avoid-header':
    'Leave out what the server doesn’t need. A value that isn’t secret could go into the URL’s query instead; that is rarely worth it.',
  'why-authorization':
    '`Authorization` isn’t CORS-safelisted, so each URL that takes a token needs a preflight.',
  'avoid-authorization':
    'The other ways cost more: a token in the URL ends up in logs, and cookies need a defence against cross-site request forgery.',
  'why-library': 'Beyond the CORS-safelisted headers, and added by a library or on old advice: `{headers}`.',
  'avoid-library': 'Leave out what the server doesn’t need.',
  'why-tracing':
    'Beyond the CORS-safelisted headers, and added by a monitoring or client library: `{headers}`.',
  'avoid-tracing': 'Let the library add it only for servers that read it.',
  'why-response-header':
    'Beyond the CORS-safelisted headers, and meant for the server’s response: `{headers}`.',
  'avoid-response-header': 'Leave that out: in a request it allows nothing.',
  'why-content-type': '`Content-Type: {value}` isn’t one that a plain form can send.',
  'why-content-type-unseen': 'The `Content-Type` isn’t one that a plain form can send.',
  'avoid-content-type':
    '`text/plain` needs no preflight, but your server would have to accept it, and lose a defence against cross-site request forgery. That is rarely worth it.',
  'avoid-content-type-without-body': 'A `{method}` has no body for it to describe: leave the header out.',
  'why-range': '`Range: {value}` isn’t CORS-safelisted; one range with a start is, such as `bytes=0-99`.',
  'avoid-range': 'Ask for one range that names its first byte.',
  'why-value': 'The value has characters that aren’t CORS-safelisted: `{headers}`.',
  'avoid-value': 'Leave those characters out, if the server can do without.',
  'why-too-long': 'The value of `{header}` has {length} bytes; up to 128 are CORS-safelisted.',
  'avoid-too-long': 'Shorten the value to 128 bytes.',
  'why-total-too-long': 'Together, the CORS-safelisted values have more than 1024 bytes: `{headers}`.',
  'avoid-total-too-long': 'Shorten them to 1024 bytes in all.',
  'why-upload-listener-or-stream':
    'Neither the method nor a header explains it: the page listens to the progress of its upload (`xhr.upload`), or sends a stream as body.',
  'avoid-upload-listener-or-stream':
    'Without progress events on `xhr.upload`, and with a body that isn’t a stream, there would be none.',

  'cache-none':
    'Let browsers keep the answer instead. Without `Access-Control-Max-Age` they ask again after {default} s; with `Access-Control-Max-Age: {chromium}` they ask once in that time. The most that counts is {chromium} s in Chromium, {firefox} s in Firefox and {webkit} s in Safari.',
  'cache-off':
    '`Access-Control-Max-Age: {value}` keeps the browser from keeping the answer, so it asks before every request. A positive number lets it: up to {chromium} s in Chromium, {firefox} s in Firefox and {webkit} s in Safari.',
  'cache-malformed':
    '`Access-Control-Max-Age: {value}` isn’t a whole number of seconds. Chromium and Safari then keep the answer for {default} s, Firefox doesn’t keep it at all.',
  'cache-set':
    'With `Access-Control-Max-Age: {value}` this browser keeps the answer for {seconds} s. The most that counts is {chromium} s in Chromium, {firefox} s in Firefox and {webkit} s in Safari.',
  'cache-wildcard':
    '`*` in `{list}` defeats that in Firefox, which then asks before every request. List `{names}` by name.',
  'cache-wildcard-authorization':
    '`*` in `{list}` defeats that: for `Authorization`, Firefox and Chromium then ask before every request. List `{names}` by name.',
  'cache-long-url':
    'This browser keeps no answer for a URL of more than {most} characters, and this one has {length}.',
} as const satisfies Readonly<Record<string, string>>;

export type PreflightKey = keyof typeof PREFLIGHT_WORDS;
