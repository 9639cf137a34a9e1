import type { Listening } from './listening.ts';
import { EXCHANGE_KEY, FORGOTTEN_KEY, LISTENING_KEY, SALT_KEY, TAB_KEY } from './persistence.ts';
import type { Recorder } from './recorder.ts';
import type { TabRegistry } from './tab-registry.ts';

/** What is to be stored, as it is now. */
export interface StoredSources {
  /** What the hashes of URLs are mixed with in this session of the browser. */
  readonly salt: string;
  readonly listening: Listening;
  readonly tabs: TabRegistry;
  readonly recorder: Recorder;
}

/** What is stored under a key, as text; null if it is gone. `restore.ts` reads it again. */
export function storedValueOf(
  key: string,
  { salt, listening, tabs, recorder }: StoredSources,
): string | null {
  if (key === SALT_KEY) return salt;
  if (key === LISTENING_KEY) return listening.stored();
  if (key === FORGOTTEN_KEY) {
    const ids = recorder.forgotten();
    return ids.length === 0 ? null : JSON.stringify(ids);
  }
  if (key.startsWith(TAB_KEY)) return asJson(tabs.find(Number(key.slice(TAB_KEY.length))));
  return asJson(recorder.recordOf(key.slice(EXCHANGE_KEY.length)));
}

function asJson(value: object | null | undefined): string | null {
  return value === null || value === undefined ? null : JSON.stringify(value);
}
