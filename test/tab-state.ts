import type { TabState } from '../src/messages/messages.ts';

/** A tab that is recorded from its first request, without anything to say about it, but for what a test changes. */
export function aTabState(changes: Partial<TabState> = {}): TabState {
  return {
    tabId: 1,
    recording: { on: true, why: 'panel-open', complete: true },
    keepOnNavigation: false,
    sites: [],
    everywhere: false,
    countOnButton: true,
    hostAccess: { sites: 'all' },
    dropped: 0,
    navigations: [],
    ...changes,
  };
}
