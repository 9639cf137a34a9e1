import { browser } from './browser.ts';

/** One JSON-like value that stays when the browser is closed. What was stored may come from an older version of ours. */
export interface SettingsStorage {
  read(): Promise<unknown>;
  write(settings: unknown): Promise<void>;
}

/** The user's own choices, for all tabs: the background's to read and write. */
export const settingsStorage = storedAt('recording');

/** How the panel was left: each panel's to read and write. */
export const viewStorage = storedAt('view');

function storedAt(key: string): SettingsStorage {
  return {
    read: async () => (await browser.storage.local.get(key))[key],
    write: (settings) => browser.storage.local.set({ [key]: settings }),
  };
}
