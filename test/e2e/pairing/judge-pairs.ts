import type { Exchange, Hop } from '../../../src/model/exchange.ts';
import { getHeader } from '../../../src/model/header-list.ts';
import { numberIn, type StressRequest } from './stress-plan.ts';

/** What became of the preflights of one run. */
export interface PairCount {
  /** Pairs of which both sides are known. */
  readonly known: number;
  /** Pairs of which it is said that another request could have sent the preflight. */
  readonly likely: number;
  readonly wrong: readonly string[];
  /** Pairs that are said to be certain and can't be, or the other way round. */
  readonly misstated: readonly string[];
  /** Requests whose preflight came to the server, and which were given none. */
  readonly missing: readonly string[];
  /** Exchanges that aren't the planned request that their place in the order says. */
  readonly misplaced: readonly string[];
}

/**
 * Compares the pairs in one tab's report with the truth: names of headers, paths, what the server put into its answer.
 * The recorder uses only the names, in Chromium only to correct itself. Where a browser shows nothing of a request but
 * its URL, the order tells which it is: those of one frame, URL and method begin in the order in which script sent them.
 * That is checked on all that show more. Firefox shows the headers of each request that wasn't given up at once, and may
 * show nothing at all of one that was: there the headers tell which it is, and the order only what is left.
 */
export function judgePairs(
  exchanges: readonly Exchange[],
  planned: readonly StressRequest[],
  preflighted: ReadonlySet<number>,
): PairCount {
  const requests = new Map(planned.map((each) => [each.number, each]));
  const frames = new Map<string, number>();
  for (const exchange of exchanges) {
    const frame = requests.get(shownNumber(exchange.hops[0]) ?? 0)?.frame;
    if (frame !== undefined) frames.set(placeOf(exchange), frame);
  }
  const left = [...planned];
  const count = {
    known: 0,
    likely: 0,
    wrong: [] as string[],
    misstated: [] as string[],
    missing: [] as string[],
    misplaced: [] as string[],
  };
  const byHeaders = exchanges.filter(isShownByFirefox);
  for (const exchange of [...byHeaders, ...exchanges.filter((each) => !isShownByFirefox(each))]) {
    const [first] = exchange.hops;
    const shown = shownNumber(first);
    const at = left.findIndex(
      (request) =>
        (!isShownByFirefox(exchange) || shown === numberIn([request.header ?? ''], request.path)) &&
        request.frame === frames.get(placeOf(exchange)) &&
        request.method === first.method &&
        request.path === pathOf(first),
    );
    const [request] = at < 0 ? [] : left.splice(at, 1);
    const name = `${first.method} ${pathOf(first)} (${request?.number ?? 'not planned'})`;
    if (request === undefined || (shown !== null && shown !== request.number)) {
      count.misplaced.push(`${name} shows ${shown}`);
      continue;
    }
    for (const { preflight } of exchange.hops) {
      if (preflight === undefined) continue;
      const { confidence, candidates } = preflight.pairing;
      if ((confidence === 'certain') !== (candidates === 1)) count.misstated.push(name);
      if (confidence === 'likely') count.likely += 1;
      const truth = request.header === null ? null : numberOfPreflight(preflight);
      if (truth === null && request.header !== null) continue;
      count.known += 1;
      if (truth !== request.number) count.wrong.push(`${name} has that of ${truth} (${confidence})`);
    }
    const isMissing = preflighted.has(request.number) && first.preflight === undefined;
    if (isMissing && request.behaviour !== 'aborted') count.missing.push(name);
  }
  return count;
}

function isShownByFirefox({ observedIn, hops: [first] }: Exchange): boolean {
  return observedIn.engine === 'firefox' && first.request !== undefined;
}

function numberOfPreflight({ request, response }: NonNullable<Hop['preflight']>): number | null {
  const asked = getHeader(request.headers, 'Access-Control-Request-Headers') ?? '';
  const answered = Number(getHeader(response?.headers ?? [], 'X-Answered') ?? Number.NaN);
  return numberIn(asked.split(',')) ?? (Number.isNaN(answered) ? null : answered);
}

function shownNumber(hop: Hop): number | null {
  return numberIn(hop.request?.headers.map(([name]) => name.toLowerCase()) ?? [], pathOf(hop));
}

function pathOf({ url }: Hop): string {
  return new URL(url).pathname;
}

function placeOf({ tabId, frameId, documentId = '' }: Exchange): string {
  return `${tabId} ${frameId} ${documentId}`;
}
