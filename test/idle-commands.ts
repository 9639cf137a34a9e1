import type { Commands } from '../src/panel/commands.ts';
import * as reports from '../src/report/index.ts';

/** Of what a panel can have done outside itself nothing is: it works, and nobody notices. */
export const IDLE_COMMANDS: Commands = {
  send: () => undefined,
  reloadPage: () => undefined,
  askForHostAccess: () => undefined,
  copy: () => Promise.resolve(true),
  saveFile: () => undefined,
  openSource: () => undefined,
  openReport: () => undefined,
  closeReport: () => undefined,
  dismissFileProblem: () => undefined,
  loadReports: async () => reports,
  now: () => Date.UTC(2026, 10, 21, 10),
  chooseReport: () => undefined,
  chooseComparison: () => undefined,
  stopComparing: () => undefined,
  showCompared: () => undefined,
  askForAll: async () => undefined,
};
