import { browser } from './browser.ts';

/** Key and value storage as the recorder needs it. */
export interface KeyValueStorage {
  getAll(): Promise<Readonly<Record<string, unknown>>>;
  /** Rejects if the browser's quota is exceeded; then nothing of it is stored. */
  set(items: Readonly<Record<string, string>>): Promise<void>;
  remove(keys: readonly string[]): Promise<void>;
}

/** Survives the stop of the background, not the end of the browser's session; in memory, never on disk. */
export const sessionStorage: KeyValueStorage = {
  getAll: () => browser.storage.session.get(null),
  set: (items) => browser.storage.session.set({ ...items }),
  remove: (keys) => browser.storage.session.remove([...keys]),
};
