/** A parsed URL, in the parts that the rules compare. */
export interface ParsedUrl {
  readonly href: string;
  /** Serialised origin; `null` (the word) for schemes without one. */
  readonly origin: string;
  /** With the colon: `https:`. */
  readonly protocol: string;
  readonly username: string;
  readonly password: string;
  readonly hostname: string;
  /** Empty for the scheme's default port. */
  readonly port: string;
  readonly pathname: string;
  /** With the question mark, or empty. */
  readonly search: string;
}

/** Parses a URL as browsers do; `null` where a browser would call it invalid. Never throws. */
export function parseUrl(url: string, base?: string): ParsedUrl | null {
  try {
    const { href, origin, protocol, username, password, hostname, port, pathname, search } = new URL(
      url,
      base,
    );
    return { href, origin, protocol, username, password, hostname, port, pathname, search };
  } catch {
    return null;
  }
}

/** The URL without its fragment, which no server ever sees. */
export function withoutFragment(url: string): string {
  const at = url.indexOf('#');
  return at < 0 ? url : url.slice(0, at);
}
