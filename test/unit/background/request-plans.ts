import fc from 'fast-check';
import { type EngineName, PAGE, type RequestOptions, request, type StreamEvent } from './event-streams.ts';

/**
 * Requests that a property test makes up, with the events that each engine tells of them, in its measured order. Which
 * request a preflight was sent for is in a header of it that the recorder knows nothing about.
 */
export interface PlannedRequest {
  readonly id: string;
  readonly place: Partial<RequestOptions>;
  /** More than one if it is redirected. */
  readonly hops: readonly [PlannedHop, ...PlannedHop[]];
  readonly ending: Ending;
}

export interface PlannedHop {
  readonly url: string;
  readonly method: string;
  /** Names of its own headers. */
  readonly headers: readonly string[];
  /** False if none is needed, or one is cached. */
  readonly hasPreflight: boolean;
}

/** How it ends, at its last hop; those of a preflight are of its last one, if that has one. */
export type Ending =
  | 'completed'
  | 'blocked'
  | 'aborted'
  | 'aborted-before-preflight'
  | 'preflight-refused'
  | 'preflight-without-headers'
  | 'preflight-redirected'
  | 'preflight-unreachable';

const ENDINGS: readonly Ending[] = [
  'completed',
  'blocked',
  'aborted',
  'aborted-before-preflight',
  'preflight-refused',
  'preflight-without-headers',
  'preflight-redirected',
  'preflight-unreachable',
];

const TRUTH = 'X-Truth';

/** The hop that a preflight was really sent for, as `hopName` tells it. */
export function truthOf(headers: readonly (readonly [string, string])[]): string | undefined {
  return headers.find(([name]) => name === TRUTH)?.[1];
}

export function hopName(id: string, hop: number): string {
  return `${id}, hop ${hop}`;
}

/** What a preflight shows of its request: of two with one kind nobody can say whose it is. */
export function kindsOf({ place, hops }: PlannedRequest): readonly string[] {
  return hops.map(({ url, method }) => JSON.stringify([place, url, method]));
}

const PLACES: readonly Partial<RequestOptions>[] = [
  {},
  { frameId: 3, documentId: 'frame' },
  { documentId: 'next document' },
  { tabId: 2, documentId: 'other tab' },
  { tabId: -1, frameId: -1 },
  { origin: 'http://localhost:4000' },
];

const URLS = [
  'https://a.example/1',
  'https://a.example/2',
  'https://a.example/?token=s1',
  'https://a.example/?token=s2',
  `${PAGE}/same-origin`,
];

const hop: fc.Arbitrary<PlannedHop> = fc.record({
  url: fc.constantFrom(...URLS.slice(0, 4)),
  method: fc.constantFrom('PUT', 'PUT', 'DELETE', 'OPTIONS'),
  headers: fc.subarray(['x-a', 'x-b', 'content-type']),
  hasPreflight: fc.boolean().map((isCached) => !isCached),
});

/** Few URLs and places, so that many are of one kind. */
export const plans: fc.Arbitrary<readonly PlannedRequest[]> = fc
  .array(
    fc.record({
      place: fc.oneof(
        { weight: 3, arbitrary: fc.constant(PLACES[0] ?? {}) },
        { weight: 1, arbitrary: fc.constantFrom(...PLACES) },
      ),
      first: hop,
      redirects: fc.array(fc.record({ url: fc.constantFrom(...URLS), hasPreflight: fc.boolean() }), {
        maxLength: 1,
      }),
      ending: fc.constantFrom(...ENDINGS),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((drawn) =>
    drawn.map(({ place, first, redirects, ending }, index) => ({
      id: `a${index}`,
      place,
      hops: [
        first,
        ...redirects.filter(({ url }) => url !== first.url).map((change) => ({ ...first, ...change })),
      ],
      // An OPTIONS request that nothing more was seen of than its beginning may be a preflight.
      ending: isAborted(ending) && first.method === 'OPTIONS' ? 'completed' : ending,
    })),
  );

/** The events of one request and its preflights, in the order in which the engine tells them. */
export function eventsOf(engine: EngineName, planned: PlannedRequest): readonly StreamEvent[] {
  const { id, place, hops, ending } = planned;
  const base = request(engine, id, place);
  return hops.flatMap(({ url, method, headers, hasPreflight }, index) => {
    const actual = base.at({ url, method });
    const own = Object.fromEntries(
      headers.map((name) => [name, name === 'content-type' ? 'application/json' : 'x']),
    );
    const next = hops[index + 1];
    const opening = engine === 'chromium' ? [actual.before()] : [actual.before(), actual.sent(own)];
    const passed = engine === 'chromium' ? [actual.sent(own)] : [];
    const preflight = request(engine, `p${index} of ${id}`, { ...place, url, method: 'OPTIONS' });
    const asks = [
      preflight.before(),
      preflight.sent({
        'Access-Control-Request-Method': method,
        ...(headers.length > 0 ? { 'Access-Control-Request-Headers': headers.toSorted().join(',') } : {}),
        [TRUTH]: hopName(id, index),
      }),
    ];
    const check = hasPreflight
      ? [...asks, preflight.answered(204, { 'Access-Control-Allow-Origin': '*' }), preflight.done()]
      : [];
    if (next !== undefined) {
      const redirect = [actual.answered(307), actual.redirected(next.url, 307)];
      return [...opening, ...check, ...passed, ...redirect];
    }
    const isRefused = hasPreflight && ending.startsWith('preflight-');
    if (isRefused) return [...opening, ...asks, ...refusal(engine, ending, preflight, actual)];
    if (isAborted(ending)) {
      // Chromium never ends the preflight of a request that is given up, and may tell of it only then.
      if (engine === 'chromium') {
        const [asked, failed] = [hasPreflight ? asks : [], actual.failed('net::ERR_ABORTED')];
        return [...opening, ...(ending === 'aborted' ? [...asked, failed] : [failed, ...asked])];
      }
      const aborted = hasPreflight ? [...asks, preflight.failed('NS_BINDING_ABORTED')] : [];
      return [...opening, ...aborted, actual.failed('NS_BINDING_ABORTED')];
    }
    const isBlocked = ending !== 'completed' && engine === 'chromium';
    const end = isBlocked ? actual.failed('net::ERR_FAILED') : actual.done();
    return [...opening, ...check, ...passed, actual.answered(200), end];
  });
}

export function isAborted(ending: Ending): boolean {
  return ending === 'aborted' || ending === 'aborted-before-preflight';
}

type Sender = ReturnType<typeof request>;

function refusal(
  engine: EngineName,
  ending: Ending,
  preflight: Sender,
  actual: Sender,
): readonly StreamEvent[] {
  const elsewhere = 'https://elsewhere.example/';
  if (engine === 'chromium') {
    const failed = actual.failed('net::ERR_FAILED');
    if (ending === 'preflight-unreachable') {
      return [preflight.failed('net::ERR_FAILED'), actual.failed('net::ERR_CONNECTION_REFUSED')];
    }
    return [preflight.answered(statusOf(ending)), preflight.done(), failed];
  }
  const failed = actual.failed('NS_ERROR_DOM_BAD_URI');
  if (ending === 'preflight-unreachable') return [preflight.failed('NS_ERROR_NET_RESET'), failed];
  if (ending === 'preflight-redirected') {
    const end = preflight.failed('NS_ERROR_NET_ON_RECEIVING_FROM');
    return [preflight.answered(302), preflight.redirected(elsewhere), failed, end];
  }
  return [preflight.answered(statusOf(ending)), preflight.failed('NS_ERROR_DOM_BAD_URI'), failed];
}

function statusOf(ending: Ending): number {
  if (ending === 'preflight-without-headers') return 204;
  return ending === 'preflight-redirected' ? 302 : 405;
}

/** Each list in its own order, mixed with the others as `choices` says, at the times of the whole. */
export function interleave(
  engine: EngineName,
  lists: readonly (readonly StreamEvent[])[],
  choices: readonly number[],
): readonly StreamEvent[] {
  const rest = lists.map((list) => [...list]);
  const mixed: StreamEvent[] = [];
  for (let step = 0; rest.some((list) => list.length > 0); step += 1) {
    const open = rest.filter((list) => list.length > 0);
    const next = open[(choices[step % Math.max(choices.length, 1)] ?? 0) % open.length]?.shift();
    if (next !== undefined) mixed.push(next);
  }
  return mixed.map(([kind, details], index) => [kind, { ...details, timeStamp: timeOf(engine, index) }]);
}

/** Firefox's clock has whole milliseconds, in which several events happen. */
function timeOf(engine: EngineName, index: number): number {
  return engine === 'firefox' ? 1_000 + Math.floor(index / 3) : 1_000 + index * 0.25;
}

/** How the events of several requests are mixed. */
export const choices: fc.Arbitrary<readonly number[]> = fc.array(fc.nat(20), { minLength: 1, maxLength: 80 });
