import type { EngineProfile } from '../../fetch/engine-profile.ts';
import { ENGINES } from '../../fetch/engines.ts';
import type { PreflightReason, ResolvedCredentials } from '../../fetch/evaluation.ts';
import { secondsCached } from '../../fetch/preflight-cache.ts';
import type { Hop, HttpResponse } from '../../model/exchange.ts';
import { getHeaderLines } from '../../model/header-list.ts';
import type { Message } from '../diagnosis.ts';
import { preflightMessage } from './preflight-message.ts';
import { wildcardNames } from './wildcard-names.ts';

const DEFAULT = String(ENGINES.chromium.preflightCache.default);

/** How many seconds each engine keeps an answer at the most, as words name it. */
export const CAPS = {
  chromium: String(ENGINES.chromium.preflightCache.cap),
  firefox: String(ENGINES.firefox.preflightCache.cap),
  webkit: String(ENGINES.webkit.preflightCache.cap),
};

/** What to do where no answer was kept yet. */
export const CACHING_ADVICE: Message = preflightMessage('cache-none', { default: DEFAULT, ...CAPS });

/**
 * How long the answer to a preflight that passed counts, what keeps it from that, and what would let it count longer.
 *
 * @param because what made the preflight necessary
 */
export function explainCaching(
  { url, preflight }: Hop,
  because: readonly PreflightReason[],
  credentials: ResolvedCredentials,
  profile: EngineProfile,
): readonly Message[] {
  const answer = preflight?.response;
  if (answer === undefined) return [CACHING_ADVICE];
  const lines = getHeaderLines(answer.headers, 'Access-Control-Max-Age');
  const seconds = secondsCached(lines, profile);
  const message = maxAgeMessage(lines.join(', '), seconds);
  if (message.key !== 'cache-set') return [message];
  const { longestUrl } = profile.preflightCache;
  if (url.length > longestUrl) {
    const data = { most: String(longestUrl), length: String(url.length) };
    return [preflightMessage('cache-long-url', data)];
  }
  return credentials.value === 'include' ? [message] : [message, ...wildcards(answer, because)];
}

function maxAgeMessage(value: string, seconds: number): Message {
  if (value === '') return CACHING_ADVICE;
  if (!/^[+-]?\d+$/.test(value)) return preflightMessage('cache-malformed', { value, default: DEFAULT });
  if (seconds === 0) return preflightMessage('cache-off', { value, ...CAPS });
  return preflightMessage('cache-set', { value, seconds: String(seconds), ...CAPS });
}

/** What only `*` allowed: it isn't kept everywhere. */
function wildcards(answer: HttpResponse, because: readonly PreflightReason[]): readonly Message[] {
  return wildcardNames(answer, because).map(({ list, names }) => {
    const key = names.includes('authorization') ? 'cache-wildcard-authorization' : 'cache-wildcard';
    return preflightMessage(key, { list, names: names.join(', ') });
  });
}
