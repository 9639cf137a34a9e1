import { MAX_SITES } from '../model/limits.ts';

/** The user's own choices, for all tabs. */
export interface Settings {
  /** Serialised origins that are always recorded. */
  readonly sites: readonly string[];
  readonly everywhere: boolean;
  /** Whether the toolbar button shows how many requests of its tab were blocked. */
  readonly countOnButton: boolean;
}

export const DEFAULT_SETTINGS: Settings = { sites: [], everywhere: false, countOnButton: true };

/** Whatever an older version of ours may have stored, as settings. Anything unreadable counts as not set. */
export function parseSettings(stored: unknown): Settings {
  if (typeof stored !== 'object' || stored === null) return DEFAULT_SETTINGS;
  const sites: readonly unknown[] = 'sites' in stored && Array.isArray(stored.sites) ? stored.sites : [];
  return {
    sites: sites.filter((site) => typeof site === 'string').slice(0, MAX_SITES),
    everywhere: 'everywhere' in stored && stored.everywhere === true,
    countOnButton: !('countOnButton' in stored && stored.countOnButton === false),
  };
}

/** The settings with a site put on or taken off the list. */
export function withSite(settings: Settings, origin: string, on: boolean): Settings {
  const others = settings.sites.filter((site) => site !== origin);
  return { ...settings, sites: on ? [...others, origin].slice(-MAX_SITES) : others };
}
