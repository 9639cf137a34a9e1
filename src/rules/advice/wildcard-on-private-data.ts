import { isDevelopmentOrigin } from '../../model/origin.ts';
import { mdnHeader } from '../links.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { type OriginKind, originKind } from './origin-kind.ts';
import { PORTSWIGGER_CORS } from './security-links.ts';
import { isWildcard, privateSignOf } from './wildcard.ts';

/** `*` on what isn't for everyone. */
export const wildcardOnPrivateData: AdviceRule = {
  id: 'wildcard-on-private-data',
  topic: 'security',
  words: {
    title: 'Open to every origin, and perhaps not public',
    'title-network': 'A server of your network is open to every website',
    'title-development': 'Your local server is open to every website',
    headline:
      '`{host}` answers `Access-Control-Allow-Origin: *` although `{sign}` says that not all of it is public.',
    'headline-network':
      '`{host}` answers `Access-Control-Allow-Origin: *`, so every website can read it from the browsers of those who can reach it.',
    'headline-development':
      '`{host}` answers `Access-Control-Allow-Origin: *`, so every website that you open while it runs can read it.',
    explanation:
      '`*` isn’t a hole by itself: browsers send no cookies along with it, and another page doesn’t have your token. But it is wider than what is needed, and whoever gets hold of a token can use it from any page.',
    'explanation-network':
      'The firewall keeps strangers out, but not a page of theirs in a browser inside. Chrome asks the user first; don’t build on that. Here `*` is worse than elsewhere, because being in the network is all the protection there is.',
    'explanation-development':
      'Nothing is wrong as long as there is only test data on it. Some browsers ask you before a website may reach your computer; don’t build on that.',
    evidence: 'In {count} of the recorded requests, there are both `*` and `{sign}`.',
    'evidence-network':
      'In {count} of the recorded requests, the server answered `*`, and the page that asked is a public one.',
    'evidence-development':
      'In {count} of the recorded requests, the server answered `*`, and its address is one for development.',
    'action-name-origins':
      'If only your own pages use `{host}`, let it name their origins instead of `*`, with `Vary: Origin`.',
  },
  links: [PORTSWIGGER_CORS, mdnHeader('Access-Control-Allow-Origin')],
  find({ accepted, target }): AdviceFound | null {
    const open = accepted.filter(isWildcard);
    const actions = [{ id: 'name-origins', data: {} }];
    if (isDevelopmentOrigin(target)) {
      if (open.length === 0) return null;
      const fromPublic = open.filter(({ by }) => PUBLIC.has(originKind(by.exchange.initiator)));
      const kind = fromPublic.length > 0 ? 'network' : 'development';
      return {
        data: {},
        severity: kind === 'network' ? 'high' : 'info',
        confidence: 'certain',
        shownBy: exchangesOf(kind === 'network' ? fromPublic : open),
        actions,
        variant: variantOf(kind),
      };
    }
    const [first, ...others] = open.filter((answer) => privateSignOf(answer) !== null);
    const sign = first === undefined ? null : privateSignOf(first);
    if (first === undefined || sign === null) return null;
    const alike = [first, ...others.filter((answer) => privateSignOf(answer) === sign)];
    return { data: { sign }, severity: 'info', confidence: 'likely', shownBy: exchangesOf(alike), actions };
  },
};

/** An opaque origin may be a local page's as well. */
const PUBLIC: ReadonlySet<OriginKind> = new Set(['site', 'open-to-anyone']);

function variantOf(kind: 'network' | 'development'): NonNullable<AdviceFound['variant']> {
  return {
    title: `title-${kind}`,
    headline: `headline-${kind}`,
    explanation: `explanation-${kind}`,
    evidence: `evidence-${kind}`,
  };
}
