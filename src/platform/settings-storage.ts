import { browser } from './browser.ts';

/** One JSON-like value that stays when the browser is closed. What was stored may come from an older version of ours. */
export interface SettingsStorage {
  read(): Promise<unknown>;
  write(settings: unknown): Promise<void>;
}

const KEY = 'recording';

/** The user's own choices, for all tabs. */
export const settingsStorage: SettingsStorage = {
  read: async () => (await browser.storage.local.get(KEY))[KEY],
  write: (settings) => browser.storage.local.set({ [KEY]: settings }),
};
