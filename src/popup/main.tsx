import { render } from 'preact';
import { installLanguage, language } from '../panel/language/installed.ts';
import { later } from '../panel/later.ts';
import { panelTabId, reloadPage } from '../platform/devtools.ts';
import { askForHostAccess, TARGETS_NEED_ACCESS } from '../platform/host-access.ts';
import { browserLanguage } from '../platform/language.ts';
import { isMac } from '../platform/operating-system.ts';
import { openPanelConnection, type PanelConnection } from '../platform/panel-connection.ts';
import { openPanelTab, openReportTab, shownTab } from '../platform/tabs.ts';
import { watchTheme } from '../platform/theme.ts';
import { diagnose } from '../rules/index.ts';
import { App, type PopupCommands } from './app.tsx';
import { createPopupState } from './popup-state.ts';

installLanguage(browserLanguage());
document.documentElement.lang = language().tag;
const state = createPopupState(diagnose, later);

watchTheme((theme) => {
  document.documentElement.dataset['theme'] = theme;
});
const tab = await shownTab(panelTabId(location.search));
const connection: PanelConnection | null =
  tab === null
    ? null
    : openPanelConnection({
        tabId: tab.tabId,
        watches: false,
        onMessage: state.receive,
        onState: (now) => {
          state.connection.value = now;
        },
      });
state.url.value = tab?.url;

const commands: PopupCommands = {
  send: (message) => connection?.send(message),
  reloadPage: () => void (tab !== null && reloadPage(tab.tabId)),
  askForHostAccess: (sites) => void askForHostAccess(sites),
  openPanel: async () => {
    // What a page asks as it is closed may never be done.
    if (tab !== null) await openPanelTab(tab.tabId);
    close();
  },
  openReports: async () => {
    await openReportTab();
    close();
  },
};
render(
  <App state={state} commands={commands} isMac={isMac} targetsNeedAccess={TARGETS_NEED_ACCESS} />,
  document.body,
);
