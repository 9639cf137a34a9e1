import type { TabState } from '../../messages/messages.ts';
import { isDevelopmentOrigin, OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import { type GapWords, strings } from '../strings.ts';
import { type AccessGap, sitesToGrant } from './access-gap.ts';

/** What a button does about the recording of the tab. */
export type TabAction = 'reload' | 'always-record' | 'resume' | 'grant' | 'grant-sites';

/** What a button of a notice or an empty list does. */
export type PanelAction = TabAction | 'clear' | 'clear-filter' | 'show-opaque';

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
  /** What is missing for want of access. */
  readonly gap: AccessGap;
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
  grant: { action: 'grant', label: strings.notices.grantAll },
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
  if (total > 0 || toEmptyForAccess(situation.gap) === null) notices.push(...toAccessNotices(situation.gap));
  if (tab === null || total === 0) return notices;
  const { recording } = tab;
  if (!recording.on) {
    notices.push(info('paused', strings.notices.paused, ACTIONS.resume));
  } else if (!recording.complete) {
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
  if (tab === null) return empty('connecting', strings.empty.connecting);
  return toEmptyForAccess(situation.gap) ?? emptyRecording(tab);
}

/** Says which requests are missing for want of access, and offers to grant it. */
export function toAccessNotices(gap: AccessGap): readonly NoticeVM[] {
  if (gap.kind === 'none') return [];
  return [warning(gap.kind, wordsOf(gap).notice, ...grants(gap))];
}

/** The same in place of the list; null where nothing is missing, or nobody knows. */
export function toEmptyForAccess(gap: AccessGap): EmptyVM | null {
  return gap.kind === 'none' || gap.kind === 'targets-unknown'
    ? null
    : empty(gap.kind, wordsOf(gap), ...grants(gap));
}

function wordsOf(gap: Exclude<AccessGap, { kind: 'none' }>): GapWords {
  return strings.access[gap.kind]('sites' in gap ? hostsOf(gap.sites) : []);
}

/** The least that helps, as far as it is known, and all sites: what the page asks next nobody knows. */
function grants(gap: AccessGap): readonly ActionVM[] {
  switch (gap.kind) {
    case 'none':
    case 'hidden':
    case 'forbidden':
    case 'mixed-content':
    case 'kept-out':
      return [];
    case 'nothing-granted':
    case 'page-not-granted':
    case 'targets-not-granted':
    case 'targets-unknown': {
      const hosts = hostsOf(sitesToGrant(gap));
      if (hosts.length === 0) return [ACTIONS.grant];
      return [{ action: 'grant-sites', label: strings.notices.grantSites(hosts) }, ACTIONS.grant];
    }
  }
}

/** Their host names, each once: access is granted to hosts. */
function hostsOf(origins: readonly string[]): readonly string[] {
  return [...new Set(origins.map((origin) => parseUrl(origin)?.hostname ?? origin))];
}

function emptyRecording(tab: TabState): EmptyVM {
  const { recording } = tab;
  // A panel that watches is itself why its tab is recorded: only its user can have turned that off.
  if (!recording.on) return empty('paused', strings.empty.paused, ACTIONS.resume);
  if (!recording.complete) {
    return empty('incomplete', strings.empty.incomplete, ACTIONS.reload, ...alwaysRecord(tab));
  }
  return tab.navigations.length > 0
    ? empty('no-cross-origin', strings.empty.noCrossOrigin)
    : empty('first-use', strings.empty.firstUse);
}

/**
 * The page's own origin, if "always record this site" can mean it; null if not, if it is always recorded anyway, and in a
 * private window, of which nothing is to be remembered.
 */
export function siteOf(tab: TabState): string | null {
  if (tab.isPrivate === true) return null;
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
