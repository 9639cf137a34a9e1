import type { EngineProfile } from '../../fetch/engine-profile.ts';
import { ENGINES } from '../../fetch/engines.ts';
import { secondsCached } from '../../fetch/preflight-cache.ts';
import { RECOMMENDED_SECONDS } from '../../fixes/index.ts';
import type { Action } from '../../model/fix.ts';
import { getHeaderLines } from '../../model/header-list.ts';
import type { WildcardNames } from '../preflight/wildcard-names.ts';
import type { MeasuredPreflight } from './measured-preflights.ts';

/** What to send. */
export const RECOMMENDED_MAX_AGE = String(RECOMMENDED_SECONDS);

/** Below this, each browser would keep the answer for longer if it were told to. */
const SHORT_SECONDS = Math.min(...Object.values(ENGINES).map(({ preflightCache }) => preflightCache.cap));

/** The lines of Access-Control-Max-Age of its answer. */
export function maxAgeOf({ answer }: MeasuredPreflight): readonly string[] {
  return getHeaderLines(answer.headers, 'Access-Control-Max-Age');
}

/** Whether its browser keeps the answer for less than every browser would. */
export function isKeptShort(preflight: MeasuredPreflight): boolean {
  return secondsCached(maxAgeOf(preflight), profileOf(preflight)) < SHORT_SECONDS;
}

/** The engine that sent it. */
function profileOf({ by }: MeasuredPreflight): EngineProfile {
  return ENGINES[by.exchange.observedIn.engine];
}

export const SEND_MAX_AGE: Action = { id: 'send-max-age', data: { seconds: RECOMMENDED_MAX_AGE } };

/** Words of `SEND_MAX_AGE`. */
export const SEND_MAX_AGE_WORDS =
  'Send `Access-Control-Max-Age: {seconds}` with the answers to preflights. While you still change what they allow, send less: browsers notice a change only when that time is over.';

/** What to list by name, one action for each list. */
export function listByName(wildcards: readonly WildcardNames[]): readonly Action[] {
  const byList = new Map<string, Set<string>>();
  for (const { list, names } of wildcards) {
    byList.set(list, new Set([...(byList.get(list) ?? []), ...names]));
  }
  return [...byList].map(([list, names]) => ({
    id: 'list-by-name',
    data: { list, names: [...names].join(', ') },
  }));
}

/** Words of what `listByName` proposes. */
export const LIST_BY_NAME_WORDS =
  'Instead of `*`, list by name in `{list}` what pages send, at least `{names}`.';
