import { isLoopbackHost } from '../../model/origin.ts';
import { hostnameOf } from '../display-url.ts';
import { mdn } from '../links.ts';
import { isSameSiteByName } from '../registrable-domain.ts';
import type { AdviceFound, AdviceRule, EvaluatedExchange } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { costOf } from './measured-preflights.ts';

/** Fewer preflights or failures don't make up for the work. */
const MANY = 5;

/** Where page and API belong together, one origin for both makes an end of CORS. */
export const sameSiteProxy: AdviceRule = {
  id: 'same-site-proxy',
  topic: 'speed',
  words: {
    title: 'Page and API could share one origin',
    'title-loopback': 'A dev-server proxy would do without CORS',
    headline:
      '`{origin}` and `{target}` are of the same site: if one server answered for both, no request would need CORS.',
    'headline-loopback':
      'If your development server passed requests on to `{target}`, pages of `{origin}` would need no CORS for it.',
    explanation:
      'A request to the page’s own origin needs no preflight and no CORS headers, and its cookies need no exceptions. It is worth it where a proxy or router stands in front of both already; it isn’t if other sites call the API too.',
    'explanation-loopback':
      'The browser then sees one origin. Do so if production serves both from one origin too; if it doesn’t, you would meet its CORS errors only there.',
    evidence:
      'By its name, `{host}` is of the same site as the page; requests with a preflight, or blocked: {count}.',
    'evidence-loopback': 'Both are on this computer; requests with a preflight, or blocked: {count}.',
    'action-route-path': 'Let the server of `{origin}` pass on one path, such as `/api`, to `{target}`.',
    'action-use-dev-proxy':
      'Let the development server pass one path, such as `/api`, on to `{target}`: `server.proxy` in Vite, `devServer.proxy` in webpack, `rewrites` in Next.js.',
  },
  links: [mdn('Same-origin policy', 'Security/Same-origin_policy')],
  find({ target, exchanges, preflights }): AdviceFound | null {
    const host = hostnameOf(target);
    const preflighted = new Set(exchangesOf(preflights));
    const burdened = exchanges.filter(
      (each) => preflighted.has(each) || each.evaluation.verdict === 'blocked',
    );
    const origin = burdened.map(initiatorOf).find((each) => belongTogether(hostnameOf(each), host));
    if (origin === undefined) return null;
    const shownBy = burdened.filter((each) => initiatorOf(each) === origin);
    if (shownBy.length < MANY) return null;
    const saved = preflights.filter(({ by }) => initiatorOf(by) === origin);
    const common = {
      data: { origin },
      severity: 'info',
      confidence: 'likely',
      shownBy,
      ...(saved.length === 0 ? {} : { cost: costOf(saved) }),
    } as const;
    if (!isLoopbackHost(host)) return { ...common, actions: [{ id: 'route-path', data: { origin } }] };
    return {
      ...common,
      confidence: 'certain',
      actions: [{ id: 'use-dev-proxy', data: {} }],
      variant: {
        title: 'title-loopback',
        headline: 'headline-loopback',
        explanation: 'explanation-loopback',
        evidence: 'evidence-loopback',
      },
    };
  },
};

function initiatorOf({ exchange }: EvaluatedExchange): string {
  return exchange.initiator;
}

function belongTogether(page: string, api: string): boolean {
  return (isLoopbackHost(page) && isLoopbackHost(api)) || isSameSiteByName(page, api);
}
