import { combine, linesOf } from '../../fetch/header-lines.ts';
import { fetchStandard, mdnHeader } from '../links.ts';
import { sharedCacheHit, variesByOrigin } from '../shared-cache.ts';
import type { AcceptedAnswer } from './accepted-answers.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { echoedOrigins } from './echoed-origins.ts';
import { exchangesOf } from './exchanges-of.ts';
import { nameSome } from './name-some.ts';

/** A cache can't know that another page needs another response. */
export const varyOriginMissing: AdviceRule = {
  id: 'vary-origin-missing',
  topic: 'security',
  words: {
    title: 'Vary: Origin is missing',
    'title-one': 'Vary: Origin may be missing',
    headline:
      '`{host}` names the origin that asks, `{origins}`, but sends no `Vary: Origin`, so caches hand one page’s response to another.',
    'headline-one':
      '`{host}` names `{origins}` without `Vary: Origin`, so if it names others too, caches hand one page’s response to another.',
    explanation:
      'A cache that isn’t told that the response depends on `Origin` keeps one for all. The next page then gets a response that names somebody else and is blocked, on some days and for some users only.',
    'explanation-one':
      'A cache that isn’t told that the response depends on `Origin` keeps one for all, and pages of other origins are then blocked. A server that sends this one value to everybody doesn’t need `Vary`.',
    evidence: '{count} of the recorded responses have no `Vary: Origin`, and they name different origins.',
    'evidence-cached':
      'In {count} of the recorded requests, the response has no `Vary: Origin` and may be kept (`{sign}`); only one origin asked, so it can’t be seen whether the value varies.',
    'action-send-vary':
      'Send `Vary: Origin` with every response of these URLs, also with those to requests without `Origin`.',
  },
  links: [fetchStandard('CORS protocol and HTTP caches', 'cors-protocol-and-http-caches'), mdnHeader('Vary')],
  find({ accepted }): AdviceFound | null {
    const lacking = accepted.filter(isUnvaried);
    const origins = [...echoedOrigins(lacking).keys()];
    const common = { actions: [{ id: 'send-vary', data: {} }] };
    if (origins.length > 1) {
      return {
        ...common,
        data: { origins: nameSome(origins) },
        severity: 'medium',
        confidence: 'certain',
        shownBy: exchangesOf(lacking),
      };
    }
    for (const { signOf, severity } of SIGNS) {
      const kept = lacking.filter((answer) => signOf(answer) !== null);
      const [first] = kept;
      const sign = first === undefined ? null : signOf(first);
      if (sign === null) continue;
      return {
        ...common,
        data: { origins: nameSome(origins), sign },
        severity,
        confidence: 'possible',
        shownBy: exchangesOf(kept),
        variant: {
          title: 'title-one',
          headline: 'headline-one',
          explanation: 'explanation-one',
          evidence: 'evidence-cached',
        },
      };
    }
    return null;
  },
};

/** Whether a cache may keep it for a page of another origin, as far as `Vary` tells. Only answers to GET and HEAD are kept. */
function isUnvaried({ on, hop, sent, allowOrigin, headers, response }: AcceptedAnswer): boolean {
  if (on === 'preflight' || allowOrigin !== sent) return false;
  if (hop.method !== 'GET' && hop.method !== 'HEAD') return false;
  if (/(^|[\s,])no-store([\s,]|$)/i.test(combine(linesOf(headers, 'cache-control')) ?? '')) return false;
  return !variesByOrigin(response.headers);
}

/** The header that lets a cache use its copy without asking. */
function lifetime({ headers }: AcceptedAnswer): string | null {
  const control = combine(linesOf(headers, 'cache-control')) ?? '';
  return /\b(s-maxage|max-age)\s*=\s*"?0*[1-9]/i.test(control) ? 'Cache-Control' : null;
}

/** The header by which a cache says that it did. */
function copy({ response }: AcceptedAnswer): string | null {
  return sharedCacheHit(response.headers)?.[0] ?? null;
}

/** The header by which a cache asks the server whether its copy is still good. */
function validator({ headers }: AcceptedAnswer): string | null {
  return ['etag', 'last-modified'].find((name) => linesOf(headers, name).length > 0) ?? null;
}

/** What shows that a cache keeps a response, the strongest sign first. */
const SIGNS = [
  { signOf: copy, severity: 'medium' },
  { signOf: lifetime, severity: 'low' },
  { signOf: validator, severity: 'info' },
] as const;
