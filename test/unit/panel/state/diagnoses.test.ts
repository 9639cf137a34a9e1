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
  it('diagnoses a few at once', () => {
    const { diagnoses, tasks } = setUp();
    diagnoses.want(three, noHistory);
    expect(three.every((exchange) => diagnoses.known(exchange) !== undefined)).toBe(true);
    expect(diagnoses.waiting.value).toBe(0);
    expect(tasks).toHaveLength(0);
  });

  it('goes on in slices: what takes long gives way to the browser', () => {
    const { diagnoses, diagnosing, tasks, runOne } = setUp(5);
    diagnoses.want(three, noHistory);
    expect(diagnosing).toHaveBeenCalledTimes(2);
    expect(diagnoses.waiting.value).toBe(1);
    runOne();
    expect(diagnoses.waiting.value).toBe(0);
    expect(tasks).toHaveLength(0);
  });

  it('diagnoses an exchange once, however often it is wanted', () => {
    const { diagnoses, diagnosing } = setUp();
    diagnoses.want(three, noHistory);
    diagnoses.want([...three, anExchange({ id: 'd' })], noHistory);
    expect(diagnosing).toHaveBeenCalledTimes(4);
  });

  it('forgets what is not wanted any more', () => {
    const { diagnoses, diagnosing, runOne } = setUp(9);
    diagnoses.want(three, noHistory);
    diagnoses.want(three.slice(0, 1), noHistory);
    expect(diagnoses.waiting.value).toBe(0);
    runOne();
    expect(diagnosing).toHaveBeenCalledOnce();
  });

  it('keeps the diagnosis of what is wanted, and no other', () => {
    const { diagnoses } = setUp();
    const [exchange, ...others] = three;
    if (exchange === undefined) throw new Error('There are three.');
    diagnoses.want(three, noHistory);
    diagnoses.want(others, noHistory);
    expect(diagnoses.known(exchange)).toBeUndefined();
    expect(others.every((each) => diagnoses.known(each) !== undefined)).toBe(true);
    diagnoses.refresh(exchange, NO_HISTORY);
    expect(diagnoses.known(exchange)).toBeUndefined();
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
    diagnoses.want([exchange], noHistory);
    diagnoses.refresh(exchange, NO_HISTORY);
    expect(tasks).toHaveLength(0);
    diagnoses.refresh(exchange, { ofTarget: () => [other] });
    const before = diagnoses.version.value;
    for (const task of tasks) task();
    expect(diagnoses.version.value).toBeGreaterThan(before);
  });

  it('says that there is more to know', () => {
    const { diagnoses, runOne } = setUp(9);
    const before = diagnoses.version.value;
    diagnoses.want(three, noHistory);
    const between = diagnoses.version.value;
    expect(between).toBeGreaterThan(before);
    runOne();
    runOne();
    expect(diagnoses.version.value).toBeGreaterThan(between);
    expect(three.every((exchange) => diagnoses.known(exchange) !== undefined)).toBe(true);
  });
});
