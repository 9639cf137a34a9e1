import type { EngineProfile } from '../../fetch/engine-profile.ts';
import { ENGINES } from '../../fetch/engines.ts';
import type { ExtractedValues } from '../../fetch/extract-header-list-values.ts';
import {
  afterAnswer,
  afterFailure,
  afterMiss,
  type CacheableAnswer,
  matchingEntries,
  type PreflightCache,
} from '../../fetch/preflight-cache.ts';
import type { Hop } from '../../model/exchange.ts';
import { cacheEventsOf, unsafeNamesOf } from '../preflight/cache-events.ts';
import { wildcardNames } from '../preflight/wildcard-names.ts';
import type { EvaluatedExchange, TargetTraffic } from './advice.ts';
import { type MeasuredPreflight, reasonsOf } from './measured-preflights.ts';

/** What would have become of the recorded preflights, had the server answered them otherwise. */
export interface SavedPreflights {
  /** Those that wouldn't have been sent. */
  readonly saved: readonly MeasuredPreflight[];
  /**
   * Those that were sent although, by the engine's rules, an answer still counted: the page or DevTools bypassed the cache.
   * Nothing that a server answers saves them.
   */
  readonly bypassing: readonly MeasuredPreflight[];
}

/** What a server would have answered instead, to a preflight that passed. */
export type OtherAnswer = (
  answer: CacheableAnswer,
  preflight: MeasuredPreflight,
  profile: EngineProfile,
) => CacheableAnswer;

/**
 * Plays the recording twice through the model of the engine's preflight cache: as it was, and with other answers. A
 * preflight is saved if only the second still had an answer when its request started; what it was answered is then
 * missing there, as nobody asked. Takes time in proportion to the number of exchanges.
 */
export function savedPreflights(traffic: TargetTraffic, otherwise: OtherAnswer): SavedPreflights {
  const preflights = new Map(traffic.preflights.map((each) => [each.hop, each]));
  const saved = new Set<MeasuredPreflight>();
  const bypassing = new Set<MeasuredPreflight>();
  for (const hops of hopsByCache(traffic).values()) {
    // The first has nothing to go by.
    const asked = hops.filter(({ hop }) => hop.preflight !== undefined).length;
    if (asked > 1) play(hops, preflights, otherwise, saved, bypassing);
  }
  const inOrder = (some: ReadonlySet<MeasuredPreflight>) =>
    traffic.preflights.filter((each) => some.has(each));
  return { saved: inOrder(saved), bypassing: inOrder(bypassing) };
}

/** The answer with what it allows by `*` added by name. */
export function withNames(
  answer: CacheableAnswer,
  { answer: response, because }: MeasuredPreflight,
): CacheableAnswer {
  const names = wildcardNames(response, because);
  const added = (list: ExtractedValues, header: string): ExtractedValues => {
    if (!list.ok) return list;
    return {
      ok: true,
      values: [...list.values, ...names.flatMap((each) => (each.list === header ? each.names : []))],
    };
  };
  return {
    ...answer,
    methods: added(answer.methods, 'Access-Control-Allow-Methods'),
    headers: added(answer.headers, 'Access-Control-Allow-Headers'),
  };
}

interface RecordedHop {
  readonly by: EvaluatedExchange;
  readonly hop: Hop;
  readonly index: number;
}

/** Hops that can serve each other: those of one engine and URL. */
function hopsByCache({ exchanges }: TargetTraffic): ReadonlyMap<string, readonly RecordedHop[]> {
  const byCache = new Map<string, RecordedHop[]>();
  for (const by of exchanges) {
    for (const [index, hop] of by.exchange.hops.entries()) {
      const key = `${by.exchange.observedIn.engine} ${hop.url}`;
      const known = byCache.get(key);
      if (known === undefined) byCache.set(key, [{ by, hop, index }]);
      else known.push({ by, hop, index });
    }
  }
  return byCache;
}

/** Something that happened, and when. */
interface Moment {
  readonly at: number;
  readonly happen: () => void;
}

/** Goes through what happened in the order of its times, and tells the preflights apart. */
function play(
  hops: readonly RecordedHop[],
  preflights: ReadonlyMap<Hop, MeasuredPreflight>,
  otherwise: OtherAnswer,
  saved: Set<MeasuredPreflight>,
  bypassing: Set<MeasuredPreflight>,
): void {
  let real: PreflightCache<null> = [];
  let other: PreflightCache<null> = [];
  const moments = hops.flatMap(({ by, hop, index }): readonly Moment[] => {
    const { exchange, evaluation } = by;
    const profile = ENGINES[exchange.observedIn.engine];
    const preflight = preflights.get(hop);
    const { request, askedAt, answer, failedAt } = cacheEventsOf(exchange, hop, index, evaluation);
    /** Whether none would have been sent, had the answers been other ones. */
    let spared = false;
    const happened: Moment[] = [];
    if (askedAt !== null) {
      const wanted = { ...request, unsafeNames: unsafeNamesOf(reasonsOf(by, index)) };
      const at = hop.startedAt;
      const start = () => {
        const bypassed = matchingEntries(real, wanted, at, profile) !== null;
        spared = !bypassed && matchingEntries(other, wanted, at, profile) !== null;
        if (preflight?.passed !== true) return;
        if (bypassed) bypassing.add(preflight);
        else if (spared) saved.add(preflight);
      };
      const ask = () => {
        real = afterMiss(real, request, profile);
        if (!spared) other = afterMiss(other, request, profile);
      };
      happened.push({ at, happen: start }, { at: askedAt, happen: ask });
    }
    if (answer !== null) {
      const at = answer.response.receivedAt;
      const happen = () => {
        real = afterAnswer(real, request, answer, at, null, profile);
        if (spared) return;
        const instead = preflight?.passed === true ? otherwise(answer, preflight, profile) : answer;
        other = afterAnswer(other, request, instead, at, null, profile);
      };
      happened.push({ at, happen });
    }
    if (failedAt !== null) {
      const happen = () => {
        real = afterFailure(real, request, profile);
        // What isn't sent can't fail.
        if (!spared || answer !== null) other = afterFailure(other, request, profile);
      };
      happened.push({ at: failedAt, happen });
    }
    return happened;
  });
  for (const { happen } of moments.toSorted((one, next) => one.at - next.at)) happen();
}
