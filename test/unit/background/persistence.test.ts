import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { EXCHANGE_KEY, Persistence, TAB_KEY } from '../../../src/background/persistence.ts';
import { PERSIST_INTERVAL_MS } from '../../../src/model/limits.ts';
import { FakeStorage } from './fake-platform.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function persistence(budget: number, quota = Number.POSITIVE_INFINITY) {
  const storage = new FakeStorage(quota);
  const values = new Map<string, string>();
  const open = new Set<string>();
  const dropped: string[] = [];
  const problems: boolean[] = [];
  const subject = new Persistence(
    {
      storage,
      valueOf: (key) => values.get(key) ?? null,
      mayDrop: (key) => key.startsWith(EXCHANGE_KEY) && !open.has(key),
      onDropped: (keys) => dropped.push(...keys),
      onProblem: (isFull) => problems.push(isFull),
    },
    budget,
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
    await vi.advanceTimersByTimeAsync(PERSIST_INTERVAL_MS - 1);
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
    const { subject, storage, open, dropped, put } = persistence(50);
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
    const { subject, storage, dropped, put } = persistence(40);
    storage.items.set('x:0', 'x'.repeat(30));
    expect(await subject.load()).toEqual(new Map([['x:0', 'x'.repeat(30)]]));
    put('x:1', 'x'.repeat(30));
    await subject.flush();
    expect(dropped).toEqual(['x:0']);
  });
});
