import { cutUrl } from './cut-text.ts';
import { MAX_URL_LENGTH } from './limits.ts';
import { maskUrlPart } from './mask-marker.ts';
import { containsSecret, isSecretParameter } from './secret-patterns.ts';

/**
 * A URL (absolute or relative) without its secrets: user name and password, parameters whose names say key or token
 * (in the query, in the fragment, and `;name=value` in the path), and anything that has the form of a token. It is
 * changed nowhere else, and it parses to the same origin, path shape and parameter names as before. URLs beyond the
 * limit are cut, with their original length at the end; before they are looked at, because looking takes time.
 */
export function maskUrl(url: string, limit = MAX_URL_LENGTH): string {
  const [kept, note] = cutUrl(url, limit);
  const masked = maskParts(kept) + note;
  // The marker of a short secret is longer than the secret.
  return masked.length <= limit ? masked : cutUrl(masked, limit).join('');
}

function maskParts(url: string): string {
  const hash = url.indexOf('#');
  const beforeHash = hash < 0 ? url : url.slice(0, hash);
  const query = beforeHash.indexOf('?');
  const address = query < 0 ? beforeHash : beforeHash.slice(0, query);
  return (
    maskPath(maskUserInfo(address)) +
    (query < 0 ? '' : `?${maskParameters(beforeHash.slice(query + 1))}`) +
    (hash < 0 ? '' : `#${maskParameters(url.slice(hash + 1))}`)
  );
}

/** `https://user:pass@host/` keeps that it has a user name and a password, for the rules, and neither of them. */
function maskUserInfo(address: string): string {
  const start = /^(?:[a-z][a-z0-9+.-]{0,30}:)?[/\\]{2}/i.exec(address)?.[0].length;
  if (start === undefined) return address;
  const length = address.slice(start).search(/[/\\]/);
  const end = length < 0 ? address.length : start + length;
  const at = address.lastIndexOf('@', end);
  if (at < start) return address;
  const userInfo = address.slice(start, at);
  const colon = userInfo.indexOf(':');
  const masked =
    colon < 0
      ? maskUrlPart(userInfo)
      : `${maskUrlPart(userInfo.slice(0, colon))}:${maskUrlPart(userInfo.slice(colon + 1))}`;
  return address.slice(0, start) + masked + address.slice(at);
}

/** Masks token-like segments and `;name=value` parameters; leaves scheme, host and everything else. */
function maskPath(address: string): string {
  return address
    .split('/')
    .map((segment) => {
      if (segment.includes(';')) return segment.split(';').map(maskSegment).join(';');
      return maskSegment(segment);
    })
    .join('/');
}

function maskSegment(segment: string): string {
  const equals = segment.indexOf('=');
  if (equals > 0) return maskParameter(segment);
  return looksSecret(segment) ? maskUrlPart(segment) : segment;
}

function maskParameters(query: string): string {
  return query
    .split(/([&;])/)
    .map((part, index) => (index % 2 === 1 ? part : maskParameter(part)))
    .join('');
}

function maskParameter(parameter: string): string {
  const equals = parameter.indexOf('=');
  if (equals < 0) return looksSecret(parameter) ? maskUrlPart(parameter) : parameter;
  const rawName = parameter.slice(0, equals);
  const name = looksSecret(rawName) ? maskUrlPart(rawName) : rawName;
  const value = parameter.slice(equals + 1);
  const secret = isSecretParameter(decoded(rawName)) || looksSecret(value);
  return `${name}=${secret ? maskUrlPart(value) : value}`;
}

/** Whether a part of a URL holds a secret, also in a URL of its own inside it, encoded once or twice. */
function looksSecret(part: string): boolean {
  if (containsSecret(part)) return true;
  if (!part.includes('%') && !part.includes('+')) return false;
  const once = decoded(part);
  return containsSecret(once) || containsSecret(decoded(once));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text.replace(/%([0-7][0-9a-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
}
