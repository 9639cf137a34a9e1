import type { PanelMessage, TabState } from '../messages/messages.ts';
import { type AccessGap, sitesToGrant } from './view-models/access-gap.ts';
import { siteOf, type TabAction } from './view-models/notices.ts';

/** What panel and popup can have done about the recording of their tab. */
export interface TabCommands {
  readonly send: (message: PanelMessage) => void;
  readonly reloadPage: () => void;
  /** For the sites of these origins, or for all. Must be called right in a click's handler. */
  readonly askForHostAccess: (sites: readonly string[] | 'all') => void;
}

/** Does what a button says about the recording of the tab. */
export function carryOutForTab(
  action: TabAction,
  tab: TabState | null,
  gap: AccessGap,
  { send, reloadPage, askForHostAccess }: TabCommands,
): void {
  switch (action) {
    case 'reload':
      reloadPage();
      return;
    case 'always-record': {
      const site = tab === null ? null : siteOf(tab);
      if (site !== null) send({ kind: 'set-site', origin: site, on: true });
      return;
    }
    case 'resume':
      send({ kind: 'set-recording', on: true });
      return;
    case 'grant':
      askForHostAccess('all');
      return;
    case 'grant-sites':
      askForHostAccess(sitesToGrant(gap));
      return;
  }
}
