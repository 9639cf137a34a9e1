import type { TabState } from '../../messages/messages.ts';
import { isDevelopmentOrigin, OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import { strings } from '../strings.ts';

/** What a button of a notice or an empty list does. */
export type PanelAction =
  | 'reload'
  | 'always-record'
  | 'resume'
  | 'grant'
  | 'clear'
  | 'clear-filter'
  | 'show-opaque';

export interface ActionVM {
  readonly action: PanelAction;
  readonly label: string;
}

/** A line above the list: something that the user should know while they read it. */
export interface NoticeVM {
  readonly key: string;
  readonly tone: 'info' | 'warning';
  readonly text: string;
  readonly actions: readonly ActionVM[];
}

/** What there is to say instead of a list. */
export interface EmptyVM {
  readonly key: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly actions: readonly ActionVM[];
}

/** What the words depend on. */
export interface Situation {
  readonly connection: 'connecting' | 'live' | 'lost';
  readonly tab: TabState | null;
  /** Without a tab there is nothing to connect to. */
  readonly hasTab: boolean;
  /** Exchanges recorded. */
  readonly total: number;
  /** Exchanges listed under the present filter. */
  readonly shown: number;
  /** Of those not listed, how many are only hidden for being opaque. */
  readonly hiddenOpaque: number;
}

const ACTIONS = {
  reload: { action: 'reload', label: strings.notices.reload },
  always: { action: 'always-record', label: strings.notices.always },
  resume: { action: 'resume', label: strings.notices.resume },
  grant: { action: 'grant', label: strings.notices.grant },
  clear: { action: 'clear', label: strings.notices.clear },
} as const satisfies Record<string, ActionVM>;

/** The notices above a list that has rows; an empty list says it itself. */
export function toNotices(situation: Situation): readonly NoticeVM[] {
  const { tab, total, connection } = situation;
  const notices: NoticeVM[] = [];
  if (connection === 'lost') notices.push(warning('lost', strings.notices.lost));
  if (tab?.problem === 'storage-full')
    notices.push(warning('full', strings.notices.storageFull, ACTIONS.clear));
  if (tab !== null && tab.dropped > 0) notices.push(info('dropped', strings.notices.dropped(tab.dropped)));
  if (total === 0) return notices;
  if (tab?.hostAccess === false)
    notices.push(warning('permission', strings.notices.noPermission, ACTIONS.grant));
  if (tab === null) return notices;
  const { recording } = tab;
  if (!recording.on && recording.why === 'paused-by-user') {
    notices.push(info('paused', strings.notices.paused, ACTIONS.resume));
  }
  if (!recording.on && recording.why === 'out-of-scope') {
    notices.push(info('out-of-scope', strings.notices.outOfScope, ACTIONS.resume, ...alwaysRecord(tab)));
  }
  if (recording.on && !recording.complete) {
    notices.push(info('incomplete', strings.notices.incomplete, ACTIONS.reload, ...alwaysRecord(tab)));
  }
  return notices;
}

/** What to say where the list would be; null if it has rows. The first that holds, from "can't" to "nothing yet". */
export function toEmpty(situation: Situation): EmptyVM | null {
  const { tab, total, shown, hiddenOpaque } = situation;
  if (shown > 0) return null;
  if (!situation.hasTab) return empty('no-tab', strings.empty.noTab);
  if (total > 0 && hiddenOpaque === total) {
    const { button, ...words } = strings.empty.onlyOpaque(total);
    return empty('only-opaque', words, { action: 'show-opaque', label: button });
  }
  if (total > 0) {
    const { button, ...words } = strings.empty.filtered(total);
    return empty('filtered', words, { action: 'clear-filter', label: button });
  }
  if (tab?.hostAccess === false) return empty('no-permission', strings.empty.noPermission, ACTIONS.grant);
  if (tab === null) return empty('connecting', strings.empty.connecting);
  return emptyRecording(tab);
}

function emptyRecording(tab: TabState): EmptyVM {
  const { recording } = tab;
  if (!recording.on && recording.why === 'paused-by-user') {
    return empty('paused', strings.empty.paused, ACTIONS.resume);
  }
  if (!recording.on)
    return empty('out-of-scope', strings.empty.outOfScope, ACTIONS.resume, ...alwaysRecord(tab));
  if (!recording.complete) {
    return empty('incomplete', strings.empty.incomplete, ACTIONS.reload, ...alwaysRecord(tab));
  }
  return tab.navigations.length > 0
    ? empty('no-cross-origin', strings.empty.noCrossOrigin)
    : empty('first-use', strings.empty.firstUse);
}

/** The page's own origin, if "always record this site" can mean it; null if not, or if it is always recorded anyway. */
export function siteOf(tab: TabState): string | null {
  const origin = tab.page === undefined ? OPAQUE_ORIGIN : originOf(tab.page);
  return /^https?:/.test(origin) && !isDevelopmentOrigin(origin) ? origin : null;
}

function alwaysRecord(tab: TabState): readonly ActionVM[] {
  const site = siteOf(tab);
  return site === null || tab.sites.includes(site) ? [] : [ACTIONS.always];
}

function info(key: string, text: string, ...actions: readonly ActionVM[]): NoticeVM {
  return { key, tone: 'info', text, actions };
}

function warning(key: string, text: string, ...actions: readonly ActionVM[]): NoticeVM {
  return { key, tone: 'warning', text, actions };
}

function empty(
  key: string,
  { title, lines }: Pick<EmptyVM, 'title' | 'lines'>,
  ...actions: readonly ActionVM[]
): EmptyVM {
  return { key, title, lines, actions };
}
