import { decodeBase64 } from './decode-base64.ts';

/**
 * What a secret looks like: by the name of the header or parameter that carries it, or by its own form. Everything
 * here takes time linear in the text, because the text comes from servers.
 */

/** Parts that make a name a secret's name wherever they stand in it, punctuation and case aside. */
const TELLING_PART = new RegExp(
  [
    'apikey',
    'accesskey',
    'accessid',
    'secretkey',
    'privatekey',
    'subscriptionkey',
    'clientkey',
    'functionskey',
    'token',
    'secret',
    'password',
    'passwd',
    'passphrase',
    'passcode',
    'authorization',
    'credential',
    'session',
    'sessid',
    'jwt',
    'csrf',
    'xsrf',
    'signature',
    'assertion',
    'bearer',
    'samlresponse',
    'samlrequest',
    'authcode',
    'authkey',
    'encryptionkey',
    'mfacode',
    'verificationcode',
    'cookie',
  ].join('|'),
);

/** Words that make a name a secret's name only when they stand alone: `x-auth`, but not `author`. */
const TELLING_WORDS = new Set([
  'auth',
  'authentication',
  'cred',
  'creds',
  'dpop',
  'hmac',
  'key',
  'nonce',
  'otp',
  'pass',
  'pin',
  'pwd',
  'sas',
  'sid',
  'sig',
  'ticket',
  'totp',
]);

/**
 * Query parameters of sign-in flows, of links that let whoever has them in, and of signed URLs: `code` or `hash` in a
 * header's name says nothing.
 */
const TELLING_PARAMETERS = new Set([
  'code',
  'state',
  'code_challenge',
  'code_verifier',
  'oauth_verifier',
  'invite',
  'invitation',
  'invite_code',
  'hash',
  'magic',
  'policy',
]);

/** Names that only look like one: cache tags, rate limits. */
const HARMLESS_NAME = /^(surrogate-key|cache-key|x-cache-key|xkey|public-key-pins.*|x-?ratelimit-.*)$/;

/** None that tells anything is shorter. */
const SHORTEST_NAME = 3;
/** Names longer than that are looked at in their first part only. */
const LONGEST_NAME = 256;
const LONGEST_NAME_IN_TEXT = 48;

/** Whether a header or cookie-like field of that name holds a key, token, password or the like. */
export function isSecretName(name: string): boolean {
  if (name.length < SHORTEST_NAME) return false;
  const lower = name.slice(0, LONGEST_NAME).toLowerCase();
  if (HARMLESS_NAME.test(lower)) return false;
  const letters = lower.replace(/[^a-z0-9]/g, '');
  if (TELLING_PART.test(letters)) return true;
  return wordsOf(name.slice(0, LONGEST_NAME)).some((word) => TELLING_WORDS.has(word));
}

/** Whether a query parameter of that (decoded) name holds a secret. */
export function isSecretParameter(name: string): boolean {
  return TELLING_PARAMETERS.has(name.toLowerCase()) || isSecretName(name);
}

/** `X-Auth-User` and `xAuthUser` both give `x`, `auth`, `user`. */
function wordsOf(name: string): readonly string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

/** Maximal runs of the characters that tokens are made of. It always matches what it has read, so it is linear. */
const TOKEN_RUN = /[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*/g;

/** Keys that say by their prefix whose they are. Anchored: tested on runs. */
const KNOWN_KEY =
  /^(?:[sr]k_(?:live|test)_\w{8,}|sk-[\w-]{16,}|gh[opusr]_\w{16,}|github_pat_\w{16,}|glpat-[\w-]{16,}|xox[abeoprs]-[\w-]{8,}|xapp-[\w-]{8,}|A[KS]IA[A-Z0-9]{12,}|AIza[\w-]{30,}|ya29\.[\w.-]{8,}|SG\.[\w-]{16,}\.[\w-]{16,}|npm_\w{20,}|pypi-[\w-]{16,}|shp(?:at|ca|pa|ss)_\w{16,}|do[opr]_v1_\w{16,}|hf_\w{20,}|GOCSPX-[\w-]{16,}|whsec_\w{8,})/;

/** `Bearer xyz` inside other text. */
const BEARER = /\b(?:bearer|basic|dpop)[\t ]+[A-Za-z0-9._~+/-]{6}/i;

/** User information, or the parameters of a sign-in, in a URL that stands in other text (also a relative one). */
const SECRET_IN_URL = /[?&#](?:code|state)=(?!masked-\d)[^&#\s]|:\/\/(?!masked-\d)[^/\\?#\s@]{1,256}@/i;

/** A JSON object or list in base64: its first characters are `{"`, `{ `, a line break after `{`, or `[{`. */
const ENCODED_JSON = /(?:eyJ|eyA|ewo|ew0|W3s)[A-Za-z0-9+/_-]{8,}/g;

/** Whether the text holds, anywhere, something that has the form of a secret, or follows a secret's name. */
export function containsSecret(text: string): boolean {
  if (containsPlainSecret(text)) return true;
  for (const encoded of text.match(ENCODED_JSON) ?? []) {
    if (containsPlainSecret(decodeBase64(encoded))) return true;
  }
  return false;
}

function containsPlainSecret(text: string): boolean {
  return containsToken(text) || BEARER.test(text) || SECRET_IN_URL.test(text) || containsNamedSecret(text);
}

/** Whether the text holds, anywhere, a token that is known by its form alone. */
export function containsToken(text: string): boolean {
  for (const run of text.match(TOKEN_RUN) ?? []) {
    if (isJsonWebToken(run) || KNOWN_KEY.test(run)) return true;
  }
  return false;
}

/** A base64url JSON object (`eyJ`), a dot, and more. Encrypted ones have five parts, unsigned ones end with a dot. */
function isJsonWebToken(run: string): boolean {
  const start = run.indexOf('eyJ');
  if (start < 0) return false;
  const dot = run.indexOf('.', start);
  return dot - start >= 8 && run.length - dot > 4;
}

/** `token=abc` or `"password": "abc"` inside other text: looks back from each `=` and `:` for a name before it. */
function containsNamedSecret(text: string): boolean {
  for (const { index } of text.matchAll(/[=:]/g)) {
    if (isSecretName(nameBefore(text, index)) && hasValueAfter(text, index + 1)) return true;
  }
  return false;
}

/** The name that ends at `end`, a quote or a space between them allowed; at most as long as names get. */
function nameBefore(text: string, end: number): string {
  let stop = end;
  while (stop > 0 && end - stop < 2 && /["'\s]/.test(text.charAt(stop - 1))) stop -= 1;
  let start = stop;
  while (start > 0 && stop - start < LONGEST_NAME_IN_TEXT && /[\w.-]/.test(text.charAt(start - 1)))
    start -= 1;
  return text.slice(start, stop);
}

function hasValueAfter(text: string, start: number): boolean {
  const value = text.slice(start, start + 16).replace(/^["'\s]+/, '');
  return /^[^&;,"'\s]/.test(value) && !/^(?:\[masked: |masked-\d)/.test(value);
}
