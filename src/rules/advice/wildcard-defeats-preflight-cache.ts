import { CORS_PREFLIGHT_FETCH, mdnHeader } from '../links.ts';
import { wildcardNames } from '../preflight/wildcard-names.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { costOf, type MeasuredPreflight } from './measured-preflights.ts';
import { isKeptShort, LIST_BY_NAME_WORDS, listByName, maxAgeOf } from './preflight-caching.ts';
import { savedPreflights, withNames } from './saved-preflights.ts';

/** The server means its answers to be kept, and `*` in them keeps browsers from it. */
export const wildcardDefeatsPreflightCache: AdviceRule = {
  id: 'wildcard-defeats-preflight-cache',
  topic: 'speed',
  words: {
    title: '* defeats the preflight cache in Firefox',
    'title-authorization': '* defeats the preflight cache for Authorization',
    headline:
      '`{host}` allows `{names}` only by the `*` in `{list}`, so Firefox asks before every request, whatever `Access-Control-Max-Age` says.',
    'headline-authorization':
      '`{host}` allows `{names}` only by the `*` in `{list}`, so Firefox and Chromium ask before every request, whatever `Access-Control-Max-Age` says.',
    explanation:
      'Firefox looks for the very name in the answer that it kept, and `*` is none. Names work in every browser, and with credentials too.',
    'explanation-authorization':
      'By the standard, `*` doesn’t cover `Authorization`. Firefox and Chromium let that pass when they ask, with a warning in their tools that this will end, but never by an answer that they kept.',
    evidence:
      'An answer with `Access-Control-Max-Age: {value}` had `*` in `{list}`, and `{names}` wasn’t listed by name.',
    'action-list-by-name': LIST_BY_NAME_WORDS,
  },
  links: [
    mdnHeader('Access-Control-Allow-Headers'),
    mdnHeader('Access-Control-Max-Age'),
    CORS_PREFLIGHT_FETCH,
  ],
  find(traffic): AdviceFound | null {
    const defeated = traffic.preflights.filter(isDefeated);
    const actions = listByName(defeated.flatMap(({ answer, because }) => wildcardNames(answer, because)));
    const [first] = actions;
    const value = defeated.flatMap(maxAgeOf)[0];
    if (first === undefined || value === undefined) return null;
    const { saved } = savedPreflights(traffic, (answer, preflight) =>
      isDefeated(preflight) ? withNames(answer, preflight) : answer,
    );
    const { names } = first.data;
    const isOfAuthorization = typeof names === 'string' && names.split(', ').includes('authorization');
    return {
      data: { ...first.data, value },
      severity: 'low',
      confidence: 'certain',
      shownBy: exchangesOf(defeated),
      actions,
      ...(saved.length === 0 ? {} : { cost: costOf(saved) }),
      ...(isOfAuthorization ? { variant: FOR_AUTHORIZATION } : {}),
    };
  },
};

const FOR_AUTHORIZATION = {
  title: 'title-authorization',
  headline: 'headline-authorization',
  explanation: 'explanation-authorization',
};

/** With credentials `*` would be a name like any other; and an answer that is kept for a moment only has another fault. */
export function isDefeated(preflight: MeasuredPreflight): boolean {
  const { passed, by, answer, because } = preflight;
  if (!passed || by.evaluation.credentials.value === 'include' || isKeptShort(preflight)) return false;
  return wildcardNames(answer, because).length > 0;
}
