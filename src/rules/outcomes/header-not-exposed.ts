import type { ReadableCondition } from '../../fetch/evaluation.ts';
import { unreadableForScripts } from '../headers-for-scripts.ts';
import { fetchStandard, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** Script may read the response, but not the headers that such a response is usually read for. */
export const headerNotExposed: Rule = {
  id: 'header-not-exposed',
  severity: 'info',
  words: {
    title: 'Allowed, but headers stay hidden',
    'title-perhaps': 'Allowed, but headers may stay hidden',
    headline: 'The response is readable, but not its header `{headers}`: `{host}` doesn’t expose it.',
    'headline-several':
      'The response is readable, but not its headers `{headers}`: `{host}` doesn’t expose them.',
    'headline-unless-credentials':
      'The response is readable, but `{headers}` only if the request doesn’t include credentials: `{host}` exposes it with `*`.',
    'headline-by-fetch':
      'The response is readable, but `{headers}` at most with `fetch()`: `Access-Control-Expose-Headers` of `{host}` isn’t a list of header names.',
    explanation:
      'Across origins a script sees only a few response headers, unless the server names others in `Access-Control-Expose-Headers`. Reading another gives `null`, without an error.',
    'explanation-unless-credentials':
      'In `Access-Control-Expose-Headers`, `*` means all headers, but with credentials only a header of that very name. The browser doesn’t show whether this request included them. If it did, reading `{headers}` gives `null`, without an error.',
    'explanation-by-fetch':
      'One item isn’t a header name, which makes the list invalid. This browser comes to its `*` before that, and counts it for `fetch()` without credentials. XMLHttpRequest and other browsers expose nothing then: reading `{headers}` gives `null`, without an error.',
    evidence:
      'The response has `{headers}`, which no `Access-Control-Expose-Headers` names. Whether a script wants to read that isn’t shown.',
    'action-expose-headers':
      'If your script needs them, let the server send `Access-Control-Expose-Headers: {headers}` with this response.',
  },
  links: [
    mdnHeader('Access-Control-Expose-Headers'),
    fetchStandard('CORS-safelisted response-header name', 'cors-safelisted-response-header-name'),
  ],
  explains: ['no-fault'],
  find({ evaluation, hop, hopIndex }): Found | null {
    if (evaluation.verdict !== 'allowed' || evaluation.readable === null) return null;
    const { conditions } = evaluation.readable;
    const names = unreadableForScripts(evaluation.readable, hop.response?.status ?? 0);
    if (names.length === 0) return null;
    const headers = names.join(', ');
    return {
      data: { headers },
      confidence: 'possible',
      at: { hop: hopIndex, on: 'response' },
      actions: [{ id: 'expose-headers', data: { headers } }],
      variant: variantOf(names, conditions),
    };
  },
};

function variantOf(
  names: readonly string[],
  conditions: readonly ReadableCondition[],
): NonNullable<Found['variant']> {
  if (conditions.length === 0) return names.length > 1 ? { headline: 'headline-several' } : {};
  const condition = conditions.includes('fetch') ? 'by-fetch' : 'unless-credentials';
  return {
    title: 'title-perhaps',
    headline: `headline-${condition}`,
    explanation: `explanation-${condition}`,
  };
}
