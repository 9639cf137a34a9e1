import type { TabState } from '../../messages/messages.ts';
import { strings as panelStrings } from '../../panel/strings.ts';
import type { AccessGap } from '../../panel/view-models/access-gap.ts';
import {
  type ActionVM,
  type EmptyVM,
  type NoticeVM,
  siteOf,
  toAccessNotices,
  toEmptyForAccess,
} from '../../panel/view-models/notices.ts';
import { strings } from '../strings.ts';

/** What the words depend on, besides the requests. */
export interface PopupSituation {
  readonly connection: 'connecting' | 'live' | 'lost';
  /** Null until the background has answered. */
  readonly tab: TabState | null;
  /** What is missing for want of access. */
  readonly gap: AccessGap;
  /** As the browser shows it; undefined where it doesn't let extensions look. */
  readonly url: string | undefined;
  /** Exchanges recorded. */
  readonly total: number;
}

const { notices } = panelStrings;

const resume = (): ActionVM => ({ action: 'resume', label: notices.resume });
const reload = (): ActionVM => ({ action: 'reload', label: notices.reload });
const always = (): ActionVM => ({ action: 'always-record', label: notices.always });

/** What there is to say instead of a summary; null if there are requests. The first that holds, from "can't" to "none yet". */
export function toPopupEmpty({ tab, gap, url, total }: PopupSituation): EmptyVM | null {
  if (tab === null) return empty('connecting', strings.empty.connecting);
  if (total > 0) return null;
  const missing = toEmptyForAccess(gap);
  if (missing !== null) return missing;
  if (!isWebPage(url)) return empty('browser-page', strings.empty.browserPage);
  const { recording } = tab;
  if (!recording.on) {
    return recording.why === 'paused-by-user'
      ? empty('paused', panelStrings.empty.paused, resume())
      : empty('out-of-scope', strings.empty.outOfScope, ...alwaysRecord(tab));
  }
  return recording.complete
    ? empty('no-cross-origin', panelStrings.empty.noCrossOrigin)
    : empty('incomplete', strings.empty.incomplete, reload());
}

/** Why the summary may not be the whole truth. */
export function toPopupNotices({ connection, tab, gap, total }: PopupSituation): readonly NoticeVM[] {
  const found: NoticeVM[] = [];
  if (connection === 'lost') found.push(notice('lost', notices.lost));
  if (tab === null || total === 0) return found;
  found.push(...toAccessNotices(gap));
  const { recording } = tab;
  if (recording.on) {
    if (!recording.complete) found.push(notice('incomplete', notices.incomplete, reload()));
  } else if (recording.why === 'paused-by-user') {
    found.push(notice('paused', notices.paused, resume()));
  } else {
    found.push(notice('out-of-scope', strings.outOfScope, ...alwaysRecord(tab)));
  }
  return found;
}

function isWebPage(url: string | undefined): boolean {
  return url !== undefined && /^(https?|file):/.test(url);
}

function alwaysRecord(tab: TabState): readonly ActionVM[] {
  return siteOf(tab) === null ? [] : [always()];
}

function empty(
  key: string,
  { title, lines = [] }: { readonly title: string; readonly lines?: readonly string[] },
  ...actions: readonly ActionVM[]
): EmptyVM {
  return { key, title, lines, actions };
}

function notice(key: string, text: string, ...actions: readonly ActionVM[]): NoticeVM {
  return { key, tone: key === 'lost' ? 'warning' : 'info', text, actions };
}
