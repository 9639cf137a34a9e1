import { describe, expect, it } from 'vitest';
import { NetworkEntries } from '../../../../src/panel/state/network-entries.ts';
import type { NetworkEntry } from '../../../../src/platform/network-log.ts';

const URL_A = 'https://api.example.com/a';

function entry(startedAt: number, more: Partial<NetworkEntry> = {}): NetworkEntry {
  return {
    url: URL_A,
    method: 'GET',
    isPreflight: false,
    startedAt,
    endedAt: startedAt + 10,
    error: null,
    unsent: null,
    response: null,
    stack: [],
    ...more,
  };
}

const answered = (value: string) => ({ status: 200, apart: [['X', value]], joined: [['X', value]] }) as const;

describe('NetworkEntries', () => {
  it('keeps entries by URL, equal ones too', () => {
    const entries = new NetworkEntries();
    entries.add(entry(1), false);
    entries.add(entry(1), false);
    entries.add(entry(2, { url: `${URL_A}/b` }), false);
    expect(entries.of(URL_A)).toEqual([entry(1), entry(1)]);
    expect(entries.of(`${URL_A}/c`)).toEqual([]);
  });

  it('counts once what was in the log before and ends later', () => {
    const entries = new NetworkEntries();
    entries.add(entry(1, { endedAt: 1 }), true);
    entries.add(entry(1, { isPreflight: true }), true);
    entries.add(entry(2), true);
    entries.add(entry(1), false);
    expect(entries.of(URL_A)).toEqual([entry(1, { isPreflight: true }), entry(2), entry(1)]);
  });

  it('rather forgets one of the same moment than counts one twice', () => {
    const entries = new NetworkEntries();
    entries.add(entry(1), true);
    entries.add(entry(1, { response: answered('b') }), true);
    entries.add(entry(1, { response: answered('a') }), false);
    expect(entries.of(URL_A)).toEqual([entry(1, { response: answered('a') })]);
  });

  it('finds the same one where it can be told', () => {
    const entries = new NetworkEntries();
    entries.add(entry(1, { response: answered('a') }), true);
    entries.add(entry(1, { response: answered('b') }), true);
    entries.add(entry(1, { response: answered('b'), endedAt: 99 }), false);
    expect(entries.of(URL_A).map(({ response }) => response)).toEqual([answered('a'), answered('b')]);
  });

  it('drops the oldest, and tells from when on it has all', () => {
    const entries = new NetworkEntries();
    expect(entries.completeAfter).toBe(Number.NEGATIVE_INFINITY);
    for (let at = 0; at < 10_003; at += 1) entries.add(entry(at, { url: `${URL_A}/${at}` }), false);
    expect(entries.of(`${URL_A}/2`)).toEqual([]);
    expect(entries.of(`${URL_A}/3`)).toHaveLength(1);
    expect(entries.completeAfter).toBe(2);
  });

  it('drops sooner what is huge', () => {
    const entries = new NetworkEntries();
    for (let at = 0; at < 200; at += 1)
      entries.add(entry(at, { response: answered('v'.repeat(128_000)) }), false);
    expect(entries.of(URL_A).length).toBeLessThan(70);
    expect(entries.of(URL_A).at(-1)?.startedAt).toBe(199);
  });
});
