/** The background's entry: connects it to the browser. Every listener is registered here, synchronously, at the top level. */
import { onHostAccessChanged, readHostAccess, TARGETS_NEED_ACCESS } from '../platform/host-access.ts';
import { browserLanguage } from '../platform/language.ts';
import { onPanelConnect, ownOrigin } from '../platform/panel-ports.ts';
import { sessionStorage } from '../platform/session-storage.ts';
import { settingsStorage } from '../platform/settings-storage.ts';
import { StartupFence } from '../platform/startup-fence.ts';
import {
  onTabClosed,
  onTabKeptOut,
  onTabLoaded,
  onTabUrlChanged,
  openPanelTab,
  openTabs,
} from '../platform/tabs.ts';
import { showOnToolbarButton } from '../platform/toolbar-button.ts';
import { navigationListeners, observedIn, recordingListeners } from '../platform/web-request.ts';
import { Background } from './background.ts';

const fence = new StartupFence();
const background = new Background({
  observedIn: observedIn(),
  ownOrigin: ownOrigin(),
  session: sessionStorage,
  settings: settingsStorage,
  openTabs,
  hostAccess: readHostAccess,
  targetsNeedAccess: TARGETS_NEED_ACCESS,
  language: browserLanguage(),
  openPanelTab,
  showOnToolbarButton,
  recording: recordingListeners((kind, details) => {
    fence.heard();
    background.onRequest(kind, details);
  }),
  untilTold: () => fence.untilTold(),
  now: () => Date.now(),
  randomText: () => crypto.randomUUID(),
});

navigationListeners((kind, details) => {
  fence.heard();
  background.onNavigation(kind, details);
}).add();
onTabUrlChanged((...change) => background.onTabUrlChanged(...change));
onTabKeptOut((tabId) => background.onTabKeptOut(tabId));
onTabLoaded((tabId) => background.onTabLoaded(tabId));
onTabClosed((tabId) => background.onTabClosed(tabId));
onHostAccessChanged(() => background.onHostAccessChanged());
onPanelConnect((port) => background.onPanel(port));

void background.start();
