import type {
  CheckId,
  CredentialsInference,
  CredentialsProof,
  StepReason,
  Verdict,
} from '../../fetch/evaluation.ts';

/** What an unknown or not applicable step is about: the first half of its sentence. */
type SubjectKey = `subject-${CheckId}`;
/** Why it is unknown or does not apply: the second half. */
type ReasonKey = `reason-${StepReason}`;
type VerdictKey = `verdict-${Verdict}`;

/** That the browser went on tells only that they aren't included. */
type IncludeInference = Exclude<CredentialsInference, 'went-on'>;

type CredentialsKey =
  | `credentials-include-${Exclude<CredentialsProof, 'no-sec-fetch-storage-access'> | IncludeInference}`
  | `credentials-not-include-${'no-sec-fetch-storage-access' | 'stated' | 'went-on'}`
  | 'credentials-unknown-same-answer'
  | 'credentials-unknown-other-headers'
  | 'credentials-unknown-failed-otherwise'
  | 'credentials-unknown-other-check'
  | 'credentials-unknown-decisive';

type AllowOriginKey = `${'' | 'preflight-'}allow-origin-${
  | 'pass-match'
  | 'pass-wildcard'
  | 'fail-missing'
  | 'fail-empty'
  | 'fail-multiple'
  | 'fail-invalid'
  | 'fail-mismatch'
  | 'fail-wildcard-with-credentials'}`;

type AllowCredentialsKey =
  `${'' | 'preflight-'}allow-credentials-${'pass' | 'fail-missing' | 'fail-empty' | 'fail-value'}`;

type SyntaxKey = `preflight-allow-${'methods' | 'headers'}-syntax-${'pass' | 'pass-missing' | 'fail'}`;

type JudgedKey =
  | AllowOriginKey
  | AllowCredentialsKey
  | SyntaxKey
  | `cross-origin-pass-${'other' | 'opaque' | 'after-redirect'}`
  | `mode-pass-${'sec-fetch-mode' | 'origin-header' | 'preflight-seen' | 'request-type' | 'stated'}`
  | 'redirect-taint-pass'
  | 'preflight-need-pass'
  | `because-${'method' | 'header-name' | 'header-value' | 'header-too-long' | 'header-total-too-long' | 'upload-listener-or-stream'}`
  | `preflight-answered-${'pass' | 'fail' | 'fail-silent'}`
  | `preflight-redirect-${'pass' | 'fail'}`
  | `preflight-status-${'pass' | 'fail'}`
  | `preflight-method-${'pass-safelisted' | 'pass-listed' | 'pass-wildcard' | 'fail-listed' | 'fail-missing' | 'fail-wildcard'}`
  | `preflight-headers-${'pass-none' | 'pass-listed' | 'pass-wildcard' | 'fail-listed' | 'fail-missing' | 'fail-wildcard'}`
  | `answered-${'pass' | 'fail' | 'fail-silent'}`
  | `redirect-location-${'pass' | 'fail-scheme' | 'fail-credentials-in-url'}`
  | `exposed-headers-pass-${'none' | 'listed' | 'invalid' | 'invalid-later' | 'wildcard' | 'wildcard-perhaps'}`;

export type ProofKey = SubjectKey | ReasonKey | VerdictKey | CredentialsKey | JudgedKey;

/**
 * The words of the proof: what each check compared with what. Templates like the rules'. A passed or failed check has a
 * sentence of its own; one that is unknown or does not apply gets one of its subject and the reason.
 */
export const PROOF_WORDS: Readonly<Record<ProofKey, string>> = {
  'subject-cross-origin': 'The CORS protocol',
  'subject-mode': 'The request’s mode',
  'subject-redirect-taint': 'What redirects made of the request’s `Origin`',
  'subject-preflight-need': 'A preflight',
  'subject-preflight-answered': 'An answer to the preflight',
  'subject-preflight-redirect': 'Whether the preflight is redirected',
  'subject-preflight-allow-origin': '`Access-Control-Allow-Origin` of the preflight’s answer',
  'subject-preflight-allow-credentials': '`Access-Control-Allow-Credentials` of the preflight’s answer',
  'subject-preflight-status': 'The status of the preflight’s answer',
  'subject-preflight-allow-methods-syntax': '`Access-Control-Allow-Methods` of the preflight’s answer',
  'subject-preflight-allow-headers-syntax': '`Access-Control-Allow-Headers` of the preflight’s answer',
  'subject-preflight-method': 'Whether the method is allowed',
  'subject-preflight-headers': 'Whether the request’s headers are allowed',
  'subject-answered': 'A response',
  'subject-allow-origin': '`Access-Control-Allow-Origin` of the response',
  'subject-allow-credentials': '`Access-Control-Allow-Credentials` of the response',
  'subject-redirect-location': 'The target of the redirect',
  'subject-exposed-headers': 'What script can read of the response’s headers',

  'reason-same-origin': 'doesn’t apply: the URL is of the page’s own origin.',
  'reason-no-cors': 'is `no-cors`: script gets an opaque response, and no header is checked.',
  'reason-navigate': 'is `navigate`: a navigation isn’t subject to CORS.',
  'reason-same-origin-mode':
    'is `same-origin`: other origins aren’t asked at all, whatever their headers say.',
  'reason-not-needed': 'isn’t needed: the method and all headers are CORS-safelisted.',
  'reason-request-headers-not-shown':
    'may be needed or not: the browser didn’t show which headers the page set.',
  'reason-cached': 'wasn’t needed: the browser still had an earlier one in its preflight cache.',
  'reason-not-seen': 'wasn’t seen, though the request needs a preflight.',
  'reason-no-response-seen': 'wasn’t seen.',
  'reason-internal-redirect': 'isn’t checked: the browser redirected by itself, and no server answered.',
  'reason-credentials-not-included': 'isn’t looked at: the request doesn’t include credentials.',
  'reason-credentials-mode-unknown':
    'can’t be checked without the credentials mode, which the browser doesn’t show.',
  'reason-list-invalid': 'can’t be checked, because the list is malformed.',
  'reason-redirect': 'is that of a redirect, which another check is about.',
  'reason-own-origin': 'isn’t checked by this browser: the preflight goes to the page’s own origin.',

  'cross-origin-pass-other':
    'The page’s origin is `{origin}`, the URL’s is `{target}`: that is cross-origin.',
  'cross-origin-pass-opaque':
    'The page has an opaque origin, sent as `null`: that is cross-origin with every URL, also with one of `{target}`.',
  'cross-origin-pass-after-redirect':
    'The URL is of the page’s own origin, `{origin}`, but the request came here from another one: CORS still applies.',
  'mode-pass-sec-fetch-mode': 'The request’s mode is `cors`: its `Sec-Fetch-Mode` says so.',
  'mode-pass-origin-header':
    'The request’s mode is `cors`: it was sent with an `Origin`, which its method has in no other mode.',
  'mode-pass-preflight-seen':
    'The request’s mode is `cors`: the browser sent a preflight, which it does in no other mode.',
  'mode-pass-request-type':
    'The browser didn’t show the request’s mode: it is probably `cors`, as usual for this kind of request.',
  'mode-pass-stated': 'The request’s mode is `cors`: the recording says so.',
  'redirect-taint-pass':
    'The redirect went from `{from}` to `{target}`, and `{from}` isn’t the page’s own origin: from here on, the request’s `Origin` is `null`.',
  'preflight-need-pass': 'The request needs a preflight.',
  'because-method': 'Its method, `{requested}`, isn’t CORS-safelisted.',
  'because-header-name': 'Not among the CORS-safelisted headers: `{headers}`.',
  'because-header-value': 'Not CORS-safelisted with its value: `{headers}`.',
  'because-header-too-long': 'Longer than a CORS-safelisted header may be: `{headers}`.',
  'because-header-total-too-long': 'Together longer than CORS-safelisted headers may be: `{headers}`.',
  'because-upload-listener-or-stream':
    'Neither method nor headers explain it: script listens to the progress of the upload, or streams the body.',
  'preflight-answered-pass': 'The preflight was answered with status {status}.',
  'preflight-answered-fail': 'The preflight got no usable answer: `{error}`.',
  'preflight-answered-fail-silent': 'The preflight got no usable answer.',
  'preflight-redirect-pass': 'The preflight’s answer, with status {status}, doesn’t redirect.',
  'preflight-redirect-fail':
    'The preflight’s answer, with status {status}, redirects to `{location}`, and a preflight may not be redirected.',
  'preflight-status-pass': 'The status of the preflight’s answer, {status}, is a 2xx.',
  'preflight-status-fail': 'The status of the preflight’s answer is {status}, and only a 2xx will do.',
  'preflight-allow-origin-pass-match':
    '`Access-Control-Allow-Origin` of the preflight’s answer is `{value}`, and so is the preflight’s `Origin`.',
  'preflight-allow-origin-pass-wildcard':
    '`Access-Control-Allow-Origin` of the preflight’s answer is `*`, which allows every origin as long as no credentials are included.',
  'preflight-allow-origin-fail-missing':
    'The preflight’s answer has no `Access-Control-Allow-Origin`; the preflight’s `Origin` is `{sent}`.',
  'preflight-allow-origin-fail-empty':
    '`Access-Control-Allow-Origin` of the preflight’s answer is empty; the preflight’s `Origin` is `{sent}`.',
  'preflight-allow-origin-fail-multiple':
    '`Access-Control-Allow-Origin` of the preflight’s answer is `{value}`, more than one value; it has to be exactly the preflight’s `Origin`, `{sent}`.',
  'preflight-allow-origin-fail-invalid':
    '`Access-Control-Allow-Origin` of the preflight’s answer is `{value}`, which isn’t an origin; the preflight’s `Origin` is `{sent}`.',
  'preflight-allow-origin-fail-mismatch':
    '`Access-Control-Allow-Origin` of the preflight’s answer is `{value}`; the preflight’s `Origin` is `{sent}`: they differ.',
  'preflight-allow-origin-fail-wildcard-with-credentials':
    '`Access-Control-Allow-Origin` of the preflight’s answer is `*`, which isn’t a wildcard when credentials are included; the preflight’s `Origin` is `{sent}`.',
  'preflight-allow-credentials-pass':
    '`Access-Control-Allow-Credentials` of the preflight’s answer is `true`.',
  'preflight-allow-credentials-fail-missing':
    'The preflight’s answer has no `Access-Control-Allow-Credentials`, and the request includes credentials.',
  'preflight-allow-credentials-fail-empty':
    '`Access-Control-Allow-Credentials` of the preflight’s answer is empty, and the request includes credentials: it has to be exactly `true`.',
  'preflight-allow-credentials-fail-value':
    '`Access-Control-Allow-Credentials` of the preflight’s answer is `{value}`, and the request includes credentials: it has to be exactly `true`.',
  'preflight-allow-methods-syntax-pass':
    '`Access-Control-Allow-Methods` of the preflight’s answer is a list of methods.',
  'preflight-allow-methods-syntax-pass-missing':
    'The preflight’s answer has no `Access-Control-Allow-Methods`, which counts as an empty list.',
  'preflight-allow-methods-syntax-fail':
    '`Access-Control-Allow-Methods` of the preflight’s answer isn’t a list of methods, because of `{value}`.',
  'preflight-allow-headers-syntax-pass':
    '`Access-Control-Allow-Headers` of the preflight’s answer is a list of header names.',
  'preflight-allow-headers-syntax-pass-missing':
    'The preflight’s answer has no `Access-Control-Allow-Headers`, which counts as an empty list.',
  'preflight-allow-headers-syntax-fail':
    '`Access-Control-Allow-Headers` of the preflight’s answer isn’t a list of header names, because of `{value}`.',
  'preflight-method-pass-safelisted':
    'The method, `{requested}`, is CORS-safelisted: it doesn’t have to be listed.',
  'preflight-method-pass-listed': 'The method, `{requested}`, is listed in `Access-Control-Allow-Methods`.',
  'preflight-method-pass-wildcard':
    'The method, `{requested}`, is covered by the `*` in `Access-Control-Allow-Methods`.',
  'preflight-method-fail-listed':
    'The method, `{requested}`, isn’t listed in `Access-Control-Allow-Methods`, which has `{allowed}`.',
  'preflight-method-fail-missing':
    'The method, `{requested}`, isn’t allowed: the preflight’s answer lists no methods.',
  'preflight-method-fail-wildcard':
    'The method, `{requested}`, isn’t listed in `Access-Control-Allow-Methods`: `*` isn’t a wildcard when credentials are included.',
  'preflight-headers-pass-none': 'The preflight asks for no headers that would have to be listed.',
  'preflight-headers-pass-listed':
    'Every header that the preflight asks for is listed in `Access-Control-Allow-Headers`.',
  'preflight-headers-pass-wildcard':
    'Every header that the preflight asks for is listed, or covered by the `*` in `Access-Control-Allow-Headers`.',
  'preflight-headers-fail-listed':
    'Not listed in `Access-Control-Allow-Headers`: `{headers}`. It has `{allowed}`.',
  'preflight-headers-fail-missing':
    'The preflight’s answer lists no headers, and the request needs `{headers}` to be allowed.',
  'preflight-headers-fail-wildcard':
    'Not listed in `Access-Control-Allow-Headers`: `{headers}`. Its `*` doesn’t cover them here.',
  'answered-pass': 'The server answered with status {status}.',
  'answered-fail': 'The browser got no usable response: `{error}`.',
  'answered-fail-silent': 'The browser got no usable response.',
  'allow-origin-pass-match':
    '`Access-Control-Allow-Origin` of the response is `{value}`, and so is the request’s `Origin`.',
  'allow-origin-pass-wildcard':
    '`Access-Control-Allow-Origin` of the response is `*`, which allows every origin as long as no credentials are included.',
  'allow-origin-fail-missing':
    'The response has no `Access-Control-Allow-Origin`; the request’s `Origin` is `{sent}`.',
  'allow-origin-fail-empty':
    '`Access-Control-Allow-Origin` of the response is empty; the request’s `Origin` is `{sent}`.',
  'allow-origin-fail-multiple':
    '`Access-Control-Allow-Origin` of the response is `{value}`, more than one value; it has to be exactly the request’s `Origin`, `{sent}`.',
  'allow-origin-fail-invalid':
    '`Access-Control-Allow-Origin` of the response is `{value}`, which isn’t an origin; the request’s `Origin` is `{sent}`.',
  'allow-origin-fail-mismatch':
    '`Access-Control-Allow-Origin` of the response is `{value}`; the request’s `Origin` is `{sent}`: they differ.',
  'allow-origin-fail-wildcard-with-credentials':
    '`Access-Control-Allow-Origin` of the response is `*`, which isn’t a wildcard when credentials are included; the request’s `Origin` is `{sent}`.',
  'allow-credentials-pass': '`Access-Control-Allow-Credentials` of the response is `true`.',
  'allow-credentials-fail-missing':
    'The response has no `Access-Control-Allow-Credentials`, and the request includes credentials.',
  'allow-credentials-fail-empty':
    '`Access-Control-Allow-Credentials` of the response is empty, and the request includes credentials: it has to be exactly `true`.',
  'allow-credentials-fail-value':
    '`Access-Control-Allow-Credentials` of the response is `{value}`, and the request includes credentials: it has to be exactly `true`.',
  'redirect-location-pass': 'The response redirects to `{location}`, and the request may follow.',
  'redirect-location-fail-scheme':
    'The response redirects to `{location}`, and a request may only follow to http or https.',
  'redirect-location-fail-credentials-in-url':
    'The response redirects to `{location}`, a URL with a user name or password in it, and the request may not follow there.',
  'exposed-headers-pass-none':
    'The response has no `Access-Control-Expose-Headers`: script can read only its CORS-safelisted headers.',
  'exposed-headers-pass-listed':
    'Script can read the response’s CORS-safelisted headers, and what `Access-Control-Expose-Headers` lists: `{value}`.',
  'exposed-headers-pass-invalid':
    '`Access-Control-Expose-Headers` isn’t a list of header names, because of `{value}`: script can read only the response’s CORS-safelisted headers.',
  'exposed-headers-pass-invalid-later':
    '`Access-Control-Expose-Headers` isn’t a list of header names, because of `{value}`, but its `*` stands before that: in this browser, `fetch()` without credentials can read all headers of the response but cookies, and XMLHttpRequest only the CORS-safelisted ones.',
  'exposed-headers-pass-wildcard':
    'Script can read all headers of the response but cookies: `Access-Control-Expose-Headers` has a `*`, and no credentials are included.',
  'exposed-headers-pass-wildcard-perhaps':
    'Script can read all headers of the response but cookies if no credentials are included: only then the `*` of `Access-Control-Expose-Headers` counts.',

  'credentials-include-cookie-sent': 'Credentials are included: a `Cookie` was sent.',
  'credentials-include-sec-fetch-storage-access':
    'Credentials are included: the browser sent `Sec-Fetch-Storage-Access`, which goes only with them.',
  'credentials-include-stated': 'Credentials are included: the recording says so.',
  'credentials-include-refused':
    'Credentials are included: the response was blocked, and only the rules about credentials explain that.',
  'credentials-include-not-readable':
    'Credentials are probably included: the page’s Resource Timing says that script couldn’t read the response, and only the rules about credentials explain that. A request that script cancels in the moment of its answer looks the same.',
  'credentials-not-include-no-sec-fetch-storage-access':
    'Credentials aren’t included: this browser adds `Sec-Fetch-Storage-Access` to each cross-site request that includes them, and it isn’t there.',
  'credentials-not-include-stated': 'Credentials aren’t included: the recording says so.',
  'credentials-not-include-went-on':
    'Credentials aren’t included: with them a check would have failed, and the browser went on.',
  'credentials-unknown-same-answer':
    'The browser doesn’t show whether credentials are included, but the answer is the same either way.',
  'credentials-unknown-other-headers':
    'The browser doesn’t show whether credentials are included: script can read the response either way, but with them fewer of its headers.',
  'credentials-unknown-failed-otherwise':
    'The browser doesn’t show whether credentials are included, but the request failed for another reason.',
  'credentials-unknown-other-check':
    'The browser doesn’t show whether credentials are included: it’s blocked either way, but with them another check fails first.',
  'credentials-unknown-decisive':
    'The browser doesn’t show whether credentials are included, and the answer depends on that.',

  'verdict-allowed': 'So it’s allowed: script may read the response.',
  'verdict-blocked': 'So it’s blocked:',
  'verdict-failed': 'So it failed, and not because of CORS:',
  'verdict-opaque': 'So the response is opaque: the page can use it, and script can’t read it.',
  'verdict-pending': 'So far it isn’t decided: the request hasn’t ended.',
  'verdict-unknown': 'What the browser shows doesn’t settle it:',
};
