import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Engine } from '../../../src/model/exchange.ts';

type Changes = Readonly<Record<string, { readonly newValue?: unknown }>>;

/** `storage.session` of a browser that tells of a change when the test says so. */
class FakeSession {
  isFull = false;
  readonly stored: Record<string, unknown>[] = [];
  readonly #listeners = new Set<(changes: Changes) => void>();
  readonly onChanged = {
    addListener: (listener: (changes: Changes) => void) => void this.#listeners.add(listener),
    removeListener: (listener: (changes: Changes) => void) => void this.#listeners.delete(listener),
  };

  async set(items: Record<string, unknown>): Promise<void> {
    if (this.isFull) throw new Error('Session storage quota bytes exceeded. Values were not stored.');
    this.stored.push(items);
  }

  /** Tells of the oldest change that it hasn't told of. */
  tell(): void {
    const items = Object.entries(this.stored.shift() ?? {});
    const changes = Object.fromEntries(items.map(([key, newValue]) => [key, { newValue }]));
    for (const listener of [...this.#listeners]) listener(changes);
  }

  get isListenedTo(): boolean {
    return this.#listeners.size > 0;
  }
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const aMoment = () => vi.advanceTimersByTimeAsync(1);

/** A browser that starts a background whenever the test says so. */
async function aBrowser(engine: Engine = 'chromium') {
  const session = new FakeSession();
  vi.resetModules();
  // Outside an extension the polyfill throws as soon as it is imported.
  vi.doMock('../../../src/platform/browser.ts', () => ({ browser: { storage: { session } } }));
  vi.doMock('../../../src/platform/web-request.ts', () => ({ engine }));
  const { StartupFence } = await import('../../../src/platform/startup-fence.ts');
  const start = async () => {
    const fence = new StartupFence();
    const told = vi.fn();
    void fence.untilTold().then(told);
    await aMoment();
    return Object.assign(told, { heard: () => fence.heard() });
  };
  const tell = async () => {
    session.tell();
    await aMoment();
  };
  return { session, start, tell };
}

describe('a background that has just been started', () => {
  it('has been told what it was started for when the change comes that it caused', async () => {
    const { start, tell } = await aBrowser();
    const told = await start();
    expect(told).not.toHaveBeenCalled();
    await tell();
    expect(told).toHaveBeenCalledOnce();
  });

  it('takes no other change for its own', async () => {
    const { session, start, tell } = await aBrowser();
    session.stored.push({ 'x:1': '{}' });
    const told = await start();
    await tell();
    expect(told).not.toHaveBeenCalled();
    await tell();
    expect(told).toHaveBeenCalledOnce();
  });

  it('does not take the change of one that was killed as it started for its own', async () => {
    const { start, tell } = await aBrowser();
    await start();
    const told = await start();
    await tell();
    expect(told).not.toHaveBeenCalled();
    await tell();
    expect(told).toHaveBeenCalledOnce();
  });

  it.each([
    ['is lost', false],
    ['cannot be caused', true],
  ])('waits a second at most for a change that %s', async (_, isFull) => {
    const { session, start } = await aBrowser();
    session.isFull = isFull;
    const told = await start();
    await vi.advanceTimersByTimeAsync(998);
    expect(told).not.toHaveBeenCalled();
    await aMoment();
    expect(told).toHaveBeenCalledOnce();
    expect(session.isListenedTo).toBe(false);
  });

  it('is not told of what it stores later', async () => {
    const { session, start, tell } = await aBrowser();
    await start();
    expect(session.isListenedTo).toBe(true);
    await tell();
    expect(session.isListenedTo).toBe(false);
    expect(vi.getTimerCount()).toBe(0);
  });

  describe('in Firefox, which sends events of webRequest in batches', () => {
    it('has been told all when the first batch after the change has come', async () => {
      const { start, tell } = await aBrowser('firefox');
      const told = await start();
      told.heard();
      await tell();
      expect(told).not.toHaveBeenCalled();
      told.heard();
      told.heard();
      expect(told).not.toHaveBeenCalled();
      await aMoment();
      expect(told).toHaveBeenCalledOnce();
      expect(vi.getTimerCount()).toBe(0);
    });

    it('waits no longer than Firefox gathers events, since there may be none', async () => {
      const { start, tell } = await aBrowser('firefox');
      const told = await start();
      await tell();
      await vi.advanceTimersByTimeAsync(348);
      expect(told).not.toHaveBeenCalled();
      await aMoment();
      expect(told).toHaveBeenCalledOnce();
      told.heard();
      expect(vi.getTimerCount()).toBe(0);
    });
  });
});
