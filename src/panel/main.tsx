import { render } from 'preact';
import { applyFix } from '../fixes/index.ts';
import { chooseFile } from '../platform/choose-file.ts';
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
import { browserLanguage } from '../platform/language.ts';
import { glanceAtNetworkEntry, parseNetworkEntry } from '../platform/network-log.ts';
import { openPanelConnection, type PanelConnection } from '../platform/panel-connection.ts';
import { readTextFile } from '../platform/read-file.ts';
import { saveFile } from '../platform/save-file.ts';
import { viewStorage } from '../platform/settings-storage.ts';
import { watchTheme } from '../platform/theme.ts';
import { engine } from '../platform/web-request.ts';
import { adviseInSteps, diagnose } from '../rules/index.ts';
import { WIDE_FROM } from './app.tsx';
import type { Commands } from './commands.ts';
import { drawByFrame } from './draw-by-frame.ts';
import { installLanguage, language } from './language/installed.ts';
import { later, soon } from './later.ts';
import { createHook, type PanelHook } from './panel-hook.ts';
import { compare, loadReports, MAX_REPORT_BYTES, REPORT_FILES, readReport } from './reports.ts';
import { Root } from './root.tsx';
import { watchAccess } from './state/access-gap.ts';
import { askNetworkLog } from './state/ask-network-log.ts';
import { followNetworkLog } from './state/follow-network-log.ts';
import { createInbox } from './state/inbox.ts';
import { selectFirstFailure } from './state/initial-selection.ts';
import { createReports } from './state/opened-report.ts';
import { createPanelState } from './state/panel-state.ts';
import { parseView, rememberView } from './state/remembered-view.ts';
import { settleUnknown } from './state/settle-unknown.ts';

declare global {
  var corsLens: PanelHook;
}

installLanguage(browserLanguage());
document.documentElement.lang = language().tag;
const tabId = panelTabId(location.search);
watchTheme((theme) => {
  document.documentElement.dataset['theme'] = theme;
});
// Before anything is shown, so that nothing changes its place afterwards.
const view = parseView(await viewStorage.read().catch(() => undefined));
const state = createPanelState({
  diagnose,
  adviseInSteps,
  applyFix,
  later,
  soon,
  asksPage: canAskPage(),
  view,
});
// What can't be written holds for as long as this panel is open.
rememberView(
  { ...state, servers: state.configurations.servers, exportFormat: state.exporting.format },
  (view) => viewStorage.write(view).catch(() => undefined),
);
const connection: PanelConnection | null =
  tabId === null
    ? null
    : openPanelConnection({
        tabId,
        watches: true,
        onMessage: createInbox((message) => drawByFrame(() => state.receive(message)), soon),
        onState: (now) =>
          drawByFrame(() => {
            state.connection.value = now;
          }),
      });

const readEntry = (raw: unknown) => parseNetworkEntry(raw, engine);
const askForAll =
  engine === 'chromium' && canAskPage()
    ? askNetworkLog(state, { ask: readNetworkLog, glance: glanceAtNetworkEntry, read: readEntry }, later)
    : async () => undefined;
// Every response may have header lines that only the log has.
if (engine === 'firefox') followNetworkLog(state, { watch: watchNetworkLog, read: readEntry }, later);

const isWide = () => innerWidth >= WIDE_FROM;
const reports = createReports({
  recording: state,
  compareReports: compare,
  parse: readReport,
  drawn: () =>
    new Promise((resolve) => {
      // A panel that is hidden has no frames.
      setTimeout(resolve, 100);
      requestAnimationFrame(() => soon(resolve));
    }),
  createState: (given) => {
    const ofReport = createPanelState({
      diagnose: (exchange, history) => diagnose(exchange, given?.historyOf(exchange) ?? history),
      adviseInSteps,
      applyFix,
      later,
      soon,
      asksPage: false,
      view,
      given,
    });
    ofReport.connection.value = 'live';
    selectFirstFailure(ofReport, isWide);
    return ofReport;
  },
});

const given = (file: File) => ({ name: file.name, text: () => readTextFile(file, MAX_REPORT_BYTES) });
const openReport = (file: File) => void reports.open(given(file));

const commands: Commands = {
  send: (message) => connection?.send(message),
  reloadPage: () => void (tabId !== null && reloadPage(tabId)),
  askForHostAccess: (sites) => {
    if (!askForHostAccess(sites)) connection?.send({ kind: 'open-in-tab' });
  },
  copy: copyText,
  saveFile,
  askForAll,
  loadReports,
  now: Date.now,
  openSource: sourceOpener(),
  chooseReport: async () => {
    const file = await chooseFile(REPORT_FILES);
    if (file !== null) openReport(file);
  },
  openReport,
  chooseComparison: async () => {
    const file = await chooseFile(REPORT_FILES);
    if (file !== null) void reports.compare(given(file));
  },
  stopComparing: reports.stopComparing,
  showCompared: (side, exchangeId) => {
    const shown = reports.compared.peek()?.[side].state;
    if (shown === undefined) return;
    shown.view.value = exchangeId === null ? 'compared' : 'exchange';
    if (exchangeId !== null) shown.select(exchangeId);
    reports.look(side);
  },
  closeReport: reports.close,
  dismissFileProblem: reports.dismiss,
};

selectFirstFailure(state, isWide);
settleUnknown(state, readResourceTimings);
const gap = watchAccess(state, {
  read: readInspectedPage,
  onNavigated,
  targetsNeedAccess: TARGETS_NEED_ACCESS,
});
globalThis.corsLens = createHook(state, commands);
render(
  <Root state={state} reports={reports} gap={gap} commands={commands} hasTab={tabId !== null} />,
  document.body,
);
