import type { Navigation } from '../../messages/messages.ts';
import { originOf } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import { countBefore, type Started } from '../in-order.ts';
import { clockTime, exactTime } from '../language/clock.ts';
import { duration } from '../language/formats.ts';
import { listStrings } from '../list-strings.ts';
import { cut } from './text.ts';

/** A line between the rows of two page loads: the later one. */
export interface LoadMark {
  readonly type: 'load';
  readonly key: string;
  /** The page's whole URL. */
  readonly url: string;
  /** What tells it from the load before: without the origin, if that was the same. */
  readonly label: string;
  readonly time: string;
}

/** A row's time of beginning. */
export interface Began {
  readonly text: string;
  readonly title: string;
}

/**
 * Where the marks of page loads go among rows: by the index of the row before which it is; after all rows for a page
 * that hasn't asked for anything yet. Of loads without a row between them, only the last is marked, and before the
 * first row none: there is nothing to be told apart.
 *
 * @param rows oldest first
 * @param navigations oldest first
 */
export function placeMarks(
  rows: readonly Started[],
  navigations: readonly Navigation[],
): ReadonlyMap<number, LoadMark> {
  const marks = new Map<number, LoadMark>();
  let before = '';
  for (const navigation of navigations) {
    // No id comes before the empty one.
    const index = countBefore(rows, { id: '', startedAt: navigation.at });
    if (index > 0) marks.set(index, toMark(navigation, originOf(before)));
    before = navigation.url;
  }
  return marks;
}

function toMark({ url, at }: Navigation, originBefore: string): LoadMark {
  const parsed = parseUrl(url);
  const label = parsed?.origin === originBefore ? `${parsed.pathname}${parsed.search}` : url;
  return {
    type: 'load',
    key: `load ${at}`,
    url: cut(url, MOST_CHARACTERS),
    label: cut(label, MOST_CHARACTERS),
    time: clockTime(at),
  };
}

/**
 * When the page of a row began to load, in milliseconds since the epoch; null where that isn't known.
 *
 * @param navigations oldest first
 */
export function loadBefore(startedAt: number, navigations: readonly Navigation[]): number | null {
  return navigations.findLast(({ at }) => at <= startedAt)?.at ?? null;
}

/** When a row began: since its page began to load, or by the clock where that isn't known. */
export function toBegan(startedAt: number, loadedAt: number | null): Began {
  const clock = exactTime(startedAt);
  if (loadedAt === null) return { text: clockTime(startedAt), title: clock };
  const since = duration(startedAt - loadedAt);
  return { text: since, title: listStrings.sinceLoad({ duration: since, clock }) };
}

/** How long a request took, as its row shows it. */
export function displayTook(milliseconds: number | null): string {
  return milliseconds === null ? listStrings.unknownDuration : duration(milliseconds);
}

const MOST_CHARACTERS = 240;
