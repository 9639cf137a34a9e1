import { render } from 'preact';
import { applyFix } from '../fixes/index.ts';
import { copyText } from '../platform/clipboard.ts';
import {
  canAskPage,
  onNavigated,
  panelTabId,
  readNetworkLog,
  readResourceTimings,
  reloadPage,
  sourceOpener,
  watchNetworkLog,
} from '../platform/devtools.ts';
import { askForHostAccess, TARGETS_NEED_ACCESS } from '../platform/host-access.ts';
import { readInspectedPage } from '../platform/inspected-page.ts';
import { glanceAtNetworkEntry, parseNetworkEntry } from '../platform/network-log.ts';
import { openPanelConnection, type PanelConnection } from '../platform/panel-connection.ts';
import { watchTheme } from '../platform/theme.ts';
import { engine } from '../platform/web-request.ts';
import { adviseOn, diagnose } from '../rules/index.ts';
import { App, WIDE_FROM } from './app.tsx';
import type { Commands } from './commands.ts';
import { createHook, type PanelHook } from './panel-hook.ts';
import { saveReport, writeReport } from './reports.ts';
import { watchAccess } from './state/access-gap.ts';
import { askNetworkLog } from './state/ask-network-log.ts';
import { followNetworkLog } from './state/follow-network-log.ts';
import { selectFirstFailure } from './state/initial-selection.ts';
import { createPanelState } from './state/panel-state.ts';
import { settleUnknown } from './state/settle-unknown.ts';
import type { Later } from './state/slices.ts';

declare global {
  var corsLens: PanelHook;
}

const tabId = panelTabId(location.search);
const later: Later = (task, afterMs) => setTimeout(task, afterMs);
const state = createPanelState({
  diagnose,
  adviseOn,
  applyFix,
  later,
  asksPage: canAskPage(),
});
const connection: PanelConnection | null =
  tabId === null
    ? null
    : openPanelConnection({
        tabId,
        watches: true,
        onMessage: state.receive,
        onState: (now) => {
          state.connection.value = now;
        },
      });

const readEntry = (raw: unknown) => parseNetworkEntry(raw, engine);
const askForAll =
  engine === 'chromium' && canAskPage()
    ? askNetworkLog(state, { ask: readNetworkLog, glance: glanceAtNetworkEntry, read: readEntry }, later)
    : async () => undefined;
// Every response may have header lines that only the log has.
if (engine === 'firefox') followNetworkLog(state, { watch: watchNetworkLog, read: readEntry }, later);

const commands: Commands = {
  send: (message) => connection?.send(message),
  reloadPage: () => void (tabId !== null && reloadPage(tabId)),
  askForHostAccess: (sites) => {
    if (!askForHostAccess(sites)) connection?.send({ kind: 'open-in-tab' });
  },
  copy: copyText,
  save: saveReport,
  askForAll,
  writeReport,
  openSource: sourceOpener(),
};

watchTheme((theme) => {
  document.documentElement.dataset['theme'] = theme;
});
selectFirstFailure(state, () => innerWidth >= WIDE_FROM);
settleUnknown(state, readResourceTimings);
const gap = watchAccess(state, {
  read: readInspectedPage,
  onNavigated,
  targetsNeedAccess: TARGETS_NEED_ACCESS,
});
globalThis.corsLens = createHook(state, commands);
render(<App state={state} gap={gap} commands={commands} hasTab={tabId !== null} />, document.body);
