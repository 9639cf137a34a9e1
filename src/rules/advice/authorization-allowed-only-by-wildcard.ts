import { isCorsNonWildcardRequestHeaderName } from '../../fetch/cors-non-wildcard-request-header-name.ts';
import { extractHeaderListValues } from '../../fetch/extract-header-list-values.ts';
import { linesOf } from '../../fetch/header-lines.ts';
import { getHeaderLines } from '../../model/header-list.ts';
import { fetchStandard, mdnHeader } from '../links.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { isDefeated } from './wildcard-defeats-preflight-cache.ts';

/** It works because browsers are more generous than the standard. */
export const authorizationAllowedOnlyByWildcard: AdviceRule = {
  id: 'authorization-allowed-only-by-wildcard',
  topic: 'hygiene',
  words: {
    title: 'Authorization is allowed by * alone',
    headline:
      '`{host}` allows `Authorization` only by `Access-Control-Allow-Headers: *`, which today’s browsers accept and the standard doesn’t.',
    explanation:
      'By the standard, `*` covers every header but `Authorization`. Chrome and Firefox let it pass all the same, with a warning in their tools that this will end.',
    evidence:
      'In {count} of the recorded requests, the preflight asked for `authorization` and got `*`, and the browser let it pass.',
    'action-name-authorization':
      'Send `Access-Control-Allow-Headers: *, Authorization`, or name all headers.',
  },
  links: [
    fetchStandard('CORS non-wildcard request-header name', 'cors-non-wildcard-request-header-name'),
    mdnHeader('Access-Control-Allow-Headers'),
  ],
  find({ accepted, preflights }): AdviceFound | null {
    // Where it costs time as well, the advice on that says both.
    const defeated = new Set(preflights.filter(isDefeated).map(({ hop }) => hop));
    const shown = accepted.filter((answer) => isAllowedByWildcard(answer) && !defeated.has(answer.hop));
    if (shown.length === 0) return null;
    return {
      data: {},
      severity: 'low',
      confidence: 'certain',
      shownBy: exchangesOf(shown),
      actions: [{ id: 'name-authorization', data: {} }],
    };
  },
};

function isAllowedByWildcard({ on, hop, headers }: AcceptedAnswer): boolean {
  if (on !== 'preflight') return false;
  const allowed = lowerCaseItems(linesOf(headers, 'access-control-allow-headers'));
  if (!allowed.includes('*') || allowed.some(isCorsNonWildcardRequestHeaderName)) return false;
  const asked = getHeaderLines(hop.preflight?.request.headers ?? [], 'access-control-request-headers');
  return lowerCaseItems(asked).some(isCorsNonWildcardRequestHeaderName);
}

function lowerCaseItems(lines: readonly string[]): readonly string[] {
  const list = extractHeaderListValues(lines);
  return list.ok ? list.values.map((name) => name.toLowerCase()) : [];
}
