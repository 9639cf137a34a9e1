import { describe, expect, it, vi } from 'vitest';
import { createAdviser } from '../../../../src/panel/state/adviser.ts';
import type { EvaluatedExchange } from '../../../../src/rules/advice/advice.ts';
import { diagnose } from '../../../../src/rules/index.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';
import { someAdvice } from '../some-advice.ts';

function evaluated(id: string, host = 'api.example.com'): EvaluatedExchange {
  const exchange = anExchange({ id, url: `https://${host}/${id}` });
  return { exchange, evaluation: diagnose(exchange).evaluation };
}

/** A queue that the test empties by hand, in place of the browser's. */
function setUp() {
  const tasks: (() => void)[] = [];
  const rests: (number | undefined)[] = [];
  const adviseOn = vi.fn((exchanges: readonly EvaluatedExchange[]) => [
    someAdvice({ exchanges: exchanges.map(({ exchange }) => exchange.id) }),
  ]);
  const adviser = createAdviser(adviseOn, (task, afterMs) => {
    tasks.push(task);
    rests.push(afterMs);
  });
  const runAll = () => {
    for (let task = tasks.shift(); task !== undefined; task = tasks.shift()) task();
  };
  return { adviser, adviseOn, tasks, rests, runAll };
}

describe('createAdviser', () => {
  it('works out nothing at once', () => {
    const { adviser, adviseOn, tasks, rests } = setUp();
    adviser.want(() => [evaluated('a')]);
    adviser.want(() => [evaluated('b')]);
    expect(adviseOn).not.toHaveBeenCalled();
    expect(tasks).toHaveLength(1);
    expect(rests[0]).toBeGreaterThan(100);
  });

  it('asks server by server, and only where there is news', () => {
    const { adviser, adviseOn, runAll } = setUp();
    const [one, two] = [evaluated('a'), evaluated('b', 'other.example')];
    adviser.want(() => [one, two]);
    runAll();
    expect(adviseOn.mock.calls).toEqual([[[one]], [[two]]]);
    expect(adviser.advice.value.map(({ exchanges }) => exchanges)).toEqual([['a'], ['b']]);
    const third = evaluated('c', 'other.example');
    adviser.want(() => [one, two, third]);
    runAll();
    expect(adviseOn.mock.calls.slice(2)).toEqual([[[two, third]]]);
    expect(adviser.advice.value.map(({ exchanges }) => exchanges)).toEqual([['a'], ['b', 'c']]);
  });

  it('forgets a server whose exchanges are gone', () => {
    const { adviser, runAll } = setUp();
    adviser.want(() => [evaluated('a')]);
    runAll();
    adviser.want(() => []);
    runAll();
    expect(adviser.advice.value).toEqual([]);
  });

  it('asks anew when an exchange is evaluated otherwise', () => {
    const { adviser, adviseOn, runAll } = setUp();
    const one = evaluated('a');
    adviser.want(() => [one]);
    runAll();
    adviser.want(() => [{ ...one, evaluation: evaluated('a').evaluation }]);
    runAll();
    expect(adviseOn).toHaveBeenCalledTimes(2);
  });

  it('rests the longer, the longer it took', () => {
    const now = vi.spyOn(performance, 'now').mockReturnValue(0);
    const { adviser, adviseOn, runAll, rests } = setUp();
    adviseOn.mockImplementation(() => {
      now.mockReturnValue(now() + 100);
      return [];
    });
    const one = evaluated('a');
    adviser.want(() => [one]);
    runAll();
    adviser.want(() => [one, evaluated('b')]);
    expect(rests.filter((rest) => rest !== undefined)).toEqual([500, 1_900]);
    now.mockRestore();
  });

  it('looks at the newest thousand of a server', () => {
    const { adviser } = setUp();
    const many = Array.from({ length: 1_200 }, (_, index) => evaluated(`x${index}`));
    const [line] = adviser.now(many);
    expect(line?.exchanges).toHaveLength(1_000);
    expect(line?.exchanges.at(-1)).toBe('x1199');
  });
});
