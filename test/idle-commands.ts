import type { Commands } from '../src/panel/commands.ts';

/** Of what a panel can have done outside itself nothing is: it works, and nobody notices. */
export const IDLE_COMMANDS: Commands = {
  send: () => undefined,
  reloadPage: () => undefined,
  askForHostAccess: () => undefined,
  copy: () => Promise.resolve(true),
  save: () => undefined,
  openSource: () => undefined,
  openReport: () => undefined,
  closeReport: () => undefined,
  dismissFileProblem: () => undefined,
  writeReport: async (format) => format,
  askForAll: async () => undefined,
};
