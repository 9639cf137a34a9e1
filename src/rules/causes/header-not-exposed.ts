import type { HeaderList } from '../../model/header-list.ts';
import { fetchStandard, mdnHeader } from '../links.ts';
import type { Found, Rule } from '../rule.ts';

/** Script may read the response, but not the headers that such a response is usually read for. */
export const headerNotExposed: Rule = {
  id: 'header-not-exposed',
  severity: 'info',
  words: {
    title: 'Allowed, but headers stay hidden',
    headline: 'The response is readable, but not its header `{headers}`: `{host}` doesn’t expose it.',
    'headline-several':
      'The response is readable, but not its headers `{headers}`: `{host}` doesn’t expose them.',
    explanation:
      'Across origins a script sees only a few response headers, unless the server names others in `Access-Control-Expose-Headers`. Reading another gives `null`, without an error.',
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
    const names = usefulNames(evaluation.readable.hidden, hop.response?.status ?? 0);
    if (names.length === 0) return null;
    const headers = names.join(', ');
    return {
      data: { headers },
      confidence: 'possible',
      at: { hop: hopIndex, on: 'response' },
      actions: [{ id: 'expose-headers', data: { headers } }],
      ...(names.length > 1 ? { variant: { headline: 'headline-several' } } : {}),
    };
  },
};

/** Headers that are sent for the sake of the script that reads them, rather than for browsers and caches. */
const FOR_SCRIPTS =
  /^(content-disposition|content-range|link|retry-after|upload-offset|upload-length|x-auth-token|x-csrf-token|x-(total|page|per-page|next|prev|pagination)(-.+)?|x-.+-(count|total|pages)|(x-)?rate-?limit(-.+)?)$/;

function usefulNames(hidden: HeaderList, status: number): readonly string[] {
  const names = hidden
    .map(([name]) => name)
    .filter((name) => {
      const lower = name.toLowerCase();
      return FOR_SCRIPTS.test(lower) || (lower === 'location' && (status === 201 || status === 202));
    });
  return [...new Set(names)];
}
