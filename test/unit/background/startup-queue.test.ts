import { afterEach, expect, it, vi } from 'vitest';
import { StartupQueue } from '../../../src/background/startup-queue.ts';

afterEach(() => void vi.useRealTimers());

it('runs what has waited in order, then everything at once', () => {
  const queue = new StartupQueue();
  const ran: number[] = [];
  queue.run(() => ran.push(1));
  queue.run(() => ran.push(2));
  expect(ran).toEqual([]);
  queue.open();
  queue.run(() => ran.push(3));
  expect(ran).toEqual([1, 2, 3]);
});

it('goes on after one that fails, and reports it', () => {
  vi.useFakeTimers();
  const queue = new StartupQueue();
  const failure = new Error('of the first');
  const ran: number[] = [];
  queue.run(() => {
    throw failure;
  });
  queue.run(() => ran.push(2));
  queue.open();
  expect(ran).toEqual([2]);
  expect(() => vi.runAllTimers()).toThrow(failure);
});
