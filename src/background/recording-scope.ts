import type { RecordingState } from '../messages/messages.ts';
import { isDevelopmentOrigin, OPAQUE_ORIGIN } from '../model/origin.ts';
import type { Settings } from './settings.ts';

/** What decides whether a tab is recorded. */
export interface ScopeFacts {
  /** Serialised origin of the tab's page; `null` (the word) if it has none or is not known. */
  readonly origin: string;
  readonly panelOpen: boolean;
  readonly paused: boolean;
}

export type Scope =
  | Extract<RecordingState, { readonly on: false }>
  | Omit<Extract<RecordingState, { readonly on: true }>, 'complete'>;

/**
 * Whether a tab is recorded, and why. Watching costs the page, so it happens where it matters: on the user's word, on
 * origins where people develop, on the user's own sites, and where a panel is open.
 */
export function decideScope({ origin, panelOpen, paused }: ScopeFacts, settings: Settings): Scope {
  if (paused) return { on: false, why: 'paused-by-user' };
  const why = reasonOf(origin, settings);
  if (why !== null) return { on: true, why };
  if (panelOpen) return { on: true, why: 'panel-open' };
  return { on: false, why: 'out-of-scope' };
}

/** Whether the requests of this origin are recorded whatever tab they come from (workers have none). */
export function isOriginInScope(origin: string, settings: Settings): boolean {
  return reasonOf(origin, settings) !== null;
}

function reasonOf(
  origin: string,
  settings: Settings,
): 'development-origin' | 'own-site' | 'everywhere' | null {
  if (origin !== OPAQUE_ORIGIN && isDevelopmentOrigin(origin)) return 'development-origin';
  if (settings.sites.includes(origin)) return 'own-site';
  return settings.everywhere ? 'everywhere' : null;
}
