import { isOneEditApart } from './one-edit-apart.ts';

/** Endings that are no top-level domains, and are typed for these; `.cm`, `.co` and `.om` exist. */
const MISTYPED_ENDINGS: Readonly<Record<string, string>> = {
  cmo: 'com',
  comm: 'com',
  con: 'com',
  cpm: 'com',
  ocm: 'com',
  vom: 'com',
  xom: 'com',
  ent: 'net',
  nte: 'net',
  ogr: 'org',
  orgg: 'org',
};

/**
 * The host name that was probably meant instead of one that DNS doesn't know; null if none suggests itself. Only slips are
 * taken for such that no working name could have: `localhots`, `api..example.com`, `example.con`.
 */
export function likelyHostName(hostname: string): string | null {
  if (isOneEditApart(hostname, 'localhost')) return 'localhost';
  const labels = hostname
    .split('.')
    .map((label) => label.replace(/^-+|-+$/g, ''))
    .filter((label) => label !== '');
  const [first = '', ...others] = labels;
  if (others.length > 1 && /^(ww|wwww)$/.test(first)) labels[0] = 'www';
  const ending = labels.at(-1) ?? '';
  const meant = labels.length > 1 ? MISTYPED_ENDINGS[ending] : undefined;
  const likely = [...labels.slice(0, -1), meant ?? ending].join('.');
  return likely === '' || likely === hostname ? null : likely;
}

/** Whether a host name is what a variable without a value becomes in a URL. */
export function isUnsetName(hostname: string): boolean {
  return hostname.split('.').some((label) => label === 'undefined' || label === 'null' || label === 'nan');
}

/** Whether a host name is one that only computers inside some network know: a service of Docker Compose, of Kubernetes. */
export function isInnerName(hostname: string): boolean {
  return !hostname.includes('.') || /\.(internal|svc|cluster\.local|local|lan|home\.arpa)$/.test(hostname);
}
