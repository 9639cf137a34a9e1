import { isDevelopmentOrigin } from '../../model/origin.ts';
import { hostnameOf } from '../display-url.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { echoedWithCredentials } from './echoed-origins.ts';
import { exchangesOf } from './exchanges-of.ts';
import { nameSome } from './name-some.ts';
import { type OriginKind, originKind } from './origin-kind.ts';
import { FEARLESS_CORS } from './security-links.ts';

/** What was convenient for developing still stands in the list. */
export const developmentOriginInProduction: AdviceRule = {
  id: 'development-origin-in-production',
  topic: 'security',
  words: {
    title: 'A development origin may read with credentials',
    'title-open': 'A page of anyone’s may read with credentials',
    headline:
      '`{host}` lets `{origins}` read responses with the user’s cookies, and `{host}` looks like production.',
    'headline-open':
      '`{host}` lets `{origins}` read responses with the user’s cookies, and anyone can put a page there.',
    explanation:
      'For you that is convenient. For your users it means that any program on their computer or in their network that answers at such an address may read their data from `{host}`. If `{host}` isn’t production, nothing is wrong.',
    'explanation-open':
      'Tunnels and playgrounds give such addresses to whoever asks, and run what they are given. If a pattern allows them, a page of a stranger reads from `{host}` as the user.',
    evidence:
      'In {count} of the recorded requests, the server named such an origin and allowed credentials; that it is production is concluded from the name `{host}`.',
    'evidence-open':
      'In {count} of the recorded requests, the server named such an origin and allowed credentials.',
    'action-allow-in-development-only':
      'Allow it in the configuration for development or staging only. In production, list the origins of your own pages.',
  },
  links: [FEARLESS_CORS],
  find({ accepted, target }): AdviceFound | null {
    if (!target.startsWith('https:') || isDevelopmentOrigin(target)) return null;
    const echoed = echoedWithCredentials(accepted);
    const allowed = (kind: OriginKind) => [...echoed].filter(([origin]) => originKind(origin) === kind);
    const open = allowed('open-to-anyone');
    const local = isForTrying(target) ? [] : allowed('development');
    const shown = open.length > 0 ? open : local;
    if (shown.length === 0) return null;
    return {
      data: { origins: nameSome(shown.map(([origin]) => origin)) },
      severity: 'medium',
      confidence: open.length > 0 ? 'certain' : 'likely',
      shownBy: exchangesOf(shown.flatMap(([, answers]) => answers)),
      actions: [{ id: 'allow-in-development-only', data: {} }],
      variant:
        open.length > 0
          ? {
              title: 'title-open',
              headline: 'headline-open',
              explanation: 'explanation-open',
              evidence: 'evidence-open',
            }
          : {},
    };
  },
};

/** Whether its name says that it isn't production: by a label, or because it is a tunnel to somebody's computer. */
function isForTrying(target: string): boolean {
  return originKind(target) === 'open-to-anyone' || FOR_TRYING.test(hostnameOf(target));
}

const FOR_TRYING =
  /(^|[.-])(dev|develop|development|nonprod|test|testing|qa|uat|staging|stage|stg|preview|sandbox|demo|local)\d*[.-]/;
