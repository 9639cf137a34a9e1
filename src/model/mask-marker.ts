/**
 * What stands in the place of a secret: readable, pure ASCII, and without anything of the secret but its length and
 * the name of its scheme. Masking what is masked changes nothing.
 */

/** Schemes whose names may be shown; any other first word may itself be the secret. */
const KNOWN_SCHEMES = new Map(
  [
    'Basic',
    'Bearer',
    'Digest',
    'DPoP',
    'HOBA',
    'Mutual',
    'Negotiate',
    'NTLM',
    'OAuth',
    'PrivateToken',
    'SCRAM-SHA-1',
    'SCRAM-SHA-256',
    'vapid',
    'AWS4-HMAC-SHA256',
    'ApiKey',
    'Api-Key',
    'Hawk',
    'JWT',
    'SharedKey',
    'Signature',
    'Token',
  ].map((scheme) => [scheme.toLowerCase(), scheme]),
);

const MARKER = /^\[masked: (?:[A-Za-z][A-Za-z0-9-]{1,19}, )?\d{1,9} characters\]$/;
/** Also one that ends a URL that was cut there. */
const URL_MARKER = /^(?:masked-\d{1,9})?(?:\.\.\.cut-from-\d{1,9})?$/;

/**
 * The marker for a secret in a header: `[masked: 43 characters]`, or `[masked: Bearer, 43 characters]` if the value
 * begins with a well-known authentication scheme (its length is then that of the rest). Empty stays empty.
 */
export function maskValue(value: string): string {
  const trimmed = value.trim();
  if (trimmed === '' || isMarker(trimmed)) return value;
  const space = trimmed.search(/\s/);
  const scheme = KNOWN_SCHEMES.get(trimmed.slice(0, Math.max(space, 0)).toLowerCase());
  if (scheme === undefined) return `[masked: ${trimmed.length} characters]`;
  return `[masked: ${scheme}, ${trimmed.slice(space).trim().length} characters]`;
}

/** The marker for a secret inside a URL: `masked-43`, which no URL parser changes. Empty stays empty. */
export function maskUrlPart(value: string): string {
  return URL_MARKER.test(value) ? value : `masked-${value.length}`;
}

/** Whether something in a header's value or a URL was masked. */
export function isMasked(text: string): boolean {
  return text.includes('[masked: ') || /(?:^|[/=?&;@:#])masked-\d/.test(text);
}

function isMarker(value: string): boolean {
  if (!MARKER.test(value)) return false;
  const scheme = /: ([A-Za-z][A-Za-z0-9-]*), /.exec(value)?.[1];
  return scheme === undefined || KNOWN_SCHEMES.has(scheme.toLowerCase());
}
