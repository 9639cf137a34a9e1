import { CORS_PREFLIGHT_FETCH, mdn } from '../links.ts';
import type { AdviceFound, AdviceRule } from './advice.ts';
import { exchangesOf } from './exchanges-of.ts';
import { costOf, type MeasuredPreflight } from './measured-preflights.ts';

/** A wait that users notice if it comes with every request. */
const SLOW_MEDIAN_MS = 100;
/** A wait that is worth something to be rid of, however it is made up. */
const SLOW_TOTAL_MS = 1_000;

/**
 * Preflights that take long, or are so many that it adds up. Only the first for each URL counts: those that a longer
 * `Access-Control-Max-Age` saves are what `max-age-short` is about.
 */
export const slowPreflights: AdviceRule = {
  id: 'slow-preflights',
  topic: 'speed',
  words: {
    title: 'Preflights took {total}',
    headline:
      '{preflights} preflights to `{host}`, each for another URL, took {total}: {share} % of the time that their requests took.',
    'headline-alone':
      '{preflights} preflights to `{host}`, each for another URL, took {total} in this recording.',
    explanation:
      'A request waits for its preflight: for the connection, if that is the first to need it, and for whatever answers `OPTIONS`. What then takes long is often the way through to an application that has nothing to say about it. Browsers keep answers URL by URL, so `Access-Control-Max-Age` doesn’t save the first.',
    evidence: 'Half of them took {median} or more, from when the browser asked to when it had the answer.',
    'action-answer-early':
      'Let what is nearest to the browser answer `OPTIONS` (content delivery network, gateway or reverse proxy), before authentication, sessions and the application.',
  },
  links: [CORS_PREFLIGHT_FETCH, mdn('Preflight request', 'Glossary/Preflight_request')],
  find(traffic): AdviceFound | null {
    const preflights = firstOfEachUrl(traffic.preflights);
    // One alone may have been slow by chance.
    if (preflights.length < 2) return null;
    const { milliseconds: total } = costOf(preflights);
    const median = medianOf(preflights);
    if (median <= SLOW_MEDIAN_MS && total <= SLOW_TOTAL_MS) return null;
    const share = shareOf(preflights);
    return {
      data: {
        preflights: String(preflights.length),
        total: { milliseconds: total },
        median: { milliseconds: median },
        ...(share === null ? {} : { share }),
      },
      severity: 'low',
      confidence: 'certain',
      shownBy: exchangesOf(preflights),
      actions: [{ id: 'answer-early', data: {} }],
      ...(share === null ? { variant: { headline: 'headline-alone' } } : {}),
    };
  },
};

function firstOfEachUrl(preflights: readonly MeasuredPreflight[]): readonly MeasuredPreflight[] {
  const first = new Map<string, MeasuredPreflight>();
  for (const preflight of preflights) {
    if (!first.has(preflight.hop.url)) first.set(preflight.hop.url, preflight);
  }
  return [...first.values()];
}

/** The upper one of two, so that half of all took as long or longer. */
function medianOf(preflights: readonly MeasuredPreflight[]): number {
  const times = preflights.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other);
  return times[Math.ceil((times.length - 1) / 2)] ?? 0;
}

/** In percent, of the time until the requests themselves were answered; null if some weren't, or it comes to nothing. */
function shareOf(preflights: readonly MeasuredPreflight[]): string | null {
  let whole = 0;
  for (const { hop } of preflights) {
    if (hop.response === undefined) return null;
    whole += hop.response.receivedAt - hop.startedAt;
  }
  const share = Math.round((100 * costOf(preflights).milliseconds) / whole);
  return share >= 1 && share <= 100 ? String(share) : null;
}
