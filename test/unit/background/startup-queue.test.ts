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

it('takes what has waited in the order in which it happened, and what has no time last', () => {
  const queue = new StartupQueue();
  const ran: string[] = [];
  queue.run(() => ran.push('no time'));
  queue.run(() => ran.push('later'), 3);
  queue.run(() => ran.push('no time either'));
  queue.run(() => ran.push('earlier'), 1);
  queue.run(() => ran.push('earlier, told second'), 1);
  queue.open();
  expect(ran).toEqual(['earlier', 'earlier, told second', 'later', 'no time', 'no time either']);
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
