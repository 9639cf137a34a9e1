/** Second-level labels under which country-code registries sell names: `example.co.uk`. */
const SECOND_LEVEL = /^(ac|co|com|edu|gov|net|org|or|ne|go)$/;
/** Hosts on which strangers live side by side, so that a common suffix means nothing. */
const SHARED_HOSTING =
  /(^|\.)(github\.io|gitlab\.io|vercel\.app|netlify\.app|pages\.dev|workers\.dev|r2\.dev|web\.app|firebaseapp\.com|herokuapp\.com|onrender\.com|fly\.dev|railway\.app|deno\.dev|supabase\.co|surge\.sh|azurewebsites\.net|azurestaticapps\.net|windows\.net|cloudfront\.net|amazonaws\.com|amplifyapp\.com|appspot\.com|run\.app|github\.dev|gitpod\.io|devtunnels\.ms|ngrok\.io|ngrok\.app|ngrok\.dev|ngrok-free\.app|ngrok-free\.dev|trycloudflare\.com|loca\.lt)$/;

/**
 * Whether two different host names look as if they belonged to one site: `www.example.com` and `api.example.com`.
 * It goes by the names alone; the public suffix list is larger than this extension, and only the words depend on it.
 */
export function isSameSiteByName(one: string, other: string): boolean {
  if (isSubdomain(one, other) || isSubdomain(other, one)) return !SHARED_HOSTING.test(shorter(one, other));
  const domain = registrableDomain(one);
  return domain !== null && domain === registrableDomain(other) && !SHARED_HOSTING.test(domain);
}

function isSubdomain(host: string, parent: string): boolean {
  return host.endsWith(`.${parent}`);
}

function shorter(one: string, other: string): string {
  return one.length <= other.length ? one : other;
}

/** The last two labels, or three where a registry sells below the second; null for addresses and single labels. */
export function registrableDomain(host: string): string | null {
  if (host.startsWith('[') || /^[\d.]+$/.test(host)) return null;
  const labels = host.split('.');
  if (labels.length < 2) return null;
  const [second = '', top = ''] = labels.slice(-2);
  const count = top.length === 2 && SECOND_LEVEL.test(second) ? 3 : 2;
  return labels.length < count ? null : labels.slice(-count).join('.');
}

/** The domain below which strangers live side by side, `github.io` for `me.github.io`; null if there is none. */
export function sharedHostingOf(host: string): string | null {
  const suffix = SHARED_HOSTING.exec(host)?.[2] ?? null;
  return suffix === host ? null : suffix;
}
