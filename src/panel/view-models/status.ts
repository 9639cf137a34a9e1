import type { TabState } from '../../messages/messages.ts';
import { listStrings } from '../list-strings.ts';
import { reportStrings } from '../report-strings.ts';
import { strings } from '../strings.ts';
import { siteOf } from './notices.ts';

const words = strings.status;

/** The facts of the status bar, from left to right. */
export interface StatusVM {
  readonly counts: readonly string[];
  /** Null as long as nobody knows. */
  readonly scope: ScopeVM | null;
  readonly masked: string;
}

/** What is recorded. */
export interface ScopeVM {
  readonly text: string;
  readonly why: string;
  /** The page's site, and whether it is always recorded; null where that is no question. */
  readonly site: { readonly origin: string; readonly on: boolean } | null;
}

interface Numbers {
  readonly shown: number;
  readonly total: number;
  readonly selected: number;
  /** Requests that aren't diagnosed yet. */
  readonly waiting: number;
}

/** @param tab null as long as nobody knows; `report` where a report is shown in its place */
export function toStatus(
  tab: TabState | 'report' | null,
  { shown, total, selected, waiting }: Numbers,
): StatusVM {
  const counts = [shown === total ? words.count({ count: total }) : words.shown({ shown, count: total })];
  if (selected > 1) counts.push(words.selected({ count: selected }));
  if (waiting > 0) counts.push(words.checking({ count: waiting }));
  return { counts, scope: toScope(tab), masked: words.masked };
}

function toScope(tab: TabState | 'report' | null): ScopeVM | null {
  if (tab === null) return null;
  if (tab === 'report') return { text: reportStrings.status, why: reportStrings.statusWhy, site: null };
  const site = tab.everywhere ? null : siteOf(tab);
  return {
    text: wordsOf(tab),
    why: listStrings.scope.why[tab.recording.why],
    site: site === null ? null : { origin: site, on: tab.sites.includes(site) },
  };
}

function wordsOf({ recording }: TabState): string {
  if (!recording.on) return words.paused;
  return recording.complete ? words.recording[recording.why] : words.incompleteRecording[recording.why];
}
