import { describe, expect, it } from 'vitest';
import { poll, within } from '../../browsers/poll.ts';

describe('poll', () => {
  it('gives the first truthy value, over falsy ones and errors', async () => {
    const attempts = [() => 0, () => Promise.reject(new Error('not yet')), () => 'done'];
    const value = await poll<number | string>(() => attempts.shift()?.() ?? '', {
      timeoutMs: 5_000,
      what: 'it',
      everyMs: 1,
    });
    expect(value).toBe('done');
  });

  it('says what it waited for, and the last error', async () => {
    const attempt = () => Promise.reject(new Error('the tab is gone'));
    await expect(poll(attempt, { timeoutMs: 20, what: 'a row', everyMs: 1 })).rejects.toThrow(
      'Waited 0.02 s in vain for a row: the tab is gone',
    );
  });

  it('is not held up by an attempt that never ends', async () => {
    await expect(poll(() => new Promise<string>(() => {}), { timeoutMs: 20, what: 'it' })).rejects.toThrow(
      'in vain',
    );
  });
});

describe('within', () => {
  it('gives the value, or its error', async () => {
    expect(await within(Promise.resolve(1), 1_000)).toBe(1);
    await expect(within(Promise.reject(new Error('no')), 1_000)).rejects.toThrow('no');
  });
});
