import { hostnameOf } from '../display-url.ts';
import { registrableDomain, sharedHostingOf } from '../registrable-domain.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { type EchoedOrigins, echoedWithCredentials } from './echoed-origins.ts';
import { exchangesOf } from './exchanges-of.ts';
import { nameSome } from './name-some.ts';
import { originKind } from './origin-kind.ts';
import { probesFor } from './probes.ts';
import { FEARLESS_CORS, PORTSWIGGER_CORS } from './security-links.ts';

/** So many subdomains of one's own, and a list of them is less likely. */
const MANY = 3;

/** A pattern such as `*.example.com` trusts subdomains that don't exist yet. */
export const anySubdomainTrusted: AdviceRule = {
  id: 'any-subdomain-trusted',
  topic: 'security',
  words: {
    title: 'May allow every subdomain, with credentials',
    'title-shared': 'May allow strangers’ subdomains, with credentials',
    headline:
      '`{host}` lets several subdomains of `{domain}` read responses with the user’s cookies, so it may let all of them.',
    'headline-shared':
      '`{host}` lets several subdomains of `{domain}` read responses with the user’s cookies, and anyone can get one.',
    explanation:
      'If each of them is on a list, nothing has to change. A pattern also trusts what comes later: a forgotten subdomain that somebody takes over, or one that runs other people’s code, may then read as the user.',
    'explanation-shared':
      'A pattern for previews of your own usually matches names that strangers can register there, too. Whoever does reads from `{host}` as the user.',
    evidence:
      'In {count} of the recorded requests, the server named one of `{origins}` and allowed credentials; whether by a list or by a pattern can’t be seen from outside.',
    'action-list-subdomains': 'List the subdomains that need it, one by one.',
    'action-probe-subdomain':
      'Send `{host}` a request with each of the `Origin` values below. It should name none of them.',
  },
  links: [FEARLESS_CORS, PORTSWIGGER_CORS],
  find({ accepted }): AdviceFound | null {
    const echoed = echoedWithCredentials(accepted);
    const groups = [...byDomain(echoed)].filter(
      ([domain, origins]) => hostsOf(origins).size >= (isShared(domain) ? 2 : MANY),
    );
    const group = groups.find(([domain]) => isShared(domain)) ?? groups[0];
    if (group === undefined) return null;
    const [domain, origins] = group;
    const shared = isShared(domain);
    const variant = { title: 'title-shared', headline: 'headline-shared', explanation: 'explanation-shared' };
    return {
      data: { domain, origins: nameSome(origins) },
      severity: shared ? 'medium' : 'info',
      confidence: shared ? 'likely' : 'possible',
      shownBy: exchangesOf(origins.flatMap((origin) => echoed.get(origin) ?? [])),
      actions: [
        { id: 'list-subdomains', data: {} },
        { id: 'probe-subdomain', data: {} },
      ],
      probes: [...new Set([`https://cors-probe.${domain}`, ...probesFor(origins[0] ?? '')])],
      ...(shared ? { variant } : {}),
    };
  },
};

/** The origins by the domain that their hosts are below. */
function byDomain(echoed: EchoedOrigins): ReadonlyMap<string, readonly string[]> {
  const groups = new Map<string, string[]>();
  for (const origin of echoed.keys()) {
    if (originKind(origin) !== 'site') continue;
    const host = hostnameOf(origin);
    const domain = sharedHostingOf(host) ?? registrableDomain(host);
    if (domain === null) continue;
    groups.set(domain, [...(groups.get(domain) ?? []), origin]);
  }
  return groups;
}

/** The hosts below the domain; the domain itself, with or without `www`, is nobody's pattern. */
function hostsOf(origins: readonly string[]): ReadonlySet<string> {
  const hosts = origins.map((origin) => hostnameOf(origin).replace(/^www\./, ''));
  return new Set(hosts.filter((host) => sharedHostingOf(host) !== null || registrableDomain(host) !== host));
}

function isShared(domain: string): boolean {
  return sharedHostingOf(`x.${domain}`) === domain;
}
