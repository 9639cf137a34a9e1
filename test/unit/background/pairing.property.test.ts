import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Exchange, Preflight } from '../../../src/model/exchange.ts';
import { type EngineName, LONG_AFTER, type StreamEvent, startRecorder } from './event-streams.ts';
import {
  choices,
  eventsOf,
  hopName,
  interleave,
  isAborted,
  kindsOf,
  type PlannedRequest,
  plans,
  truthOf,
} from './request-plans.ts';

const engines: readonly EngineName[] = ['chromium', 'firefox'];
const TABS = [-1, 1, 2];

function exchangesOf({ store }: ReturnType<typeof startRecorder>): readonly Exchange[] {
  return TABS.flatMap((tabId) => store.list(tabId));
}

function recordAll(engine: EngineName, stream: readonly StreamEvent[]): readonly Exchange[] {
  const recording = startRecorder(engine);
  stream.forEach(recording.accept);
  return exchangesOf(recording);
}

function streamOf(engine: EngineName, planned: readonly PlannedRequest[], order: readonly number[]) {
  return interleave(
    engine,
    planned.map((each) => eventsOf(engine, each)),
    order,
  );
}

interface Pair {
  /** The request and its hop that was given the preflight, and the one that it was really sent for. */
  readonly id: string;
  readonly given: string;
  readonly truth: string | undefined;
  readonly preflight: Preflight;
}

function pairsIn(exchanges: readonly Exchange[]): readonly Pair[] {
  return exchanges.flatMap(({ id, hops }) =>
    hops.flatMap(({ preflight }, hop) =>
      preflight === undefined
        ? []
        : [{ id, given: hopName(id, hop), truth: truthOf(preflight.request.headers), preflight }],
    ),
  );
}

function kindByHop(planned: readonly PlannedRequest[]): ReadonlyMap<string, string> {
  return new Map(
    planned.flatMap((each) => kindsOf(each).map((kind, hop) => [hopName(each.id, hop), kind] as const)),
  );
}

/** How many requests a preflight of that kind can look like: for one that asks for OPTIONS, also others’ preflights. */
function likenessOf(kind: string, kinds: ReadonlyMap<string, string>): number {
  const asksForOptions = kind.includes('"OPTIONS"');
  const wanted = asksForOptions ? withoutMethod(kind) : kind;
  return [...kinds.values()].filter((each) => (asksForOptions ? withoutMethod(each) : each) === wanted)
    .length;
}

function isUnlikeOthers(kind: string, kinds: ReadonlyMap<string, string>): boolean {
  return likenessOf(kind, kinds) === (kind.includes('"OPTIONS"') ? 2 : 1);
}

function withoutMethod(kind: string): string {
  return kind.replace(/"[A-Z]+"\]$/, '');
}

/** What holds whatever is lost, and however it is mixed. */
function expectPossible(planned: readonly PlannedRequest[], exchanges: readonly Exchange[]): void {
  const ids = exchanges.map(({ id }) => id);
  expect(new Set(ids).size, 'each exchange once').toBe(ids.length);
  const known = new Set(planned.map(({ id }) => id));
  expect(ids.filter((id) => !known.has(id))).toEqual([]);
  const pairs = pairsIn(exchanges);
  expect(new Set(pairs.map(({ truth }) => truth)).size, 'each preflight once').toBe(pairs.length);
  const kinds = kindByHop(planned);
  for (const { id, truth = '', preflight } of pairs) {
    const kind = kinds.get(truth) ?? '';
    const request = planned.find((each) => each.id === id);
    expect(request && kindsOf(request), `${id} could have sent that of ${truth}`).toContain(kind);
    const { confidence, candidates } = preflight.pairing;
    expect(confidence).toBe(candidates === 1 ? 'certain' : 'likely');
    expect(candidates).toBeGreaterThan(0);
    expect(candidates, 'no more candidates than requests').toBeLessThanOrEqual(likenessOf(kind, kinds));
  }
}

describe.each(engines)('the pairs of preflights in %s', (engine) => {
  it('are right where they are called certain, and possible where they are likely', () => {
    fc.assert(
      fc.property(plans, choices, (planned, order) => {
        const exchanges = recordAll(engine, streamOf(engine, planned, order));
        // Of a page's own OPTIONS too little may be seen to tell it from a preflight.
        const known = planned.filter(({ hops }) => hops[0].method !== 'OPTIONS');
        expect(exchanges.map(({ id }) => id)).toEqual(expect.arrayContaining(known.map(({ id }) => id)));
        expectPossible(planned, exchanges);
        for (const { given, truth, preflight } of pairsIn(exchanges)) {
          if (preflight.pairing.confidence === 'certain') expect(given).toBe(truth);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('are complete and certain for requests that are the only ones of their kind', () => {
    fc.assert(
      fc.property(plans, choices, (planned, order) => {
        const exchanges = recordAll(engine, streamOf(engine, planned, order));
        const pairs = pairsIn(exchanges);
        const kinds = kindByHop(planned);
        for (const each of planned) {
          each.hops.forEach(({ hasPreflight }, hop) => {
            const name = hopName(each.id, hop);
            if (!isUnlikeOthers(kinds.get(name) ?? '', kinds)) return;
            const pair = pairs.find(({ given }) => given === name);
            expect(pair?.truth).toBe(hasPreflight ? name : undefined);
            if (hasPreflight) expect(pair?.preflight.pairing.confidence).toBe('certain');
          });
        }
      }),
    );
  });

  it('stay possible when events are lost', () => {
    fc.assert(
      fc.property(plans, choices, fc.infiniteStream(fc.boolean()), (planned, order, kept) => {
        // What is left of a preflight may then look like the page's own OPTIONS.
        const known = planned.filter(
          ({ ending, hops }) => ending !== 'preflight-redirected' && hops[0].method !== 'OPTIONS',
        );
        const stream = streamOf(engine, known, order).filter(() => kept.next().value !== false);
        expectPossible(known, recordAll(engine, stream));
      }),
    );
  });

  it('stay possible when preflights end late', () => {
    fc.assert(
      fc.property(plans, choices, fc.infiniteStream(fc.boolean()), (planned, order, isLate) => {
        const isEnd = ([kind, { requestId }]: StreamEvent) =>
          kind === 'completed' && requestId.startsWith('p') && isLate.next().value === true;
        const stream = streamOf(engine, planned, order);
        const late = stream.filter(isEnd);
        const reordered = [...stream.filter((event) => !late.includes(event)), ...late];
        expectPossible(planned, recordAll(engine, reordered));
      }),
    );
  });
});

describe.each(engines)('what is recorded in %s', (engine) => {
  it('is the same if events are told again, at once or later', () => {
    fc.assert(
      fc.property(plans, choices, fc.array(fc.tuple(fc.nat(), fc.nat(20))), (planned, order, repeats) => {
        const stream = streamOf(engine, planned, order);
        const repeated = stream.map((event): StreamEvent[] => [event]);
        for (const [which, later] of repeats) {
          const event = stream[which % stream.length];
          if (event !== undefined)
            repeated[Math.min((which % stream.length) + later, stream.length - 1)]?.push(event);
        }
        expect(recordAll(engine, repeated.flat())).toEqual(recordAll(engine, stream));
      }),
    );
  });

  it('is the same if the background is stopped at any point', () => {
    fc.assert(
      fc.property(plans, choices, fc.nat(), (planned, order, point) => {
        const stream = streamOf(engine, planned, order);
        const stop = point % (stream.length + 1);
        const before = startRecorder(engine);
        stream.slice(0, stop).forEach(before.accept);
        const after = startRecorder(engine);
        for (const id of before.touched) {
          const stored = before.recorder.recordOf(id);
          if (stored !== null) after.recorder.restore(JSON.parse(JSON.stringify(stored)), LONG_AFTER);
        }
        stream.slice(stop).forEach(after.accept);
        expect([...exchangesOf(after)].sort(byId)).toEqual([...recordAll(engine, stream)].sort(byId));
      }),
    );
  });

  it('is of the new request if an id is used again after its end', () => {
    fc.assert(
      fc.property(plans, choices, (planned, order) => {
        const ending = planned.filter(
          ({ ending, hops }) => !isAborted(ending) || hops.at(-1)?.hasPreflight === false,
        );
        const first = streamOf(engine, ending, order);
        const again = first.map(
          ([kind, details]): StreamEvent => [kind, { ...details, timeStamp: details.timeStamp + 10_000 }],
        );
        const twice = recordAll(engine, [...first, ...again]);
        expect([...twice].sort(byId)).toEqual([...recordAll(engine, again)].sort(byId));
      }),
    );
  });
});

function byId(one: Exchange, other: Exchange): number {
  return one.id < other.id ? -1 : 1;
}
