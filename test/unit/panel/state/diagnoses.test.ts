import { describe, expect, it, vi } from 'vitest';
import type { Exchange } from '../../../../src/model/exchange.ts';
import { createDiagnoses } from '../../../../src/panel/state/diagnoses.ts';
import { diagnose, NO_HISTORY } from '../../../../src/rules/index.ts';
import { anExchange } from '../../../rules/exchange-builder.ts';

/** A queue that the test empties by hand, in place of the browser's. */
function setUp(cost = 0) {
  const tasks: (() => void)[] = [];
  let clock = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => clock);
  const diagnosing = vi.fn((exchange: Exchange) => {
    clock += cost;
    return diagnose(exchange);
  });
  const diagnoses = createDiagnoses(diagnosing, (task) => void tasks.push(task));
  return { diagnoses, diagnosing, tasks, runOne: () => tasks.shift()?.() };
}

const three = ['a', 'b', 'c'].map((id) => anExchange({ id }));
const noHistory = () => NO_HISTORY;

describe('createDiagnoses', () => {
  it('diagnoses nothing before the browser has time', () => {
    const { diagnoses, diagnosing } = setUp();
    diagnoses.want(three, noHistory);
    expect(diagnosing).not.toHaveBeenCalled();
    expect(diagnoses.waiting.value).toBe(3);
  });

  it('goes on in slices: what takes long gives way to the browser', () => {
    const { diagnoses, diagnosing, tasks, runOne } = setUp(5);
    diagnoses.want(three, noHistory);
    runOne();
    expect(diagnosing).toHaveBeenCalledTimes(2);
    expect(diagnoses.waiting.value).toBe(1);
    runOne();
    expect(diagnoses.waiting.value).toBe(0);
    expect(tasks).toHaveLength(0);
  });

  it('diagnoses an exchange once, however often it is wanted', () => {
    const { diagnoses, diagnosing, runOne } = setUp();
    diagnoses.want(three, noHistory);
    runOne();
    diagnoses.want([...three, anExchange({ id: 'd' })], noHistory);
    runOne();
    expect(diagnosing).toHaveBeenCalledTimes(4);
  });

  it('forgets what is not wanted any more', () => {
    const { diagnoses, diagnosing, runOne } = setUp();
    diagnoses.want(three, noHistory);
    diagnoses.want([], noHistory);
    runOne();
    expect(diagnosing).not.toHaveBeenCalled();
  });

  it('says so when a later look, with more history, finds another cause', () => {
    const [exchange] = three;
    if (exchange === undefined) throw new Error('There are three.');
    const other = anExchange({ id: 'x', response: { status: 500 }, outcome: 'blocked' });
    const tasks: (() => void)[] = [];
    const diagnoses = createDiagnoses(
      (_, history) => diagnose(history === NO_HISTORY ? exchange : other),
      (task) => void tasks.push(task),
    );
    diagnoses.refresh(exchange, NO_HISTORY);
    expect(tasks).toHaveLength(0);
    diagnoses.refresh(exchange, { ofTarget: () => [other] });
    const before = diagnoses.version.value;
    for (const task of tasks) task();
    expect(diagnoses.version.value).toBeGreaterThan(before);
  });

  it('says that there is more to know', () => {
    const { diagnoses, runOne } = setUp();
    const before = diagnoses.version.value;
    diagnoses.want(three, noHistory);
    runOne();
    expect(diagnoses.version.value).toBeGreaterThan(before);
    expect(three.every((exchange) => diagnoses.known(exchange) !== undefined)).toBe(true);
  });
});
