import { describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { finish } from '../../../../src/model/steps.ts';
import { groupBy } from '../../../../src/panel/group-by.ts';
import { createAdviser } from '../../../../src/panel/state/adviser.ts';
import type { EvaluatedExchange } from '../../../../src/rules/advice/advice.ts';
import type { Diagnosis } from '../../../../src/rules/diagnosis.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { targetOf } from '../../../../src/rules/index-history.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { someAdvice } from '../some-advice.ts';

type Diagnosed = readonly [Exchange, Diagnosis];

function diagnosed(id: string, host = 'api.example.com'): Diagnosed {
  const exchange = anExchange({ id, url: `https://${host}/${id}` });
  return [exchange, diagnose(exchange)];
}

/** A queue that the test empties by hand, in place of the browser's. */
function setUp() {
  const tasks: (() => void)[] = [];
  const rests: (number | undefined)[] = [];
  let all: ReadonlyMap<Exchange, Diagnosis> = new Map();
  const adviseOn = vi.fn((exchanges: readonly EvaluatedExchange[]) => [
    someAdvice({ exchanges: exchanges.map(({ exchange }) => exchange.id) }),
  ]);
  const adviser = createAdviser(
    {
      *adviseInSteps(exchanges) {
        yield;
        return adviseOn(exchanges);
      },
      groups: () => groupBy([...all.keys()], targetOf),
      known: (exchange) => all.get(exchange),
    },
    (task, afterMs) => {
      tasks.push(task);
      rests.push(afterMs);
    },
  );
  const there = (...now: readonly Diagnosed[]) => {
    all = new Map(now);
  };
  const want = (...now: readonly Diagnosed[]) => {
    there(...now);
    adviser.want();
  };
  const runOne = () => tasks.shift()?.();
  const runAll = () => {
    while (tasks.length > 0) runOne();
  };
  /** For which exchanges it was asked, each time. */
  const asked = () => adviseOn.mock.calls.map(([some]) => some.map(({ exchange }) => exchange.id));
  /** Which exchanges its lines name. */
  const named = () => adviser.advice.value.map(({ exchanges }) => exchanges);
  return { adviser, adviseOn, tasks, rests, runOne, runAll, there, want, asked, named };
}

describe('createAdviser', () => {
  it('works out nothing at once', () => {
    const { want, adviseOn, tasks, rests } = setUp();
    want(diagnosed('a'));
    want(diagnosed('b'));
    expect(adviseOn).not.toHaveBeenCalled();
    expect(tasks).toHaveLength(1);
    expect(rests[0]).toBeGreaterThan(100);
  });

  it('asks server by server, and only where there is news', () => {
    const { want, runAll, asked, named } = setUp();
    const [one, two] = [diagnosed('a'), diagnosed('b', 'other.example')];
    want(one, two);
    runAll();
    expect(asked()).toEqual([['a'], ['b']]);
    expect(named()).toEqual([['a'], ['b']]);
    want(one, two, diagnosed('c', 'other.example'));
    runAll();
    expect(asked().slice(2)).toEqual([['b', 'c']]);
    expect(named()).toEqual([['a'], ['b', 'c']]);
  });

  it('works in slices, and says nothing before all is worked out', () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 5;
      return clock;
    });
    const { want, runOne, tasks, named } = setUp();
    want(diagnosed('a'), diagnosed('b', 'other.example'), diagnosed('c', 'third.example'));
    let slices = 0;
    for (; tasks.length > 0; slices += 1) {
      expect(named()).toEqual([]);
      runOne();
    }
    expect(slices).toBeGreaterThan(3);
    expect(named()).toEqual([['a'], ['b'], ['c']]);
    vi.restoreAllMocks();
  });

  it('ends what it has begun before it begins anew, however much comes meanwhile', () => {
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => {
      clock += 9;
      return clock;
    });
    const { want, runOne, runAll, asked, named } = setUp();
    const [one, two] = [diagnosed('a'), diagnosed('b', 'other.example')];
    want(one, two);
    runOne();
    want(one, two, diagnosed('c', 'other.example'));
    runAll();
    expect(asked()).toEqual([['a'], ['b'], ['b', 'c']]);
    expect(named()).toEqual([['a'], ['b', 'c']]);
    vi.restoreAllMocks();
  });

  it('forgets a server whose exchanges are gone', () => {
    const { want, runAll, named } = setUp();
    want(diagnosed('a'));
    runAll();
    want();
    runAll();
    expect(named()).toEqual([]);
  });

  it('asks anew when an exchange is evaluated otherwise', () => {
    const { want, adviseOn, runAll } = setUp();
    const [exchange, diagnosis] = diagnosed('a');
    want([exchange, diagnosis]);
    runAll();
    want([exchange, diagnose(exchange)]);
    runAll();
    expect(adviseOn).toHaveBeenCalledTimes(2);
  });

  it('rests the longer, the longer it took', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    const { want, adviseOn, runAll, rests } = setUp();
    adviseOn.mockImplementation(() => {
      now.mockReturnValue(now() + 100);
      return [];
    });
    const one = diagnosed('a');
    want(one);
    runAll();
    want(one, diagnosed('b'));
    expect(rests.filter((rest) => rest !== undefined)).toEqual([500, 1_900]);
    now.mockRestore();
  });

  it('looks at the newest thousand of a server', () => {
    const { adviser, there } = setUp();
    there(...Array.from({ length: 1_200 }, (_, index) => diagnosed(`x${index}`)));
    const [line] = finish(adviser.inSteps());
    expect(line?.exchanges).toHaveLength(1_000);
    expect(line?.exchanges.at(-1)).toBe('x1199');
  });
});
