import { browser } from './browser.ts';

/** White on this red has a contrast of 6.5 to 1, and both are told apart from light and dark toolbars. */
const BADGE = { color: '#b3261e', textColor: '#ffffff' } as const;

export interface ToolbarBadge {
  readonly text: string;
  readonly title: string;
}

/**
 * Puts a text on the toolbar button while this tab is shown, and another on its tooltip. The browser forgets both when
 * the tab goes to another page; where there is no such button (Firefox for Android) or no such tab any more, nothing happens.
 */
export function showOnToolbarButton(tabId: number, { text, title }: ToolbarBadge): void {
  void paint(tabId, text, title).catch(() => {});
}

async function paint(tabId: number, text: string, title: string): Promise<void> {
  const { action } = browser;
  await Promise.all([
    text !== '' && action.setBadgeBackgroundColor({ tabId, color: BADGE.color }),
    text !== '' && action.setBadgeTextColor({ tabId, color: BADGE.textColor }),
    action.setBadgeText({ tabId, text }),
    action.setTitle({ tabId, title }),
  ]);
}
