import { CORS_PREFLIGHT_FETCH, mdnHeader } from '../links.ts';
import { CAPS } from '../preflight/explain-caching.ts';
import { wildcardNames } from '../preflight/wildcard-names.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { costOf, type MeasuredPreflight } from './measured-preflights.ts';
import {
  isKeptShort,
  LIST_BY_NAME_WORDS,
  listByName,
  maxAgeOf,
  RECOMMENDED_MAX_AGE,
  SEND_MAX_AGE,
  SEND_MAX_AGE_WORDS,
} from './preflight-caching.ts';
import { type OtherAnswer, savedPreflights, withNames } from './saved-preflights.ts';

const WOULD_HAVE_FOUND =
  'Of {sent} preflights for the same URLs, {saved} would have found an answer still kept with `Access-Control-Max-Age: {recommended}`';

/** Browsers ask again for what they were allowed a moment ago, because they weren't told for how long that holds. */
export const maxAgeShort: AdviceRule = {
  id: 'max-age-short',
  topic: 'speed',
  words: {
    title: 'Preflights repeated: short Access-Control-Max-Age',
    'title-none': 'Preflights repeated: no Access-Control-Max-Age',
    headline:
      '`{host}` sends `Access-Control-Max-Age: {value}`, and that cost {saved} of {sent} preflights in this recording.',
    'headline-none':
      '`{host}` sends no `Access-Control-Max-Age`, and that cost {saved} of {sent} preflights in this recording.',
    explanation:
      'As long as an answer counts, the browser doesn’t ask again for the same URL, origin and credentials mode. Chromium keeps it for {chromium} s at the most, Firefox for {firefox} s and Safari for {webkit} s, whatever the header says.',
    evidence: `${WOULD_HAVE_FOUND}.`,
    'evidence-credentials': `${WOULD_HAVE_FOUND}; browsers keep answers apart by the credentials mode, and that wasn’t to be seen.`,
    'evidence-bypassed': `${WOULD_HAVE_FOUND}; but others came while one still counted, as with “Disable cache” on in DevTools, and then no header helps.`,
    'action-send-max-age': SEND_MAX_AGE_WORDS,
    'action-list-by-name': LIST_BY_NAME_WORDS,
  },
  links: [mdnHeader('Access-Control-Max-Age'), CORS_PREFLIGHT_FETCH],
  find(traffic): AdviceFound | null {
    // Most servers have none, and playing the recording again takes longer than looking.
    if (!traffic.preflights.some(isShort)) return null;
    const { saved, bypassing } = savedPreflights(traffic, withLongerMaxAge);
    if (saved.length === 0) return null;
    const urls = new Set(saved.map(({ hop }) => hop.url));
    const sent = traffic.preflights.filter((each) => isShort(each) && urls.has(each.hop.url));
    const value = sent.flatMap(maxAgeOf)[0];
    const told = value === undefined ? NONE : { data: { value }, variant: {} };
    const sureness = bypassing.length > 0 ? BYPASSED : saved.some(isOfUnknownMode) ? UNKNOWN_MODE : CERTAIN;
    return {
      data: {
        ...CAPS,
        saved: String(saved.length),
        sent: String(sent.length),
        recommended: RECOMMENDED_MAX_AGE,
        ...told.data,
      },
      severity: 'low',
      confidence: sureness.confidence,
      variant: { ...told.variant, ...sureness.variant },
      shownBy: exchangesOf(sent),
      actions: [
        SEND_MAX_AGE,
        ...listByName(sent.flatMap(({ answer, because }) => wildcardNames(answer, because))),
      ],
      cost: costOf(saved),
    };
  },
};

const NONE = { data: {}, variant: { title: 'title-none', headline: 'headline-none' } };

const CERTAIN = { confidence: 'certain', variant: {} } as const;
const UNKNOWN_MODE = { confidence: 'likely', variant: { evidence: 'evidence-credentials' } } as const;
const BYPASSED = { confidence: 'possible', variant: { evidence: 'evidence-bypassed' } } as const;

/** With its `*` replaced too: Firefox would forget the answer at once, however long it may keep it. */
const withLongerMaxAge: OtherAnswer = (answer, preflight) =>
  isShort(preflight) ? { ...withNames(answer, preflight), maxAge: [RECOMMENDED_MAX_AGE] } : answer;

function isShort(preflight: MeasuredPreflight): boolean {
  return preflight.passed && isKeptShort(preflight);
}

function isOfUnknownMode({ by }: MeasuredPreflight): boolean {
  return by.evaluation.credentials.value === 'unknown';
}
