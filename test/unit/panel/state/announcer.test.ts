import { signal } from '@preact/signals';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type AnnouncerContext, createAnnouncer } from '../../../../src/panel/state/announcer.ts';

const NONE = { blocked: 0, failed: 0, advice: 0, allowed: 0, opaque: 0, open: 0 };

function setUp() {
  vi.useFakeTimers();
  const counts = signal(NONE);
  const connection = signal<AnnouncerContext['connection']['value']>('connecting');
  const said = createAnnouncer({ counts, connection }, (task, afterMs) => setTimeout(task, afterMs));
  const heard: string[] = [];
  said.subscribe((text) => void heard.push(text));
  heard.shift();
  return { counts, connection, heard };
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

  it('says once, and each time, that the connection is back', () => {
    const { connection, heard } = setUp();
    const back = 'The connection to the recorder is back.';
    connection.value = 'live';
    expect(heard).toEqual([]);
    for (let times = 1; times <= 2; times += 1) {
      connection.value = 'lost';
      connection.value = 'live';
    }
    vi.advanceTimersByTime(10_000);
    expect(heard).toEqual([back, '', back]);
  });

  it('says nothing of a recorder that only starts again', () => {
    const { connection, heard } = setUp();
    for (const now of ['live', 'connecting', 'live'] as const) connection.value = now;
    expect(heard).toEqual([]);
  });

  it('lets that be heard before what came meanwhile, and repeats nothing', () => {
    const { counts, connection, heard } = setUp();
    counts.value = { ...NONE, blocked: 1 };
    vi.advanceTimersByTime(1_000);
    connection.value = 'lost';
    connection.value = 'live';
    counts.value = { ...NONE, blocked: 1 };
    vi.advanceTimersByTime(10_000);
    expect(heard.slice(1)).toEqual(['', 'The connection to the recorder is back.']);
    connection.value = 'lost';
    connection.value = 'live';
    counts.value = { ...NONE, blocked: 2 };
    vi.advanceTimersByTime(4_900);
    expect(heard.at(-1)).toBe('The connection to the recorder is back.');
    vi.advanceTimersByTime(200);
    expect(heard.at(-1)).toBe('2 blocked');
  });
});
