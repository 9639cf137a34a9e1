import { array, finite, maxLength, minValue, number, object, pipe, safeParse, string } from 'valibot';
import { MAX_URL_LENGTH } from '../model/limits.ts';
import { originOf } from '../model/origin.ts';
import { inspectedWindow } from './devtools.ts';

/** What the page in front of DevTools says of itself, or that the browser lets no extension ask it. */
export type InspectedPage =
  | { readonly kind: 'refused' }
  | {
      readonly kind: 'page';
      /** Serialised origin. */
      readonly origin: string;
      readonly asked: readonly AskedOrigin[];
      /** The http(s) origins that its Content Security Policy lets no script ask (`connect-src`), and one tried. */
      readonly forbidden: readonly string[];
    };

/** An http(s) origin from which a script of the page asked for something. */
export interface AskedOrigin {
  readonly origin: string;
  /** When it last did, and got an end. Milliseconds since the epoch. */
  readonly at: number;
}

/** A page that asks more origins than that says nothing of the others. */
const MAX_ASKED = 100;

/** The browser has told everything about a request that ended that long ago. */
const SETTLED_AFTER_MS = 1_000;

/**
 * What the inspected page is asked to evaluate: constant, and it changes nothing there. Only `fetch` and
 * `XMLHttpRequest`: other requests may be answered from the memory of the page, and are then no requests at all. Nor are
 * those that a service worker answers. Of what its policy forbids, the browser keeps reports for whoever looks.
 */
export const INSPECTED_PAGE_EXPRESSION = `(() => {
  const now = performance.now();
  const asked = {};
  for (const entry of performance.getEntriesByType('resource')) {
    const { initiatorType: by, workerStart, startTime, responseEnd } = entry;
    if ((by !== 'fetch' && by !== 'xmlhttprequest') || workerStart > 0) continue;
    if (responseEnd <= now - ${SETTLED_AFTER_MS}) asked[new URL(entry.name).origin] = now - startTime;
  }
  const forbidden = new Set();
  try {
    const observer = new ReportingObserver(() => {}, { types: ['csp-violation'], buffered: true });
    observer.observe();
    for (const { body } of observer.takeRecords()) {
      const { disposition, effectiveDirective, blockedURL } = body;
      if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') continue;
      if (URL.canParse(blockedURL)) forbidden.add(new URL(blockedURL).origin);
    }
    observer.disconnect();
  } catch {}
  return {
    origin: location.origin,
    forbidden: [...forbidden].slice(0, ${MAX_ASKED}),
    asked: Object.entries(asked).slice(0, ${MAX_ASKED}).map(([origin, ago]) => ({ origin, ago })),
  };
})()`;

const Origin = pipe(string(), maxLength(MAX_URL_LENGTH));

const Answer = object({
  origin: Origin,
  forbidden: pipe(array(Origin), maxLength(MAX_ASKED)),
  asked: pipe(
    array(object({ origin: Origin, ago: pipe(number(), finite(), minValue(0)) })),
    maxLength(MAX_ASKED),
  ),
});

/**
 * Reads what `devtools.inspectedWindow.eval` gave for `INSPECTED_PAGE_EXPRESSION`: the value, or `[value, problem]`. The
 * page could have put its own functions there, so it may be anything; null if it isn't what we asked for.
 *
 * @param now milliseconds since the epoch
 */
export function parseInspectedPage(answer: unknown, now: number): InspectedPage | null {
  const [value, problem]: readonly unknown[] = Array.isArray(answer) ? answer : [answer];
  if (isRefusal(problem)) return { kind: 'refused' };
  const { success, output } = safeParse(Answer, value);
  if (!success || originOf(output.origin) !== output.origin) return null;
  const asked = output.asked.filter(({ origin }) => isSite(origin));
  return {
    kind: 'page',
    origin: output.origin,
    forbidden: output.forbidden.filter(isSite),
    asked: asked.map(({ origin, ago }) => ({ origin, at: now - ago })),
  };
}

function isSite(origin: string): boolean {
  return /^https?:/.test(origin) && originOf(origin) === origin;
}

/** Not the page's own exception, but the browser's: it isn't for extensions. */
function isRefusal(problem: unknown): boolean {
  return typeof problem === 'object' && problem !== null && 'isError' in problem && problem.isError === true;
}

/** A page that is held in the debugger, or that goes away just then, never answers. */
const ANSWER_TIME_MS = 2_000;

/** Asks the page in front of DevTools; null outside DevTools, and where the page doesn't answer as asked. */
export async function readInspectedPage(): Promise<InspectedPage | null> {
  const inspected = inspectedWindow();
  if (inspected === undefined) return null;
  try {
    const answer: unknown = await Promise.race([inspected.eval(INSPECTED_PAGE_EXPRESSION), silence()]);
    return parseInspectedPage(answer, Date.now());
  } catch {
    return { kind: 'refused' };
  }
}

function silence(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), ANSWER_TIME_MS));
}
