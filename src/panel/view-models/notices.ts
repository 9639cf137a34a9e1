import type { TabState } from '../../messages/messages.ts';
import { isDevelopmentOrigin, OPAQUE_ORIGIN, originOf } from '../../model/origin.ts';
import { parseUrl } from '../../model/url.ts';
import { compareStrings } from '../compare-strings.ts';
import { reportStrings } from '../report-strings.ts';
import { strings } from '../strings.ts';
import { type AccessGap, sitesToGrant } from './access-gap.ts';
import {
  type FileProblem,
  type ReportVM,
  toLeftOutText,
  toProblemText,
  toReportText,
  toUnknownText,
} from './opened-report.ts';
import { inSentence } from './text.ts';

/** What a button does about the recording of the tab. */
export type TabAction = 'reload' | 'always-record' | 'resume' | 'grant' | 'grant-sites';

/** What a button of a notice or an empty list does. */
export type PanelAction =
  | TabAction
  | 'clear'
  | 'clear-filter'
  | 'show-opaque'
  | 'open-report'
  | 'compare'
  | 'show-comparison'
  | 'stop-comparing'
  | 'close-report'
  | 'dismiss-problem';

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
  /** The report that is shown in the place of the tab's requests. */
  readonly report: ReportVM | null;
  /** Why a file that the user opened isn't shown. */
  readonly fileProblem: FileProblem | null;
  /** What came of comparing what is shown with another, in a sentence; null where it isn't compared. */
  readonly compared: string | null;
  /** The name of a file that is being read. */
  readonly opening: string | null;
  /** Exchanges recorded. */
  readonly total: number;
  /** Exchanges listed under the present filter. */
  readonly shown: number;
  /** Of those not listed, how many are only hidden for being opaque. */
  readonly hiddenOpaque: number;
}

const words = strings.notices;

const reload = (): ActionVM => ({ action: 'reload', label: words.reload });
const always = (): ActionVM => ({ action: 'always-record', label: words.always });
const resume = (): ActionVM => ({ action: 'resume', label: words.resume });
const grant = (): ActionVM => ({ action: 'grant', label: words.grantAll });
const openReport = (): ActionVM => ({ action: 'open-report', label: reportStrings.open });
const compare = (): ActionVM => ({ action: 'compare', label: compareStrings.with });
const closeReport = (): ActionVM => ({ action: 'close-report', label: reportStrings.close });
const dismiss = (): ActionVM => ({ action: 'dismiss-problem', label: reportStrings.dismiss });
const clear = (): ActionVM => ({ action: 'clear', label: words.clear });

/** The notices above a list that has rows; an empty list says it itself. */
export function toNotices(situation: Situation): readonly NoticeVM[] {
  const { tab, total, connection, report, fileProblem } = situation;
  const notices: NoticeVM[] = [];
  if (situation.opening !== null) {
    notices.push(info('opening', reportStrings.opening({ file: inSentence(situation.opening) })));
  }
  if (fileProblem !== null) notices.push(warning('file-problem', toProblemText(fileProblem), dismiss()));
  if (situation.compared !== null) {
    const actions = [
      { action: 'show-comparison', label: compareStrings.show },
      { action: 'stop-comparing', label: compareStrings.stop },
    ] as const;
    notices.push(info('compared', situation.compared, ...actions));
  }
  if (report !== null) return [...notices, ...toReportNotices(report, situation.hasTab)];
  if (connection === 'lost' && tab !== null) notices.push(warning('lost', words.lost));
  if (tab?.problem === 'storage-full') notices.push(warning('full', words.storageFull, clear()));
  if (tab !== null && tab.dropped > 0) notices.push(info('dropped', words.dropped({ count: tab.dropped })));
  // What is said in place of the list needn’t be said above it.
  if (toEmpty(situation)?.key !== situation.gap.kind) notices.push(...toAccessNotices(situation.gap));
  if (tab === null || total === 0) return notices;
  const { recording } = tab;
  if (!recording.on) {
    notices.push(info('paused', words.paused, resume()));
  } else if (!recording.complete) {
    notices.push(info('incomplete', words.incomplete, reload(), ...alwaysRecord(tab)));
  }
  return notices;
}

function toReportNotices(report: ReportVM, hasTab: boolean): readonly NoticeVM[] {
  const opened = info('report', toReportText(report, hasTab), compare(), closeReport());
  const { leftOut, har } = report;
  const more: readonly (readonly [string, string | null])[] = [
    ['report-cut', leftOut > 0 ? reportStrings.leftOut({ count: leftOut }) : null],
    ['har-unknown', har && toUnknownText(har)],
    ['har-left-out', har && toLeftOutText(har)],
  ];
  return [opened, ...more.flatMap(([key, text]) => (text === null ? [] : [info(key, text)]))];
}

/** What to say where the list would be; null if it has rows. The first that holds, from "can't" to "nothing yet". */
export function toEmpty(situation: Situation): EmptyVM | null {
  const { tab, total, shown, hiddenOpaque } = situation;
  if (shown > 0) return null;
  if (total === 0 && situation.report !== null) {
    const said = situation.report.har === null ? reportStrings.empty : reportStrings.har.empty;
    return empty('report', said, openReport(), closeReport());
  }
  if (!situation.hasTab && situation.report === null)
    return empty('no-tab', reportStrings.noTab, openReport());
  if (total > 0 && hiddenOpaque === total) {
    const { title, lines, button } = strings.empty.onlyOpaque;
    const said = { title: title({ count: total }), lines };
    return empty('only-opaque', said, { action: 'show-opaque', label: button });
  }
  if (total > 0) {
    const { title, button } = strings.empty.filtered;
    const said = { title: title({ count: total }) };
    return empty('filtered', said, { action: 'clear-filter', label: button });
  }
  if (tab === null) {
    return situation.connection === 'lost'
      ? empty('lost', strings.empty.lost)
      : empty('connecting', strings.empty.connecting);
  }
  return toEmptyForAccess(situation.gap) ?? emptyRecording(tab, situation.gap);
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

/** What is said where requests are missing: in place of an empty list, and in a line above a list. */
interface GapWords {
  readonly title: string;
  readonly lines: readonly string[];
  readonly notice: string;
}

function wordsOf(gap: Exclude<AccessGap, { kind: 'none' }>): GapWords {
  switch (gap.kind) {
    case 'nothing-granted':
    case 'targets-unknown':
    case 'kept-out':
      return strings.access[gap.kind];
    case 'page-not-granted':
      return wordsOfPage(hostsOf(gap.sites)[0]);
    case 'targets-not-granted':
    case 'hidden':
    case 'forbidden':
    case 'mixed-content': {
      const { title, lines, notice } = strings.access[gap.kind];
      const sites = someOf(hostsOf(gap.sites));
      return { title: title({ sites }), lines, notice: notice({ sites }) };
    }
  }
}

function wordsOfPage(site: string | undefined): GapWords {
  const { title, titleUnknown, lines, notice, noticeUnknown } = strings.access['page-not-granted'];
  return site === undefined
    ? { title: titleUnknown, lines, notice: noticeUnknown }
    : { title: title({ site }), lines, notice: notice({ site }) };
}

/** The first names of a list, and how many more there are. */
function someOf(names: readonly string[]): string {
  const [first = '', second, ...others] = names;
  if (second === undefined) return first;
  const { two, more } = strings.sites;
  return others.length === 0 ? two({ first, second }) : more({ first, count: others.length + 1 });
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
      if (hosts.length === 0) return [grant()];
      return [{ action: 'grant-sites', label: grantLabel(hosts) }, grant()];
    }
  }
}

function grantLabel(hosts: readonly string[]): string {
  const [site = ''] = hosts;
  return hosts.length === 1 ? words.grantSite({ site }) : words.grantSites({ count: hosts.length });
}

/** Their host names, each once: access is granted to hosts. */
function hostsOf(origins: readonly string[]): readonly string[] {
  return [...new Set(origins.map((origin) => parseUrl(origin)?.hostname ?? origin))];
}

function emptyRecording(tab: TabState, gap: AccessGap): EmptyVM {
  const { recording } = tab;
  // A panel that watches is itself why its tab is recorded: only its user can have turned that off.
  if (!recording.on) return empty('paused', strings.empty.paused, resume());
  if (!recording.complete) {
    return tab.isPrivate === true
      ? empty('private-window-incomplete', strings.empty.privateWindowIncomplete, reload())
      : empty('incomplete', strings.empty.incomplete, reload(), ...alwaysRecord(tab));
  }
  // What isn't shown can't be said not to have been.
  if (gap.kind === 'targets-unknown') return empty(gap.kind, wordsOf(gap), ...grants(gap));
  if (tab.isPrivate === true) return empty('private-window', strings.empty.privateWindow);
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
  return site === null || tab.sites.includes(site) ? [] : [always()];
}

function info(key: string, text: string, ...actions: readonly ActionVM[]): NoticeVM {
  return { key, tone: 'info', text, actions };
}

function warning(key: string, text: string, ...actions: readonly ActionVM[]): NoticeVM {
  return { key, tone: 'warning', text, actions };
}

function empty(
  key: string,
  { title, lines = [] }: { readonly title: string; readonly lines?: readonly string[] },
  ...actions: readonly ActionVM[]
): EmptyVM {
  return { key, title, lines, actions };
}
