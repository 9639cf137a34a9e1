import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { createAnnouncer } from '../../../../src/panel/state/announcer.ts';

const NONE = { blocked: 0, failed: 0, advice: 0, allowed: 0, opaque: 0, open: 0 };

function setUp() {
  vi.useFakeTimers();
  const counts = signal(NONE);
  const said = createAnnouncer(counts, (task, afterMs) => setTimeout(task, afterMs));
  const heard: string[] = [];
  said.subscribe((text) => void heard.push(text));
  heard.shift();
  return { counts, heard };
}

afterEach(() => void vi.useRealTimers());

describe('createAnnouncer', () => {
  it('says in one sentence what fails within a second', () => {
    const { counts, heard } = setUp();
    counts.value = { ...NONE, blocked: 1 };
    counts.value = { ...NONE, blocked: 3, failed: 1, allowed: 9 };
    expect(heard).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(heard).toEqual(['3 blocked, 1 failed']);
  });

  it('speaks at most every five seconds, however much happens', () => {
    const { counts, heard } = setUp();
    for (let blocked = 1; blocked <= 200; blocked += 1) {
      counts.value = { ...NONE, blocked };
      vi.advanceTimersByTime(100);
    }
    expect(heard).toHaveLength(4);
    vi.advanceTimersByTime(10_000);
    expect(heard.at(-1)).toBe('200 blocked');
  });

  it('says nothing of what passes', () => {
    const { counts, heard } = setUp();
    counts.value = { ...NONE, allowed: 5, open: 2 };
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual([]);
  });

  it('says the next failure after the list was cleared, though it is as many as before', () => {
    const { counts, heard } = setUp();
    counts.value = { ...NONE, blocked: 1 };
    vi.advanceTimersByTime(1_000);
    counts.value = NONE;
    vi.advanceTimersByTime(5_000);
    counts.value = { ...NONE, blocked: 1 };
    vi.advanceTimersByTime(5_000);
    expect(heard).toEqual(['1 blocked', '', '1 blocked']);
  });
});
