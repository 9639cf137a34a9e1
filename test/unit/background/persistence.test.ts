import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Persistence, TAB_KEY } from '../../../src/background/persistence.ts';
import {
  MAX_PERSIST_PAUSE_MS,
  MIN_PERSIST_INTERVAL_MS,
  PERSIST_INTERVAL_MS,
} from '../../../src/model/limits.ts';
import { FakeStorage } from './fake-platform.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function persistence(budget: number, quota = Number.POSITIVE_INFINITY, least = 1) {
  const storage = new FakeStorage(quota);
  const values = new Map<string, string>();
  const open = new Set<string>();
  const dropped: string[] = [];
  const problems: boolean[] = [];
  const subject = new Persistence(
    {
      storage,
      valueOf: (key) => values.get(key) ?? null,
      isRunning: (key) => open.has(key),
      onGivenUp: (keys) => dropped.push(...keys),
      onProblem: (isFull) => problems.push(isFull),
    },
    budget,
    least,
  );
  const put = (key: string, value: string) => {
    values.set(key, value);
    subject.touch(key);
  };
  return { subject, storage, values, open, dropped, problems, put };
}

describe('persistence', () => {
  it('writes the first change at once and the next ones together', async () => {
    const { storage, put } = persistence(1_000);
    put('x:1', 'a');
    await vi.advanceTimersByTimeAsync(0);
    expect(storage.items).toEqual(new Map([['x:1', 'a']]));
    put('x:2', 'b');
    put('x:1', 'c');
    await vi.advanceTimersByTimeAsync(MIN_PERSIST_INTERVAL_MS - 1);
    expect(storage.writes).toBe(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(storage.writes).toBe(2);
    expect(storage.items).toEqual(
      new Map([
        ['x:1', 'c'],
        ['x:2', 'b'],
      ]),
    );
  });

  it('waits longer where a write takes long, up to a bound', async () => {
    const { storage, put } = persistence(1_000);
    const pauses: number[] = [];
    for (const took of [5, 10, 1_000]) {
      storage.delay = took;
      put('x:1', String(took));
      await vi.advanceTimersByTimeAsync(took);
      const start = Date.now();
      put('x:1', 'next');
      while (storage.items.get('x:1') !== 'next') await vi.advanceTimersByTimeAsync(1);
      pauses.push(Date.now() - start - took);
      await vi.advanceTimersByTimeAsync(10_000);
    }
    expect(pauses).toEqual([50, 100, PERSIST_INTERVAL_MS]);
  });

  it('rests when there is nothing to write', async () => {
    const { storage, put } = persistence(1_000);
    put('x:1', 'a');
    await vi.advanceTimersByTimeAsync(10 * PERSIST_INTERVAL_MS);
    expect(vi.getTimerCount()).toBe(0);
    put('x:2', 'b');
    await vi.advanceTimersByTimeAsync(0);
    expect(storage.items.has('x:2')).toBe(true);
  });

  it('removes what is gone, and writes nothing that came and went in between', async () => {
    const { storage, values, subject, put } = persistence(1_000);
    put('x:1', 'a');
    await subject.flush();
    put('x:2', 'b');
    for (const key of ['x:1', 'x:2']) {
      values.delete(key);
      subject.touch(key);
    }
    await subject.flush();
    expect(storage.items.size).toBe(0);
  });

  it('gives up the oldest ended exchanges beyond its budget, and nothing else', async () => {
    const { subject, storage, open, dropped, put } = persistence(210);
    put(`${TAB_KEY}1`, 'tab');
    open.add('x:1');
    for (const key of ['x:1', 'x:2', 'x:3', 'x:4']) put(key, 'x'.repeat(10));
    await subject.flush();
    expect(dropped).toEqual(['x:2']);
    expect([...storage.items.keys()]).toEqual([`${TAB_KEY}1`, 'x:1', 'x:3', 'x:4']);
  });

  it('reports a storage that is full, makes room, and goes on', async () => {
    const { subject, storage, problems, put } = persistence(10_000, 100);
    for (let n = 0; n < 9; n += 1) put(`x:${n}`, 'x'.repeat(20));
    await subject.flush();
    expect(problems).toEqual([true]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(problems).toEqual([true, false]);
    expect(storage.items.has('x:8')).toBe(true);
  });

  it('counts what was stored before it was started', async () => {
    const { subject, storage, dropped, put } = persistence(100);
    storage.items.set('x:0', 'x'.repeat(30));
    expect(await subject.load()).toEqual(new Map([['x:0', 'x'.repeat(30)]]));
    put('x:1', 'x'.repeat(30));
    await subject.flush();
    expect(dropped).toEqual(['x:0']);
  });

  it('gives up running exchanges when nothing else is left, then tabs, and never the rest', async () => {
    const { subject, storage, open, dropped, put } = persistence(160);
    for (const key of ['salt', 'listening', `${TAB_KEY}1`]) put(key, 'text');
    open.add('x:1');
    for (const key of ['x:1', 'x:2']) put(key, 'x'.repeat(10));
    await subject.flush();
    expect(dropped).toEqual(['x:2', 'x:1']);
    expect([...storage.items.keys()]).toEqual(['salt', 'listening', `${TAB_KEY}1`]);
    put(`${TAB_KEY}1`, 'text'.repeat(50));
    await subject.flush();
    expect([...storage.items.keys()]).toEqual(['salt', 'listening']);
  });

  it('does not write again what it gave up, until it is gone and something else has its key', async () => {
    const { subject, storage, values, dropped, put } = persistence(100);
    for (const key of ['x:1', 'x:2']) put(key, 'x'.repeat(10));
    await subject.flush();
    put('x:1', 'y');
    await subject.flush();
    expect(dropped).toEqual(['x:1']);
    expect(subject.hasGivenUp('x:1')).toBe(true);
    for (const key of ['x:1', 'x:2']) {
      values.delete(key);
      subject.touch(key);
    }
    await subject.flush();
    put('x:1', 'z');
    await subject.flush();
    expect(subject.hasGivenUp('x:1')).toBe(false);
    expect(storage.items).toEqual(new Map([['x:1', 'z']]));
  });

  it('says that it is full as long as the browser refuses everything, and loses nothing in memory for it', async () => {
    const { subject, storage, problems, put } = persistence(1_000, 0, 200);
    put('x:1', 'a');
    await vi.advanceTimersByTimeAsync(10 * MAX_PERSIST_PAUSE_MS);
    expect(problems).toEqual([true]);
    storage.quota = 1_000;
    put('x:2', 'b');
    await vi.advanceTimersByTimeAsync(2 * MAX_PERSIST_PAUSE_MS);
    expect(problems).toEqual([true, false]);
    expect(storage.items.has('x:2')).toBe(true);
    expect(subject.hasGivenUp('x:2')).toBe(false);
  });

  it('is never over its budget, whatever comes, and settles whatever the browser refuses', async () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('put' as const), key: fc.nat(20), length: fc.nat(120) }),
      fc.record({ what: fc.constantFrom('end' as const, 'remove' as const), key: fc.nat(20) }),
      fc.record({ what: fc.constant('quota' as const), quota: fc.integer({ min: 0, max: 800 }) }),
      fc.record({ what: fc.constant('break' as const), isBroken: fc.boolean() }),
      fc.record({ what: fc.constant('wait' as const) }),
    );
    const budget = 600;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { subject, storage, values, open, dropped, problems, put } = persistence(
          budget,
          undefined,
          100,
        );
        for (const each of steps) {
          if (each.what === 'put') {
            open.add(`x:${each.key}`);
            put(`x:${each.key}`, 'x'.repeat(each.length));
          }
          if (each.what === 'end') open.delete(`x:${each.key}`);
          if (each.what === 'remove') {
            values.delete(`x:${each.key}`);
            subject.touch(`x:${each.key}`);
          }
          if (each.what === 'quota') storage.quota = each.quota;
          if (each.what === 'break') storage.isBroken = each.isBroken;
          if (each.what === 'wait') await vi.advanceTimersByTimeAsync(PERSIST_INTERVAL_MS);
          expect(storage.most).toBeLessThanOrEqual(budget);
        }
        [storage.quota, storage.isBroken] = [Number.POSITIVE_INFINITY, false];
        put('salt', '');
        await vi.advanceTimersByTimeAsync(3 * MAX_PERSIST_PAUSE_MS);
        expect(problems.at(-1) ?? false).toBe(false);
        for (const [key, value] of values) {
          if (subject.hasGivenUp(key)) expect(dropped).toContain(key);
          expect(storage.items.get(key)).toBe(subject.hasGivenUp(key) ? undefined : value);
        }
        expect([...storage.items.keys()].filter((key) => !values.has(key))).toEqual([]);
        expect(vi.getTimerCount()).toBe(0);
      }),
    );
  });
});
