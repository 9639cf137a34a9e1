import { array, finite, maxLength, number, object, pipe, safeParse, string } from 'valibot';
import { maskUrl } from '../model/mask-secrets.ts';
import { withoutFragment } from '../model/url.ts';

/** What the page's own Resource Timing tells of one request. Times in milliseconds since the epoch. */
export interface ResourceTiming {
  /** The URL that was requested first, as an exchange has it: secrets masked, without fragment. */
  readonly url: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** The last response's status if script may read it; 0 if not, and if there was none. */
  readonly status: number;
}

/** Browsers keep 250 entries unless the page asks for more; the newest are what the panel asks about. */
const MAX_TIMINGS = 5_000;

/**
 * What the inspected page is asked to evaluate: constant, and it changes nothing there. It tells how long ago a request
 * was instead of using `timeOrigin`, which no longer fits the clock when the computer has slept since.
 */
export const RESOURCE_TIMING_EXPRESSION = `({
  clock: Date.now(),
  elapsed: performance.now(),
  entries: performance.getEntriesByType('resource').slice(-${MAX_TIMINGS}).map((entry) => ({
    name: entry.name,
    startTime: entry.startTime,
    responseEnd: entry.responseEnd,
    responseStatus: entry.responseStatus,
  })),
})`;

const Milliseconds = pipe(number(), finite());

const Answer = object({
  clock: Milliseconds,
  elapsed: Milliseconds,
  entries: pipe(
    array(
      object({
        name: string(),
        startTime: Milliseconds,
        responseEnd: Milliseconds,
        responseStatus: Milliseconds,
      }),
    ),
    maxLength(MAX_TIMINGS),
  ),
});

/**
 * Reads what `devtools.inspectedWindow.eval` gave for `RESOURCE_TIMING_EXPRESSION`: the value, or `[value, exception]`.
 * The page could have put its own functions there, so it may be anything; null if it isn't what we asked for.
 */
export function parseResourceTimings(answer: unknown): readonly ResourceTiming[] | null {
  const { success, output } = safeParse(Answer, Array.isArray(answer) ? answer[0] : answer);
  if (!success) return null;
  const origin = output.clock - output.elapsed;
  return output.entries.map(({ name, startTime, responseEnd, responseStatus }) => ({
    url: maskUrl(withoutFragment(name)),
    startedAt: origin + startTime,
    endedAt: origin + responseEnd,
    status: responseStatus,
  }));
}
